"""Dates as pages print them, for machines or in a line of words. In: words; out: ISO 8601."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache

from selon.clean.words import PageWords, fold

_ISO = re.compile(
    r"\s*((?:19|20)\d\d)-(\d\d?)-(\d\d?)"
    r"(?:[T ]+(\d\d?):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)")
_IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)"
)
_HOUR = re.compile(r"[^\d]{0,8}(?<!\d)([01]?\d|2[0-3])\s?[h:]\s?([0-5]\d)?(?!\d)")


def read_machine_date(value: str) -> str | None:
    """Read a date of a page's metadata, keeping its time and zone: "2024-01-09T18:04:00+01:00"."""
    found = _ISO.match(value)
    if not found:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    if not (told := _day(year, month, day)):
        return None
    if hour is None or int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        return told
    if zone in ("Z", "UTC", "GMT"):
        zone = "+00:00"
    elif zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{told}T{int(hour):02}:{minute}:{second or '00'}{zone or ''}"


def read_printed_date(text: str, words: PageWords, *, with_hour: bool = True) -> str | None:
    """Read the first whole date in a line: "le 9 janvier 2024 à 18h04", "09/01/2024"."""
    folded = fold(text)
    named = _with_month(words).search(folded) if words.months else None
    numbers = _NUMBERS.search(folded)
    if named and (not numbers or named.start() < numbers.start()):
        told, end = _day(named[3], words.months[named[2]], named[1]), named.end()
    elif numbers:
        told, end = _day(numbers[3], numbers[2], numbers[1]), numbers.end()
    else:
        return None
    hour = _HOUR.match(folded, end) if told and with_hour else None
    return f"{told}T{int(hour[1]):02}:{hour[2] or '00'}:00" if hour else told


def read_address_date(url: str) -> str | None:
    """Read the day that many papers put into an article's address."""
    found = _IN_ADDRESS.search(url.partition("://")[2])
    return _day(*found.groups()) if found else None


def in_local_zone(told: str | None, printed: Iterable[str]) -> str | None:
    """Give a moment told in UTC the zone that the page prints it in: the day may be another."""
    if told is None or not told.endswith("+00:00"):
        return told
    moment = datetime.fromisoformat(told)
    for line in printed:
        local = read_machine_date(line)
        if local and len(local) > 19 and datetime.fromisoformat(local) == moment:
            return local
    return told


@cache
def _with_month(words: PageWords) -> re.Pattern[str]:
    names = "|".join(sorted((re.escape(name) for name in words.months), key=len, reverse=True))
    return re.compile(rf"(?<!\d)(\d{{1,2}})(?:er)?\s({names})\s((?:19|20)\d\d)(?!\d)")


def _day(year: str | int, month: str | int, day: str | int) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None

"""How the program words what it says: translations, dates and numbers as an editor sets them.

In: English messages, ISO dates, numbers. Out: text in the user's locale. The catalogs lie in
`selon/translations`, whose README tells how they are brought up to date.
"""

import gettext
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from pathlib import Path

from selon.model import Figure, Problem

CATALOGS = Path(__file__).parent.parent / "translations"
NO_BREAK = "\u00a0"
NARROW_NO_BREAK = "\u202f"
# British English keeps the order of day, month and year that French has, without a comma.
_BABEL = {"fr": "fr", "en": "en_GB"}
_MILLION, _BILLION = 1_000_000, 1_000_000_000
_HEDGES = {"exact": "", "about": "≈", "min": "≥", "max": "≤", "range": ""}


def N_(message: str) -> str:
    """Mark a message for translation where it is written; it is translated where it is said."""
    return message


@dataclass(frozen=True, slots=True)
class Wording:
    """One locale's way of saying things. `locale` is "fr" or "en"."""

    locale: str
    catalog: gettext.NullTranslations

    def say(self, message: str, *details: object) -> str:
        """Translate a message and fill its braces."""
        translated = self.catalog.gettext(message) if message else ""
        return translated.format(*details) if details else translated

    def say_many(self, one: str, many: str, count: int) -> str:
        """Translate a message that depends on a number, which fills its braces."""
        return self.catalog.ngettext(one, many, count).format(self.number(count))

    def problem(self, problem: Problem) -> str:
        """Say a problem in one sentence; details that are words of ours are said in it too."""
        details = (self.catalog.gettext(detail) if detail else "" for detail in problem.details)
        return self.say(problem.message, *details)

    def day(self, iso: str | None) -> str:
        """Word a day in full: "mardi 9 janvier 2024"; a moment loses its hour."""
        return self._date(iso, "EEEE d MMMM y")

    def short_day(self, iso: str | None) -> str:
        """Word a day for a table: "9 janv. 2024"."""
        return self._date(iso, "d MMM y")

    def moment(self, iso: str | None) -> str:
        """Word a day, and the hour as printed in its own zone: "mardi 9 janvier 2024 à 18 h 04"."""
        if not iso or len(iso) <= 10:
            return self.day(iso)
        try:
            clock = datetime.fromisoformat(iso).time()
        except ValueError:
            return iso
        return self.say("{}, {}", self.day(iso), self._hour(clock))

    def hour(self, clock: str | None) -> str:
        """Word an hour of the day, given as "14:00"."""
        try:
            return self._hour(time.fromisoformat(clock)) if clock else ""
        except ValueError:
            return clock or ""

    def number(self, value: float, *, in_words: bool = False) -> str:
        """Set a number: "23 210"; `in_words` lets a round one be "1,2 million"."""
        from babel.numbers import format_decimal

        for size in (_BILLION, _MILLION) if in_words else ():
            if abs(value) >= size and round(value / size, 2) == value / size:
                return self._large(size, value / size).format(self.number(value / size))
        pattern = "#,##0.######"
        return format_decimal(value, format=pattern, locale=_BABEL[self.locale]).replace("-", "−")

    def amount(self, figure: Figure, printed: str) -> str:
        """Set a figure's value with hedge and unit: "≈ 1 140", "20–30 %", "≥ 2 millions d'euros".

        `printed` is the text of the figure's field; a currency has no other place.
        """
        words = printed[slice(*figure.number)]
        in_words = any(letter.isalpha() for letter in words)
        value = self.number(figure.value, in_words=in_words)
        if figure.high is not None:
            value = f"{value}–{self.number(figure.high, in_words=in_words)}"
        unit = _unit(figure, printed)
        if unit:
            value += ("" if self.locale == "en" and unit == "%" else NO_BREAK) + unit
        hedge = _HEDGES[figure.bound]
        return f"{hedge}{NO_BREAK}{value}" if hedge else value

    def _date(self, iso: str | None, pattern: str) -> str:
        from babel.dates import format_date

        if not iso:
            return ""
        try:
            day = date.fromisoformat(iso[:10])
        except ValueError:
            return iso
        text = format_date(day, pattern, locale=_BABEL[self.locale])
        # The calendar data knows no ordinal, French has one for the first alone.
        if self.locale == "fr":
            text = re.sub(r"\b1\b", "1er", text, count=1) if day.day == 1 else text
        return text

    def _large(self, size: int, count: float) -> str:
        # French has the plural from two on, English none.
        number = 2 if abs(count) >= 2 else 1
        if size == _BILLION:
            return self.catalog.ngettext("{} billion", "{} billion", number)
        return self.catalog.ngettext("{} million", "{} million", number)

    def _hour(self, clock: time) -> str:
        if self.locale != "fr":
            return f"{clock:%H:%M}"
        hour = f"{clock.hour}{NO_BREAK}h"
        return f"{hour}{NO_BREAK}{clock.minute:02}" if clock.minute else hour


@cache
def wording_for(locale: str) -> Wording:
    """Return the wording of a locale, "fr" or "en"."""
    catalog = gettext.translation("selon", CATALOGS, languages=[locale], fallback=True)
    return Wording(locale, catalog)


def _unit(figure: Figure, printed: str) -> str:
    match figure.unit:
        case "count":
            return ""
        case "percent":
            return "%"
        case "money":
            tail = printed[figure.number.end : max(figure.number.end, figure.text.end)]
            return tail.strip()
    return figure.unit

"""The calendar words of a language, and what an expression of time comes to."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from selon.languages.pack import Pack
from selon.model import Span

Precision = Literal["day", "night", "week", "month", "year", "hour", "event", "span"]
DateRole = Literal["on", "since", "until"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time at tokens [first, last).

    `day` is the ISO day that it names, None where it names none; `month` is "2023-11" for "fin
    novembre", "2018" for a year alone. `hour` is "18:00". `shift` is a number of days against
    whatever day is spoken of ("la semaine précédente": -7). An "event" dates from its beginning.
    """

    first: int
    last: int
    span: Span
    day: str | None
    precision: Precision
    role: DateRole = "on"
    hour: str | None = None
    month: str | None = None
    shift: int = 0
    word: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The calendar words of a pack, ready to be looked up."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    told_days: Mapping[str, int]
    holidays: Mapping[str, tuple[int, int]]
    units: Mapping[str, int]
    small: Mapping[str, frozenset[str]]
    future: frozenset[str]
    future_endings: tuple[str, ...]
    not_future: frozenset[str]
    begun: Mapping[str, frozenset[str]]
    anchors: frozenset[str]


@cache
def calendar(pack: Pack) -> Calendar:
    """Compile the calendar words of a pack."""
    table = pack.tables["calendar"]
    small = {name: frozenset(words.split()) for name, words in table["words"].items()}
    begun = {name: frozenset(words.split()) for name, words in table["begun"].items()}
    anchors = frozenset((
        *table["months"], *table["weekdays"], *table["days"], *table["told_days"], *table["holidays"],
        *table["units"], *small["parts_of_day"], *small["week_end"], *small["same_day"], *small["hours"],
        *begun["start_nouns"],
    ))  # fmt: skip
    return Calendar(
        months=table["months"],
        weekdays=table["weekdays"],
        days=table["days"],
        told_days=table["told_days"],
        holidays={name: (month, day) for name, (month, day) in table["holidays"].items()},
        units=table["units"],
        small=small,
        future=frozenset(table["future"]["words"].split()),
        future_endings=tuple(table["future"]["endings"]),
        not_future=frozenset(table["future"]["not_future"]),
        begun=begun,
        anchors=anchors,
    )

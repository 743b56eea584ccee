"""Which day an expression means: a weekday, a day of the month, a day and month without a year.

The past is nearer than the future in the news, unless the verb of the sentence says otherwise.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from selon.attribute.figures.calendar import Calendar, DateMention, DateRole, Precision
from selon.attribute.sentences import Tokens
from selon.model import Span

ONE_DAY = timedelta(days=1)
_FUTURE_COSTS = 3  # "le 7 octobre" in January is last October's: a day ahead counts as three behind


class DayResolver:
    """Looks at the words of one sentence and remembers the day that was named last."""

    def __init__(
        self, tokens: Tokens, known: Calendar, published: date | None, units: Mapping[str, float]
    ) -> None:
        self.tokens, self.known, self.published, self.units = tokens, known, published, units
        self.words = tokens.words
        self.first = self.last = 0
        self.named: date | None = None
        self.year: int | None = published.year if published else None
        self._is_future: bool | None = None

    def open_sentence(self, first: int, last: int, *, opens_paragraph: bool) -> None:
        self.first, self.last, self._is_future = first, last, None
        if opens_paragraph:
            self.named = None

    def word(self, i: int) -> str:
        return self.words[i] if self.first <= i < self.last else ""

    def has(self, i: int, name: str) -> bool:
        return self.word(i) in self.known.small[name]

    @property
    def is_future(self) -> bool:
        if self._is_future is None:
            known = self.known
            self._is_future = any(
                word in known.future
                or (word.endswith(known.future_endings) and word not in known.not_future)
                for word in self.words[self.first : self.last]
            )
        return self._is_future

    def mention(
        self, first: int, last: int, day: date | None, precision: Precision = "day"
    ) -> DateMention:
        """Make a mention, taking in "depuis" before it and the part of the day behind it."""
        role: DateRole = "on"
        start = first
        for back in (1, 2):
            if self.has(start - back, "since") and (back == 1 or self.has(start - 1, "the")):
                role, first = "since", start - back
                break
            if self.has(start - back, "until") and (back == 1 or self.has(start - 1, "until_the")):
                role, first = "until", start - back
                break
        if precision == "day" and self.has(last, "parts_of_day"):
            last += 1
        if day is not None and precision in ("day", "night"):
            self.named = day
        span = Span(self.tokens.starts[first], self.tokens.ends[last - 1])
        told = day.isoformat() if day else None
        return DateMention(first, last, span, told, precision, role, word=self.words[start])

    def resolve_weekday(self, weekday: int, behind: int) -> date | None:
        """Tell which day a weekday is: the last one up to today, unless something says otherwise."""
        today = self.published
        if today is None:
            return None
        back = (today.weekday() - weekday) % 7
        if self.has(behind, "coming"):
            return today + timedelta(days=7 - back)
        if self.has(behind, "last"):
            return today - timedelta(days=back or 7)
        if self.has(behind, "before") or self.has(behind, "next"):
            if self.named is None:
                return None
            gap = (self.named.weekday() - weekday) % 7
            back_from_named = timedelta(days=gap or 7)
            ahead = timedelta(days=(weekday - self.named.weekday()) % 7 or 7)
            return (
                self.named - back_from_named if self.has(behind, "before") else self.named + ahead
            )
        if back and self.is_future:
            return today + timedelta(days=7 - back)
        return today - timedelta(days=back)

    def resolve_day(
        self, day: int, month: int, year: int | None, weekday: int | None
    ) -> date | None:
        """Tell the year of a day and month: the nearest that its weekday allows, the past before the future."""
        if year is not None:
            return day_or_none(year, month, day)
        if self.published is None:
            return None
        around = self.published.year
        options = [d for y in range(around - 6, around + 2) if (d := day_or_none(y, month, day))]
        if weekday is not None:
            options = [d for d in options if d.weekday() == weekday] or options
        ahead_costs = 1 if self.is_future else _FUTURE_COSTS

        def cost(option: date) -> int:
            delta = (option - self.published).days if self.published else 0
            return delta * ahead_costs if delta > 0 else -delta * (2 if self.is_future else 1)

        return min(options, key=cost, default=None)

    def day_of_month(self, day: int, weekday: int) -> date | None:
        """Resolve "mardi 9": the nearest such day within a month."""
        if self.published is None:
            return None
        near = (self.published + timedelta(days=step) for step in sorted(range(-31, 32), key=abs))
        return next((d for d in near if d.day == day and d.weekday() == weekday), None)

    def day_number(self, i: int) -> tuple[int, int] | None:
        """Read the day of a month at token i: its number and how many tokens it takes."""
        word = self.word(i)
        if word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31:
            is_first = word == "1" and self.word(i + 1) == "er"
            return int(word), 1 + is_first
        if word in self.known.small["first_of_month"]:
            return 1, 1
        value = self.units.get(word, 0)
        return (int(value), 1) if 2 <= value <= 16 else None

    def is_month_name(self, i: int) -> bool:
        """Tell the month from a name or a word written alike: "en mars", "de mai"."""
        return self.has(i - 1, "before_month") and not self.tokens.is_capital(i)

    def widen(self, mention: DateMention | None, first: int) -> DateMention | None:
        if mention is None or mention.first <= first:
            return mention
        return replace(mention, first=first, span=Span(self.tokens.starts[first], mention.span.end))

    def digits_only(self, at: int) -> bool:
        """Tell whether a number behind a weekday can be its day: "mardi 9", and not "samedi 50 personnes"."""
        follows = self.word(at + 1)
        return self.words[at].isdecimal() and (
            not follows or follows in ".,;:)-»" or self.has(at + 1, "at")
        )


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Make a day; None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None

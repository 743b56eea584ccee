"""The dates and hours of a text, resolved against the day that it was published.

Tokens and that day go in; each expression that dates something comes out with its ISO day where
the text lets one tell, else None: what cannot be told is never guessed. Serves alone.
"""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from selon.attribute.figures.calendar import Calendar, DateMention, calendar
from selon.attribute.figures.events import date_events
from selon.attribute.figures.numerals import number_words
from selon.attribute.figures.resolving import ONE_DAY, DayResolver, day_or_none
from selon.attribute.sentences import Tokens
from selon.languages.pack import Pack


def find_dates(tokens: Tokens, published: str | None, pack: Pack) -> tuple[DateMention, ...]:
    """Find the expressions of time in reading order; `published` is an ISO day or moment, or None."""
    known = calendar(pack)
    reader = _Reader(tokens, known, day_of_text(tokens, published, pack), number_words(pack).units)
    anchors = known.anchors
    found: list[DateMention] = []
    for paragraph in tokens.paragraphs:
        for first, last in paragraph.sentences:
            reader.open_sentence(first, last, opens_paragraph=first == paragraph.first)
            past = first
            for i, word in enumerate(tokens.words[first:last], first):
                if i >= past and (word in anchors or _may_carry(word)):
                    mention = reader.read(i)
                    if mention is not None and mention.first >= past:
                        found.append(mention)
                        past = mention.last
    return date_events(tokens, found, known)


def day_of_text(tokens: Tokens, published: str | None, pack: Pack) -> date | None:
    """Tell the day that a text is written on: its publication's, else one that it gives itself, else None."""
    return _day_of(published) or _own_day(tokens, calendar(pack))


def _may_carry(word: str) -> bool:
    """Tell whether a token may be an hour's end ("h30") or a year or a full date in digits."""
    if word[0] == "h":
        return len(word) == 3 and word[1:].isdecimal()
    return (len(word) == 4 and word.isdecimal() and word[:2] in ("18", "19", "20")) or (
        len(word) in (8, 10) and word.count(".") == 2
    )


def _day_of(moment: str | None) -> date | None:
    try:
        return date.fromisoformat(moment[:10]) if moment else None
    except ValueError:
        return None


class _Reader(DayResolver):
    """Reads one expression after the other and remembers the day that was named last."""

    def read(self, i: int) -> DateMention | None:
        """Read the expression that token i belongs to."""
        word, known = self.words[i], self.known
        if word in known.weekdays:
            return self.weekday(i)
        if word in known.months:
            return self.month(i)
        if word in known.told_days:
            return self.told_day(i)
        if word in known.days:
            return self.near_day(i)
        if word in known.small["same_day"]:
            return self.mention(i - 1, i + 1, self.named)
        if word in known.small["hours"] or word[0] == "h":
            return self.hour(i) or self.elapsed(i)
        if word in known.holidays:
            return self.holiday(i)
        if word in known.begun["start_nouns"]:
            return self.event(i)
        if word in known.small["parts_of_day"]:
            return self.part_of_day(i)
        if word in known.small["week_end"]:
            return self.week(i, 0)
        if word in known.units:
            return self.elapsed(i)
        return self.digits(i)

    def weekday(self, i: int) -> DateMention | None:
        """Read "lundi", "lundi 8 janvier", "samedi prochain", "la nuit de lundi à mardi"."""
        known = self.known
        if self.night(i):
            second = self.resolve_weekday(known.weekdays[self.words[i + 2]], i + 3)
            return self.mention(i - 2, i + 3, second, "night")
        if self.words[i].endswith("s") or self.has(i - 1, "every"):
            return None
        at = i + 1
        while self.has(at, "parts_of_day"):
            at += 1
        number = self.day_number(at)
        if number and self.word(at + number[1]) in known.months:
            month = self.month(at + number[1])
            return self.widen(month, i)
        if (
            number
            and number[0] <= 31
            and not self.has(at + number[1], "hours")
            and self.digits_only(at)
        ):
            return self.mention(
                i, at + number[1], self.day_of_month(number[0], known.weekdays[self.words[i]])
            )
        tail = (
            at + 1 if self.has(at, "last") or self.has(at, "next") or self.has(at, "before") else at
        )
        return self.mention(i, tail, self.resolve_weekday(known.weekdays[self.words[i]], at))

    def night(self, i: int) -> bool:
        """Tell whether a weekday is the first of "dans la nuit de lundi à mardi"."""
        return (
            self.has(i - 1, "night_from")
            and self.has(i + 1, "night_to")
            and self.word(i + 2) in self.known.weekdays
            and self.word(i - 2) == "nuit"
        )

    def month(self, i: int) -> DateMention | None:
        """Read around the name of a month: "le 7 octobre", "fin novembre", "mai 2020", "les 1er et 8 décembre"."""
        number = self.known.months[self.words[i]]
        last, year = i + 1, None
        if (word := self.word(last)).isdecimal() and len(word) == 4:
            year, last = int(word), last + 1
        first, day = i, 0
        before = self.word(i - 1)
        if before == "er" and self.word(i - 2) == "1":
            first, day = i - 2, 1
        elif (read := self.day_number(i - 1)) and (
            before.isdecimal() or before in self.known.small["first_of_month"]
        ):
            first, day = i - 1, read[0]
        if not day:
            edge = self.has(i - 1, "edges") or (before == "-" and self.has(i - 2, "edges"))
            if not year and not edge and not self.is_month_name(i):
                return None
            first = i - (2 if before == "-" else 1) if edge else i
            return self.named_month(first, last, number, year)
        weekday = self.known.weekdays.get(self.word(first - 1))
        resolved = self.resolve_day(day, number, year, weekday)
        first = first - 1 if weekday is not None else self.earlier_days(first)
        if self.has(last, "last"):
            last += 1
        return self.mention(first, last, resolved)

    def earlier_days(self, first: int) -> int:
        """Take in the other days of "les 8 et 15 décembre" and "du 12 au 15 janvier"."""
        if self.has(first - 1, "between_days"):
            at = first - 2 - self.has(first - 2, "first_ending")
            if self.word(at).isdecimal() and int(self.word(at)) <= 31:
                return self.earlier_days(at) if at > self.first else at
        return first

    def named_month(self, first: int, last: int, month: int, year: int | None) -> DateMention:
        coming = False
        if self.has(last, "last") or self.has(last, "coming"):
            coming, last = self.has(last, "coming"), last + 1
        if year is None and self.published:
            ahead = month > self.published.month
            year = self.published.year - (ahead and not (coming or self.is_future))
            if not ahead and coming and month < self.published.month:
                year += 1
        mention = self.mention(first, last, None, "month")
        return replace(mention, month=f"{year:04d}-{month:02d}" if year else None)

    def told_day(self, i: int) -> DateMention | None:
        if not self.has(i - 1, "the") and not self.has(i - 1, "before_told_day"):
            return None
        reference = self.named or self.published
        told = reference + self.known.told_days[self.words[i]] * ONE_DAY if reference else None
        return self.mention(i, i + 1, told)

    def near_day(self, i: int) -> DateMention:
        told = self.published + self.known.days[self.words[i]] * ONE_DAY if self.published else None
        return self.mention(i, i + 1, told)

    def part_of_day(self, i: int) -> DateMention | None:
        """Read "ce matin", "cette nuit", "vers midi", "dans la nuit"."""
        word = self.words[i]
        if self.has(i - 1, "this"):
            return self.mention(i - 1, i + 1, self.published)
        if word in self.known.small["noon"] | self.known.small["midnight"] and self.has(
            i - 1, "at"
        ):
            hour = "12:00" if word in self.known.small["noon"] else "00:00"
            return replace(self.mention(i - 1, i + 1, None, "hour"), hour=hour)
        return None

    def hour(self, i: int) -> DateMention | None:
        """Read "à 18 heures", "18h30", "vers 19 h 30", "14H00"."""
        digits = self.word(i - 1)
        if not digits.isdecimal() or int(digits) > 24 or len(digits) > 2:
            return None
        word, last, minutes = self.words[i], i + 1, "00"
        if word[0] == "h" and word[1:].isdecimal():
            minutes = word[1:]
        elif (behind := self.word(last)).isdecimal() and len(behind) == 2 and int(behind) < 60:
            minutes, last = behind, last + 1
        tight = self.tokens.starts[i] == self.tokens.ends[i - 1]
        led = self.has(i - 2, "at") or self.has(i - 2, "before_hour")
        if (
            not (led or (tight and word[0] == "h" and word not in self.known.units))
            or int(minutes) > 59
        ):
            return None
        if self.has(i - 2, "before_hours_that_last") and word in self.known.units:
            return None
        mention = self.mention(i - 1, last, None, "hour")
        return replace(mention, hour=f"{int(digits) % 24:02d}:{minutes}")

    def holiday(self, i: int) -> DateMention | None:
        if not self.has(i - 1, "before_holiday") or not self.tokens.is_capital(i):
            return None
        of_day = self.has(i - 2, "day_units") or self.has(i - 2, "parts_of_day")
        if (self.has(i - 1, "plain_of") and not of_day) or self.published is None:
            return None
        month, day = self.known.holidays[self.words[i]]
        return self.mention(i, i + 1, self.resolve_day(day, month, None, None))

    def event(self, i: int) -> DateMention | None:
        """Read "depuis le début de la guerre": a day that the text may tell elsewhere."""
        if not any(self.has(back, "since") for back in (i - 1, i - 2)):
            return None
        last = i + 1
        while last < min(i + 4, self.last) and self.word(last)[0].isalpha():
            last += 1
            if not self.has(last - 1, "the") and not self.has(last - 1, "of"):
                break
        return replace(self.mention(i, last, None, "event"), word=self.word(last - 1))

    def week(self, i: int, days: int) -> DateMention | None:
        """Read "la semaine dernière", "le week-end précédent": a number of days off whatever day it is about."""
        if self.has(i + 1, "last") or self.has(i + 1, "before"):
            return replace(self.mention(i, i + 2, None, "week"), shift=-7)
        if self.has(i + 1, "next"):
            return replace(self.mention(i, i + 2, None, "week"), shift=7)
        if self.has(i - 1, "this"):
            return self.mention(i - 1, i + 1, None, "week")
        return None

    def elapsed(self, i: int) -> DateMention | None:
        """Read "il y a trois jours", "deux semaines plus tôt", "depuis trois mois", "ces dernières 24 heures"."""
        word, units = self.words[i], self.known.units
        if self.has(i, "week") and (week := self.week(i, 7)):
            return week
        count = self.count_before(i)
        if count is None:
            if self.has(i, "long_units") and (self.has(i + 1, "last") or self.has(i + 1, "coming")):
                return self.whole_unit(i)
            return None
        number, first = count
        if self.has(first - 1, "ago_has") and self.has(first - 2, "ago_there"):
            told = self.published - timedelta(days=number * units[word]) if self.published else None
            exact = bool(units[word]) and number <= 366
            return self.mention(
                first - 2, i + 1, told if exact else None, "day" if exact else "span"
            )
        if self.has(first - 1, "ahead") and units[word] and number <= 366:
            told = self.published + timedelta(days=number * units[word]) if self.published else None
            return self.mention(first - 1, i + 1, told)
        earlier = self.has(i + 1, "earlier") or (
            self.has(i + 1, "more") and self.has(i + 2, "early")
        )
        if earlier and units[word]:
            last = i + 3 if self.has(i + 1, "more") else i + 2
            reference = self.named or self.published
            told = (
                reference - timedelta(days=number * units[word])
                if reference and number <= 366
                else None
            )
            return self.mention(first, last, told)
        if self.has(first - 1, "since"):
            exact = bool(units[word]) and number <= 366 and self.published is not None
            told = (
                self.published - timedelta(days=number * units[word])
                if exact and self.published
                else None
            )
            return self.mention(first, i + 1, told if self.has(i, "day_units") else None, "span")
        return None

    def count_before(self, i: int) -> tuple[int, int] | None:
        word = self.word(i - 1)
        if word.isdecimal() and len(word) <= 3:
            return int(word), i - 1
        value = int(self.units.get(word, 0))
        return (value, i - 1) if value else None

    def whole_unit(self, i: int) -> DateMention:
        mention = self.mention(i, i + 2, None, "year" if self.words[i] != "mois" else "month")
        if self.published is None:
            return mention
        step = 1 if self.has(i + 1, "coming") else -1
        if self.words[i] == "mois":
            months = self.published.year * 12 + self.published.month - 1 + step
            return replace(mention, month=f"{months // 12:04d}-{months % 12 + 1:02d}")
        return replace(mention, month=str(self.published.year + step))

    def digits(self, i: int) -> DateMention | None:
        """Read a year alone ("en 2018") or a date in digits ("12.03.2019", "12/03/2019")."""
        word = self.words[i]
        if "." in word:
            return self.in_digits(i, i + 1, word.split("."))
        if self.word(i - 1) == "/" == self.word(i - 3):
            return self.in_digits(i - 4, i + 1, [self.word(i - 4), self.word(i - 2), word])
        if self.has(i - 1, "before_year"):
            if self.has(i - 1, "before_year_alone") and not self.is_year_alone(i):
                return None
            mention = self.mention(i, i + 1, None, "year")
            return replace(mention, month=word)
        return None

    def in_digits(self, first: int, last: int, parts: list[str]) -> DateMention | None:
        day, month, year = parts
        if not (day.isdecimal() and month.isdecimal() and year.isdecimal() and len(year) == 4):
            return None
        return self.mention(first, last, day_or_none(int(year), int(month), int(day)))

    def is_year_alone(self, i: int) -> bool:
        """Tell a year from a count: nothing that could be counted stands behind it."""
        follows = self.word(i + 1)
        return (
            not follows
            or not (follows.isalpha() or follows in "%€$")
            or self.has(i + 1, "behind_year")
        )


def _own_day(tokens: Tokens, known: Calendar) -> date | None:
    """Tell the day of an undated text from the latest full date that it names more than once, as posts in it do."""
    words, named = tokens.words, Counter[date]()
    for i in range(1, len(words) - 1):
        month = known.months.get(words[i])
        if (
            month
            and words[i + 1].isdecimal()
            and len(words[i + 1]) == 4
            and words[i - 1].isdecimal()
        ):
            day = day_or_none(int(words[i + 1]), month, int(words[i - 1][:3]))
            if day:
                named[day] += 1
    return max((day for day, times in named.items() if times > 1), default=None)

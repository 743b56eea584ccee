"""The figures of a text: what each counts, when, where, and according to whom.

Tokens, the article and its statements in the same field go in; figures in reading order come out.
Numbers are found by rule; whether one is a figure, what it counts, over what time and on which
day is decided by votes (`clues`, `days`) and their learned weights.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from selon.attribute.clues import (
    Sighting, base_votes, count_words, counts_echoes, counts_votes, figure_votes, head_kind, period_votes, see,
)  # fmt: skip
from selon.attribute.counted import Counted, figure_words, read_counted
from selon.attribute.dates import DateMention, day_of_text, find_dates
from selon.attribute.days import Clock, day_candidates, hour_of, open_clock, since_of
from selon.attribute.holders import Holders
from selon.attribute.judges import PERIODS, Judge, weighing_judge
from selon.attribute.manner import is_provisional, stance_of
from selon.attribute.numbers import Number, find_numbers
from selon.attribute.places import place_of
from selon.attribute.sentences import Tokens
from selon.languages.pack import Pack
from selon.model import Article, Figure, Period, Span, Statement

_TOPIC_LABELS = frozenset(("killed", "injured", "demonstrators", "arrested", "infected", "displaced"))


def find_figures(
    tokens: Tokens, field: str, *, article: Article, statements: Sequence[Statement], pack: Pack
) -> tuple[Figure, ...]:
    """Find the figures of one field; `statements` are those of the same field."""
    found = judged_figures(tokens, article.published, statements, pack, weighing_judge(pack))
    return tuple(replace(figure, field=field) for figure in found)


def judged_figures(
    tokens: Tokens, published: str | None, statements: Sequence[Statement], pack: Pack, judge: Judge
) -> Iterator[Figure]:
    """Yield the figures of a text as a judge sees them."""
    dates = find_dates(tokens, published, pack)
    numbers = [n for n in _apart(find_numbers(tokens, pack), dates) if _is_worth(tokens, n, pack)]
    if not numbers:
        return
    reader = _Reader(tokens, pack, judge, open_clock(day_of_text(tokens, published, pack), dates), Holders(statements))
    reader.topic = _topic(tokens, pack)
    at_number = at_date = 0
    for paragraph in tokens.paragraphs:
        reader.open_paragraph()
        for sentence in paragraph.sentences:
            first_number, first_date = at_number, at_date
            while at_number < len(numbers) and numbers[at_number].first < sentence[1]:
                at_number += 1
            while at_date < len(dates) and dates[at_date].first < sentence[1]:
                at_date += 1
            if at_number > first_number:
                yield from reader.read(sentence, numbers[first_number:at_number], dates[first_date:at_date])
            reader.close_sentence(dates[first_date:at_date])


def _apart(numbers: Sequence[Number], dates: Sequence[DateMention]) -> Iterator[Number]:
    """Leave out the numbers that stand within a date or an hour."""
    at = 0
    for number in numbers:
        while at < len(dates) and dates[at].last <= number.first:
            at += 1
        if at == len(dates) or number.last <= dates[at].first or dates[at].precision == "event":
            yield number


def _is_worth(tokens: Tokens, number: Number, pack: Pack) -> bool:
    """Drop at once nearly every "un" and "une": only before who can be a toll, or a unit, may it count."""
    if number.form not in ("one", "none"):
        return True
    counts, known = count_words(pack), figure_words(pack)
    for word in tokens.words[number.last : number.last + 2]:
        if word in known.small["persons"] or word in known.units or word in known.percent["points"]:
            return True
        if counts.nouns.get(word, "other") not in ("other", "rate", "share", "distance", "money", "magnitude"):
            return True
    return False


def _topic(tokens: Tokens, pack: Pack) -> str:
    """Tell what most of the counting words of a text are about."""
    known = count_words(pack)
    seen = Counter(label for word in tokens.words if (label := known.around.get(word)))
    ranked = [(count, label) for label, count in seen.items() if label in _TOPIC_LABELS]
    return max(ranked)[1] if ranked else ""


@dataclass(slots=True)
class _Last:
    """The figure before, for what is carried over from it."""

    number: Span | None = None
    counts: str = ""
    period: str = ""
    place: str = ""
    sentence: tuple[int, int] = (-1, -1)


class _Reader:
    """Reads sentence after sentence and remembers what the next may leave out."""

    def __init__(self, tokens: Tokens, pack: Pack, judge: Judge, clock: Clock, holders: Holders) -> None:
        self.tokens, self.pack, self.judge = tokens, pack, judge
        self.clock, self.holders = clock, holders
        self.topic = ""
        self.known = figure_words(pack)
        self.last = _Last()

    def open_paragraph(self) -> None:
        """Forget what was carried over, and keep the paragraph's day as an earlier one."""
        self.last = _Last()
        self.clock.earlier_day = self.clock.paragraph_day or self.clock.earlier_day
        self.clock.paragraph_day = None

    def close_sentence(self, dates: Sequence[DateMention]) -> None:
        """Remember the last day that a sentence named."""
        for mention in dates:
            if mention.day and mention.precision in ("day", "night") and mention.role == "on":
                self.clock.paragraph_day = mention.day

    def read(
        self, sentence: tuple[int, int], numbers: Sequence[Number], dates: Sequence[DateMention]
    ) -> Iterator[Figure]:
        """Yield the figures of one sentence."""
        counted = [read_counted(self.tokens, number, sentence, self.pack) for number in numbers]
        for i, one in enumerate(counted):
            before = counted[i - 1].number.last if i else sentence[0]
            behind = numbers[i + 1].first if i + 1 < len(numbers) else sentence[1]
            near = _near_dates(dates, one)
            seen = see(self.tokens, one, sentence, (before, behind), self.pack)
            seen = replace(seen, dates=near, carried=self.last.counts, carried_period=self.last.period)
            base = base_votes(self.tokens, seen, self.pack)
            if one.unit_kind == "duration" and one.number.form != "factor":
                continue
            if self.judge.is_figure(one.number, figure_votes(self.tokens, seen, base, self.pack)):
                yield self.figure(seen, base)

    def figure(self, seen: Sighting, base: list[str]) -> Figure:
        """Answer all that is asked of a figure."""
        one, number = seen.counted, seen.counted.number
        kind = head_kind(one, self.known)
        echoes = counts_echoes(seen, self.topic, kind)
        counts = self.judge.counts(number, counts_votes(seen, base, self.topic), echoes)
        told = self.judge.period(number, period_votes(seen, base, counts, self.pack))
        period: Period = next(name for name in PERIODS if name == told)
        day = self.judge.day(number, day_candidates(seen, self.clock, counts=counts, period=period))
        part_of = self.whole_of(seen)
        place = place_of(self.tokens, seen, self.pack) or (self.last.place if part_of else "")
        by, held = self.holders.holder(number.span)
        self.clock.figure_day, self.clock.figure_sentence = day, seen.sentence
        self.last = _Last(number.span, counts, period, place, seen.sentence)
        tokens = self.tokens
        noun = tokens.text[tokens.starts[one.noun_first] : tokens.ends[one.noun_last - 1]] if one.head else ""
        return Figure(
            field="", number=number.span, text=Span(tokens.starts[one.first], tokens.ends[one.last - 1]),
            value=number.value, high=number.high, bound=one.bound, unit=self.unit(one), counts=counts,
            of=noun.strip("«»“”\"' \u00a0\u202f"), part_of=part_of, place=place, as_of=day,
            since=since_of(seen, is_cumulative=period == "cumulative"), at=hour_of(seen), period=period,
            provisional=is_provisional(tokens, seen, self.pack),
            stance=stance_of(tokens, seen, held, self.pack), by=by, rule=self.rule(seen),
        )  # fmt: skip

    def unit(self, one: Counted) -> str:
        return "count" if one.number.form == "factor" else one.unit

    def whole_of(self, seen: Sighting) -> Span | None:
        """Find the whole that a figure is a part of: "250 enlevées, dont une centaine"."""
        small, left = self.known.small, seen.left
        if self.last.number is None:
            return None
        nearest = left[-4:]
        if any(word in small["part"] or word in small["among"] for word in nearest):
            return self.last.number
        return None

    def rule(self, seen: Sighting) -> str:
        """Name what the figure was read from."""
        c, language = seen.counted, self.pack.language
        name = "number_alone"
        if c.number.form == "factor":
            name = "factor"
        elif c.number.form in ("fraction", "ratio"):
            name = "share_of_a_whole"
        elif c.unit_kind != "count":
            name = "number_and_unit"
        elif c.head:
            name = "number_and_noun"
        return f"{language}/{name}"


def _near_dates(dates: Sequence[DateMention], one: Counted) -> tuple[DateMention, ...]:
    """Keep the few mentions that stand nearest to a number, so that long sentences stay cheap."""
    if len(dates) <= 8:
        return tuple(dates)
    nearest = sorted(dates, key=lambda m: abs(m.first - one.first))[:8]
    return tuple(sorted(nearest, key=lambda m: m.first))

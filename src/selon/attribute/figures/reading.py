"""The figures of a text: what each counts, when, where, and according to whom.

Tokens, the article and its statements in the same field go in; figures in reading order come out.
Numbers are found by rule; whether one is a figure, what it counts, over what time and on which
day is decided by votes (`clues`, `days`) and their learned weights.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from selon.attribute.figures.calendar import DateMention
from selon.attribute.figures.clues import (
    Sighting,
    base_votes,
    count_words,
    counts_echoes,
    counts_votes,
    figure_votes,
    head_kind,
    see,
)  # fmt: skip
from selon.attribute.figures.counted import Counted, figure_words, read_counted
from selon.attribute.figures.dates import day_of_text, find_dates
from selon.attribute.figures.days import Clock, day_candidates, hour_of, since_of
from selon.attribute.figures.holders import Holders
from selon.attribute.figures.judges import Judge, weighing_judge
from selon.attribute.figures.manner import is_provisional, stance_of
from selon.attribute.figures.numbers import Number, find_numbers
from selon.attribute.figures.periods import period_votes, signs_beside
from selon.attribute.figures.places import place_of
from selon.attribute.sentences import Paragraph, Tokens
from selon.languages.pack import Pack, Rule
from selon.model import Article, Figure, Span, Statement

_MEASURES = frozenset(("other", "rate", "share", "distance", "money", "magnitude"))
_TOPIC_LABELS = frozenset(
    ("killed", "injured", "demonstrators", "arrested", "infected", "displaced")
)


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
    today = day_of_text(tokens, published, pack)
    reader = _Reader(
        tokens,
        pack,
        judge,
        Clock(today.isoformat() if today else None),
        Holders(statements),
    )
    at_number = at_date = 0
    for paragraph in tokens.paragraphs:
        first_date = at_date
        while at_date < len(dates) and dates[at_date].first < paragraph.last:
            at_date += 1
        reader.open_paragraph(paragraph, dates[first_date:at_date])
        at_date = first_date
        for sentence in paragraph.sentences:
            first_number, first_date = at_number, at_date
            while at_number < len(numbers) and numbers[at_number].first < sentence[1]:
                at_number += 1
            while at_date < len(dates) and dates[at_date].first < sentence[1]:
                at_date += 1
            if at_number > first_number:
                yield from reader.read(
                    sentence, numbers[first_number:at_number], dates[first_date:at_date]
                )
            reader.clock.close_sentence(dates[first_date:at_date])


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
        if counts.nouns.get(word, "other") not in _MEASURES:
            return True
    return False


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

    def __init__(
        self, tokens: Tokens, pack: Pack, judge: Judge, clock: Clock, holders: Holders
    ) -> None:
        self.tokens, self.pack, self.judge = tokens, pack, judge
        self.clock, self.holders = clock, holders
        self.topic, self.topics = "", Counter[str]()
        self.around = count_words(pack).around
        self.known = figure_words(pack)
        self.last = _Last()

    def open_paragraph(self, paragraph: Paragraph, dates: Sequence[DateMention]) -> None:
        """Forget what was carried over; learn the paragraph's days and what its words are about."""
        self.last = _Last()
        self.clock.open_paragraph(dates)
        for word in self.tokens.words[paragraph.first : paragraph.last]:
            label = self.around.get(word)
            if label in _TOPIC_LABELS:
                self.topics[label] += 1
        self.topic = max(self.topics, key=lambda label: (self.topics[label], label), default="")

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
            seen = replace(
                seen, dates=near, carried=self.last.counts, carried_period=self.last.period
            )
            base = base_votes(self.tokens, seen, self.pack)
            if self.is_never(one):
                continue
            rule = self.rule(one)
            if "settles" in rule.body or self.judge.is_figure(
                one.number, figure_votes(self.tokens, seen, base, self.pack)
            ):
                yield self.figure(seen, base, rule)

    def figure(self, seen: Sighting, base: list[str], rule: Rule) -> Figure:
        """Answer all that is asked of a figure."""
        one, number = seen.counted, seen.counted.number
        kind, signs = head_kind(one, self.known), signs_beside(seen, self.pack)
        echoes = counts_echoes(seen, self.topic, kind, self.pack)
        counts = self.judge.counts(number, counts_votes(seen, base, signs, self.pack), echoes)
        settled = rule.body.get("settles", {})
        counts = settled.get("counts", counts)
        period = self.judge.period(number, period_votes(seen, base, counts, signs, self.pack))
        period = settled.get("period", period)
        day = self.judge.day(number, day_candidates(seen, self.clock, counts, period))
        part_of = self.whole_of(seen)
        place = place_of(self.tokens, seen, self.pack) or (self.last.place if part_of else "")
        by, held = self.holders.holder(number.span)
        self.clock.figure_day, self.clock.figure_sentence = (
            day or self.clock.figure_day,
            seen.sentence,
        )
        self.last = _Last(number.span, counts, period, place, seen.sentence)
        tokens = self.tokens
        noun = (
            tokens.text[tokens.starts[one.noun_first] : tokens.ends[one.noun_last - 1]]
            if one.head
            else ""
        )
        return Figure(
            field="", number=number.span, text=Span(tokens.starts[one.first], tokens.ends[one.last - 1]),
            value=number.value, high=number.high, bound=one.bound, unit=self.unit(one), counts=counts,
            of=noun.strip("«»“”\"' \u00a0\u202f"), part_of=part_of, place=place, as_of=day,
            since=since_of(seen, is_cumulative=period == "cumulative"), at=hour_of(seen), period=period,
            provisional=is_provisional(tokens, seen, self.pack),
            stance=stance_of(tokens, seen, held, self.pack), by=by, rule=f"{self.pack.language}/{rule.name}",
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

    def is_never(self, one: Counted) -> bool:
        """Tell durations and ages, and the numbers of articles, acts and lines: no figures, whatever else holds."""
        number, words = one.number, self.tokens.words
        if number.form == "ratio":
            return any(
                self.known.units.get(w) == "duration" for w in words[number.first : number.last]
            )
        if one.unit_kind == "duration":
            return number.form != "factor"
        before = words[number.first - 1] if number.first else ""
        return one.unit_kind == "count" and before in self.known.small["names_before"]

    def rule(self, one: Counted) -> Rule:
        """Tell what a figure is read from: the first rule of `rules/figures.toml` that fits."""
        noun = "printed" if one.head else "left out"
        return next(
            rule
            for rule in self.pack.rules["figures"]
            if one.number.form in rule.body.get("forms", one.number.form).split()
            and one.unit_kind in rule.body.get("units", one.unit_kind).split()
            and rule.body.get("noun", noun) == noun
            and ("heads" not in rule.body or one.head in rule.body["heads"].split())
        )


def _near_dates(dates: Sequence[DateMention], one: Counted) -> tuple[DateMention, ...]:
    """Keep the few mentions that stand nearest to a number, so that long sentences stay cheap."""
    if len(dates) <= 8:
        return tuple(dates)
    nearest = sorted(dates, key=lambda m: abs(m.first - one.first))[:8]
    return tuple(sorted(nearest, key=lambda m: m.first))

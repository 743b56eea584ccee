"""Learns the weights of figures from annotated articles; the same articles give the same weights.

Development only. Articles with their figures marked go in (`Lesson`); for each question about a
number, votes with the right answer come out, and from them the weights of the pack's files
figures.txt, counts.txt, periods.txt and days.txt.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from selon.attribute.figures.judges import PERIODS, Judge, WeighingJudge
from selon.attribute.figures.numbers import Number, find_numbers
from selon.attribute.figures.reading import judged_figures
from selon.attribute.sentences import Tokens, cut
from selon.attribute.votes import Votes
from selon.languages.examples import parse_example
from selon.languages.pack import Pack
from selon.model import Period, Span
from selon.quality.annotated import Annotated
from selon.quality.learning import Choice, learn

Choices = dict[str, list[Choice]]
TASKS = ("figures", "counts", "periods", "days")
_BLOCKS = 4
EXAMPLES_COUNT = 3  # times; an example was written to be typical
EXAMPLES_DAY = "2024-01-09"
PENALTIES = {"figures": 1.0, "counts": 2.0, "periods": 8.0, "days": 8.0}


@dataclass(frozen=True, slots=True)
class Lesson:
    """One annotated article: its tokens, its day, and its figures by the span of their number."""

    id: str
    tokens: Tokens
    published: str | None
    figures: Mapping[Span, Mapping[str, Any]]


@dataclass(slots=True)
class TeachingJudge:
    """Knows the right answers and keeps the votes on each question as a choice.

    What it gives is what a `guide` would have said, so that the weights learn to live with the
    errors that are carried from one figure to the next; without a guide, the right answer.
    """

    lesson: Lesson
    labels: Sequence[str]
    guide: Judge | None = None
    choices: dict[str, list[Choice]] = field(default_factory=lambda: {task: [] for task in TASKS})

    def is_figure(self, number: Number, votes: Votes) -> bool:
        """Answer, and keep a choice between nothing and the votes."""
        right = self.marked(number) is not None
        self.choices["figures"].append(Choice(([], votes), frozenset((int(right),))))
        return right

    def counts(self, number: Number, votes: Votes, echoes: Sequence[tuple[str, str]]) -> str:
        """Answer, and keep a choice among the labels."""
        right = self.asked(number, "counts")
        if right is not None:
            self.labelled("counts", right, self.labels, votes, echoes)
        return self.guide.counts(number, votes, echoes) if self.guide else right or self.labels[-1]

    def period(self, number: Number, votes: Votes) -> Period:
        """Answer, and keep a choice among the periods."""
        right = self.asked(number, "period")
        if right is not None:
            self.labelled("periods", right, PERIODS, votes)
        if self.guide:
            return self.guide.period(number, votes)
        return next((period for period in PERIODS if period == right), PERIODS[0])

    def day(self, number: Number, days: Sequence[tuple[str | None, Votes]]) -> str | None:
        """Answer, and keep a choice among the days where one of them is right."""
        told, marked = self.asked(number, "as_of"), self.marked(number) is not None
        right = [i for i, (day, _) in enumerate(days) if day == told]
        if marked and right and len(days) > 1 and "as_of" in (self.marked(number) or {}):
            self.choices["days"].append(Choice([votes for _, votes in days], frozenset(right)))
        return self.guide.day(number, days) if self.guide else told

    def asked(self, number: Number, name: str) -> str | None:
        """Tell what the annotation says of a number; None where it is no figure or nothing is said."""
        figure = self.marked(number)
        return None if figure is None or figure.get(name) is None else str(figure[name])

    def labelled(
        self,
        task: str,
        answer: str,
        labels: Sequence[str],
        votes: Votes,
        echoes: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Keep a choice among labels: each vote once for each, the echoes for their own."""
        candidates = [
            [f"{label}|{vote}" for vote in votes] + [vote for said, vote in echoes if said == label]
            for label in labels
        ]
        self.choices[task].append(Choice(candidates, frozenset((labels.index(answer),))))

    def marked(self, number: Number) -> Mapping[str, Any] | None:
        """Find the annotated figure that a number overlaps by more than half."""
        best, figure = 0.5, None
        for span, marked in self.lesson.figures.items():
            both = min(span.end, number.span.end) - max(span.start, number.span.start)
            either = max(span.end, number.span.end) - min(span.start, number.span.start)
            if both > 0 and both / either >= best:
                best, figure = both / either, marked
        return figure


def collect(lessons: Iterable[Lesson], pack: Pack, guide: Judge | None = None) -> Choices:
    """Collect the choices of every question from annotated articles."""
    choices: Choices = {task: [] for task in TASKS}
    for lesson in lessons:
        judge = TeachingJudge(lesson, tuple(pack.tables["counts"]), guide)
        for _ in judged_figures(lesson.tokens, lesson.published, (), pack, judge):
            pass
        for task in TASKS:
            choices[task] += judge.choices[task]
    return choices


def train(
    lessons: Sequence[Lesson], pack: Pack, names: frozenset[str] = frozenset()
) -> dict[str, dict[str, float]]:
    """Learn the weights of every question from annotated articles, in their order.

    In a second round each block of the articles is read as weights learned on the others read it.
    """
    lessons = [*lessons, *list(examples(pack)) * EXAMPLES_COUNT]
    alone = [collect([lesson], pack) for lesson in lessons]
    guided: Choices = {task: [] for task in TASKS}
    for block in range(_BLOCKS):
        inside = [i * _BLOCKS // len(lessons) == block for i in range(len(lessons))]
        others = _joined(one for one, within in zip(alone, inside, strict=True) if not within)
        guide = WeighingJudge(replace(pack, weights=_learned(others, names)))
        mine = [lesson for lesson, within in zip(lessons, inside, strict=True) if within]
        guided = _joined((guided, collect(mine, pack, guide)))
    return _learned(guided, names)


def _joined(parts: Iterable[Choices]) -> Choices:
    joined: Choices = {task: [] for task in TASKS}
    for part in parts:
        for task in TASKS:
            joined[task] += part[task]
    return joined


def _learned(choices: Choices, names: frozenset[str]) -> dict[str, dict[str, float]]:
    return {
        task: learn(choices[task], penalty=PENALTIES[task], seen=3, smallest=0.03, names=names)
        for task in TASKS
    }


def examples(pack: Pack) -> Iterator[Lesson]:
    """Yield the examples of the rules as lessons: what teaches also tests."""
    for file in ("figures", "periods"):
        for rule in pack.rules[file]:
            for i, sentence in enumerate((*rule.finds, *rule.ignores)):
                text, marks = parse_example(sentence)
                tokens = cut(text, pack)
                spans = [number.span for number in find_numbers(tokens, pack)]
                figures: dict[Span, Mapping[str, Any]] = {}
                for mark in marks:
                    inside = [s for s in spans if mark.span.start <= s.start < mark.span.end]
                    figures[inside[0] if inside else mark.span] = dict(mark.attributes)
                yield Lesson(f"{rule.name}-{i}", tokens, EXAMPLES_DAY, figures)


def lesson_of(one: Annotated, pack: Pack) -> Lesson:
    """Find the annotated figures of an article at their offsets."""
    text, last = one.article.text, 0
    figures: dict[Span, Mapping[str, Any]] = {}
    for figure in one.figures:
        start = text.find(figure["text"], figure.get("near", last))
        start = start if start >= 0 else text.find(figure["text"])
        number = re.search(re.escape(figure["number"]), text[start : start + len(figure["text"])])
        begin = start + (number.start() if number else 0)
        figures[Span(begin, begin + len(figure["number"] if number else figure["text"]))] = figure
        last = start + 1
    return Lesson(one.article.id, cut(text, pack), one.article.published, figures)

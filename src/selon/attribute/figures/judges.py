"""Who answers the questions about a number: the learned weights of a pack.

Votes go in, answers come out. The trainer puts a judge of its own in this one's place, which
knows the answers and keeps the votes.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Protocol

from selon.attribute.figures.numbers import Number
from selon.attribute.votes import Votes, tally
from selon.languages.pack import Pack
from selon.model import Period

# Against "no day". On 110 articles of stories that were not learned from, 1.2 finds 273 of the 353 days that
# readers told and leaves 272 of the 441 figures that they left without; 0.8 is 267 and 292, 2.0 is 290 and 202.
_HANDICAP = 1.2
PERIODS: tuple[Period, ...] = ("interval", "instant", "none", "cumulative", "change")


class Judge(Protocol):
    """Answers four questions about a number from the votes on them."""

    def is_figure(self, number: Number, votes: Votes) -> bool:
        """Tell whether a number is a figure."""

    def counts(self, number: Number, votes: Votes, echoes: Sequence[tuple[str, str]]) -> str:
        """Tell what a figure counts, a label of `counts.toml`."""

    def period(self, number: Number, votes: Votes) -> Period:
        """Tell over what time a figure counts."""

    def day(self, number: Number, days: Sequence[tuple[str | None, Votes]]) -> str | None:
        """Choose the day that a figure is good for; None is one of the candidates."""


class WeighingJudge:
    """Answers by the sum of the votes' weights."""

    def __init__(self, pack: Pack) -> None:
        none: Mapping[str, float] = {}
        self.figures = pack.weights.get("figures", none)
        self.days = pack.weights.get("days", none)
        self.echoes = pack.weights.get("counts", none)
        self.of_counts = _by_label(pack.weights.get("counts", none))
        self.of_period = _by_label(pack.weights.get("periods", none))

    def is_figure(self, number: Number, votes: Votes) -> bool:
        """Tell whether the votes for a figure outweigh those against it."""
        return tally(votes, self.figures) > 0

    def counts(self, number: Number, votes: Votes, echoes: Sequence[tuple[str, str]]) -> str:
        """Tell the label with the heaviest votes."""
        sums = _sums(votes, self.of_counts)
        for label, vote in echoes:
            sums[label] = sums.get(label, 0.0) + self.echoes.get(vote, 0.0)
        return max(sums, key=lambda label: sums[label], default="other")

    def period(self, number: Number, votes: Votes) -> Period:
        """Tell the period with the heaviest votes."""
        sums = _sums(votes, self.of_period)
        return max(PERIODS, key=lambda period: sums.get(period, 0.0))

    def day(self, number: Number, days: Sequence[tuple[str | None, Votes]]) -> str | None:
        """Choose the day with the heaviest votes; the first of equals."""
        return max(
            days, key=lambda one: tally(one[1], self.days) - (_HANDICAP if one[0] is None else 0)
        )[0]


@cache
def weighing_judge(pack: Pack) -> WeighingJudge:
    """Make the judge of a pack, once."""
    return WeighingJudge(pack)


def _by_label(weights: Mapping[str, float]) -> dict[str, list[tuple[str, float]]]:
    """Turn "label|vote" weights into the labels that each vote speaks for."""
    by_vote: dict[str, list[tuple[str, float]]] = {}
    for name, weight in weights.items():
        label, _, vote = name.partition("|")
        by_vote.setdefault(vote, []).append((label, weight))
    return by_vote


def _sums(votes: Votes, weights: Mapping[str, list[tuple[str, float]]]) -> dict[str, float]:
    sums: dict[str, float] = {}
    for vote in votes:
        for label, weight in weights.get(vote, ()):
            sums[label] = sums.get(label, 0.0) + weight
    return sums

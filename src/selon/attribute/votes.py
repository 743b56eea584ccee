"""Votes and their weights: each thing that holds of a candidate is a vote with a name.

Weights per name are learned from annotated articles when the pack is built and shipped as a text
file; here a candidate's score is their sum, and nothing else.

Where many candidates are asked the same questions, a vote is a question and its answer
("first finite = Q"). Questions that are answered alike form a group, whose weights are added up
once for all candidates; a candidate then takes one look-up a group.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

Votes = list[str]
Questions = tuple[tuple[str, ...], ...]
Lookup = Mapping[str, float]

_IS = " = "
_KEPT = 20_000  # ways of asking: verbs times constructions, in any text


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """Weights by question, then by answer."""

    weights: Mapping[str, Mapping[str, float]]


def tally(votes: Iterable[str], weights: Mapping[str, float]) -> float:
    """Add up the weights of some votes; a vote without a weight counts for nothing."""
    return sum([weights[vote] for vote in votes if vote in weights])


def tables_of(weights: Mapping[str, float]) -> Tables:
    """Sort the weights of questions and answers: by question, then by answer."""
    tables: dict[str, dict[str, float]] = {}
    for vote, weight in weights.items():
        question, _, answer = vote.partition(_IS)
        tables.setdefault(question, {})[answer] = weight
    return Tables(tables)


@lru_cache(_KEPT)
def ask(tables: Tables, questions: Callable[..., Questions], *about: str) -> tuple[Lookup, ...]:
    """Add up the weights of each group of the `questions` that are asked about something."""
    return tuple([_added_up(tables, group) for group in questions(*about)])


@lru_cache(_KEPT)
def _added_up(tables: Tables, group: tuple[str, ...]) -> Lookup:
    told = [tables.weights[question] for question in group if question in tables.weights]
    if len(told) < 2:
        return told[0] if told else {}
    total = dict(told[0])
    for weights in told[1:]:
        for answer, weight in weights.items():
            total[answer] = total.get(answer, 0.0) + weight
    return total


def weigh(asked: Sequence[Lookup], answers: Sequence[str]) -> float:
    """Add up the weights of one candidate's answers."""
    # Most answers have no weight; looking for them before fetching is the fastest.
    return sum([told[answer] for told, answer in zip(asked, answers) if answer in told])  # noqa: B905


def votes_of(questions: Questions, answers: Iterable[str]) -> Votes:
    """Name the votes that answers to groups of questions make, as the weights file has them."""
    return [
        f"{question}{_IS}{answer}"
        for group, answer in zip(questions, answers, strict=True)
        for question in group
    ]

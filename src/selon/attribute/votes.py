"""Votes and their weights: each thing that holds of a candidate is a vote with a name.

Weights per name are learned from annotated articles when the pack is built and shipped as a text
file; here a candidate's score is their sum, and nothing else.

Where many candidates are asked the same questions, a vote is a question and its answer
("first finite = Q"): the questions are looked up once, the answers for each candidate.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

Votes = list[str]
Tables = Mapping[str, Mapping[str, float]]
Lookup = Callable[[str, float], float]

_IS = " = "
_NOTHING: Mapping[str, float] = {}


def tally(votes: Iterable[str], weights: Mapping[str, float]) -> float:
    """Add up the weights of some votes; a vote without a weight counts for nothing."""
    get = weights.get
    return sum([get(vote, 0.0) for vote in votes])


def tables_of(weights: Mapping[str, float]) -> Tables:
    """Sort the weights of questions and answers: by question, then by answer."""
    tables: dict[str, dict[str, float]] = {}
    for vote, weight in weights.items():
        question, _, answer = vote.partition(_IS)
        tables.setdefault(question, {})[answer] = weight
    return tables


def ask(tables: Tables, questions: Iterable[str]) -> list[Lookup]:
    """Look the questions up, once for all candidates."""
    return [tables.get(question, _NOTHING).get for question in questions]


def weigh(asked: Sequence[Lookup], answers: Sequence[str]) -> float:
    """Add up the weights of one candidate's answers."""
    return sum([get(answer, 0.0) for get, answer in zip(asked, answers)])  # noqa: B905 (hot)


def votes_of(questions: Iterable[str], answers: Iterable[str]) -> Votes:
    """Name the votes that answers to questions make, as the weights file has them."""
    return [f"{question}{_IS}{answer}" for question, answer in zip(questions, answers, strict=True)]

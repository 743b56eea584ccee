"""Votes and their weights: each thing that holds of a candidate is a vote with a name.

Weights per name are learned from annotated articles when the pack is built and shipped as a text
file; here a candidate's score is their sum, and nothing else.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

Votes = list[str]


def tally(votes: Iterable[str], weights: Mapping[str, float]) -> float:
    """Add up the weights of some votes; a vote without a weight counts for nothing."""
    get = weights.get
    return sum([get(vote, 0.0) for vote in votes])


def shares(scores: Sequence[float]) -> list[float]:
    """Turn scores into shares that add up to one (softmax)."""
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]

"""Choices made by readers -> weights of votes: a softmax over the candidates of each choice.

Development only (numpy, scipy). The same choices in the same order give the same weights.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.optimize
import scipy.sparse

from selon.quality.names import words_in


@dataclass(frozen=True, slots=True)
class Choice:
    """The votes on each candidate, and which candidates are right (at least one)."""

    candidates: Sequence[Sequence[str]]
    right: frozenset[int]


def learn(
    choices: Sequence[Choice],
    *,
    penalty: float,
    seen: int = 3,
    smallest: float = 0.1,
    names: frozenset[str] = frozenset(),
) -> dict[str, float]:
    """Find the weights that make the right candidates likely, large ones penalised (L2).

    Votes seen in fewer than `seen` choices get none, nor do those that mention one of `names`;
    weights below `smallest` are left out.
    """
    known = _known_votes(choices, seen, names)
    index = {vote: i for i, vote in enumerate(known)}
    rows = [votes for choice in choices for votes in choice.candidates]
    matrix = _matrix(rows, index)
    sizes = np.array([len(choice.candidates) for choice in choices])
    begins = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    group = np.repeat(np.arange(len(choices)), sizes)
    right = np.zeros(len(rows))
    for begin, choice in zip(begins, choices, strict=True):
        right[[begin + i for i in choice.right]] = 1.0

    def shares(scores: np.ndarray, mask: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        top = np.maximum.reduceat(np.where(mask > 0, scores, -1e9), begins)
        powers = np.exp(np.clip(scores - top[group], -500, 50)) * mask
        totals = np.add.reduceat(powers, begins)
        return powers / totals[group], top + np.log(totals)

    everything = np.ones(len(rows))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        p_all, log_all = shares(scores, everything)
        p_right, log_right = shares(scores, right)
        value = float(np.sum(log_all - log_right)) + 0.5 * penalty * float(weights @ weights)
        gradient = matrix.T @ (p_all - p_right) + penalty * weights
        return value, gradient

    start = np.zeros(len(known))
    found = scipy.optimize.minimize(
        loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200, "ftol": 1e-7}
    )
    return {
        name: round(float(weight), 3)
        for name, weight in zip(known, found.x, strict=True)
        if abs(weight) > smallest
    }


def _known_votes(choices: Sequence[Choice], seen: int, names: frozenset[str]) -> list[str]:
    counts: dict[str, int] = {}
    for choice in choices:
        for vote in {vote for votes in choice.candidates for vote in votes}:
            counts[vote] = counts.get(vote, 0) + 1
    often = (vote for vote, count in counts.items() if count >= seen)
    return sorted(vote for vote in often if names.isdisjoint(words_in(vote)))


def _matrix(rows: Sequence[Sequence[str]], index: dict[str, int]) -> scipy.sparse.csr_matrix:
    columns: list[int] = []
    ends = [0]
    for votes in rows:
        columns += [index[vote] for vote in votes if vote in index]
        ends.append(len(columns))
    return scipy.sparse.csr_matrix(
        (np.ones(len(columns)), columns, ends), shape=(len(rows), len(index))
    )

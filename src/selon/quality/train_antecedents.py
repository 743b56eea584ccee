"""Annotated articles -> the weights by which a pronoun's antecedent is voted for.

Each source that names nobody by itself is one example: its candidates, and which of them the
annotation takes for right. The weights maximise the share of probability on the right ones (a
softmax over the candidates, with an L2 penalty): deterministic, a few seconds, written as text.
Needs numpy and scipy (the dev extra).
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

PENALTY = 0.3


@dataclass(frozen=True, slots=True)
class Example:
    """One gap: the votes of each candidate, and which candidates are right."""

    article: str
    votes: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def learn_weights(examples: Sequence[Example], penalty: float = PENALTY) -> dict[str, float]:
    """Fit the weights of all votes that occur more than twice; rounded to two digits, zeros left out."""
    usable = [example for example in examples if any(example.right)]
    counts: dict[str, int] = {}
    for example in usable:
        for vote in {vote for votes in example.votes for vote in votes}:
            counts[vote] = counts.get(vote, 0) + 1
    names = sorted(vote for vote, count in counts.items() if count > 2)
    place = {name: i for i, name in enumerate(names)}
    rows, columns, owners, right = _lay_out(usable, place)
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(owners), len(names)))
    fitted = minimize(
        _loss, np.zeros(len(names)), args=(matrix, owners, right, penalty), jac=True, method="L-BFGS-B",
        options={"maxiter": 500},
    )  # fmt: skip
    return {name: round(float(weight), 2) for name, weight in zip(names, fitted.x, strict=True) if abs(weight) >= 0.05}


def _lay_out(
    examples: Sequence[Example], place: dict[str, int]
) -> tuple[list[int], list[int], NDArray[np.int64], NDArray[np.float64]]:
    rows: list[int] = []
    columns: list[int] = []
    owners: list[int] = []
    right: list[float] = []
    for number, example in enumerate(examples):
        for votes, fits in zip(example.votes, example.right, strict=True):
            known = [place[vote] for vote in votes if vote in place]
            rows += [len(owners)] * len(known)
            columns += known
            owners.append(number)
            right.append(float(fits))
    return rows, columns, np.array(owners), np.array(right)


def _loss(
    weights: NDArray[np.float64],
    matrix: csr_matrix,
    owners: NDArray[np.int64],
    right: NDArray[np.float64],
    penalty: float,
) -> tuple[float, NDArray[np.float64]]:
    """Return minus the log of the share on the right candidates, penalised, and its gradient."""
    scores = matrix @ weights
    highest = np.full(owners[-1] + 1, -np.inf)
    np.maximum.at(highest, owners, scores)
    powers = np.exp(scores - highest[owners])
    total = np.bincount(owners, powers)
    hit = np.bincount(owners, powers * right)
    share = powers / total[owners]
    share_right = powers * right / hit[owners]
    gradient = matrix.T @ (share - share_right)
    loss = float(np.sum(np.log(total) - np.log(hit)) + penalty * weights @ weights)
    return loss, np.asarray(gradient + 2 * penalty * weights)


def write_weights(weights: dict[str, float], path: Path, note: str) -> None:
    """Write one vote a line, the strongest first."""
    lines = [f"{vote}\t{weight:.2f}" for vote, weight in sorted(weights.items(), key=lambda item: (-abs(item[1]), item[0]))]
    head = ["# Who is meant by a pronoun, or by a quotation with no source: votes and their weights.", f"# {note}"]
    path.write_text("\n".join(head + lines) + "\n", "utf-8")

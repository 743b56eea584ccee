"""The borders of a cue's content: each pair of a start and an end has a share, and one is proposed.

What is proposed is not the likeliest pair but the one that is likeliest to be near enough to the
right one: where two ends are as likely, a content between them may overlap with both.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from selon.attribute.shape import Shape
from selon.attribute.statements.ballots import (
    about_ends,
    about_starts,
    end_answers,
    end_questions,
    start_answers,
    start_questions,
)
from selon.attribute.statements.borders import Ground, ends, parts, starts
from selon.attribute.votes import Tables, ask, tables_of, weigh

_BEST_STARTS = 2
_LEAST_SHARE = 0.05  # of a pair of borders that is weighed at all
_SURE_SHARE = 0.8  # of a pair that is taken without looking at the others
_MOST_PAIRS = 8
_NEAR, _CLOSE = 0.5, 0.8  # overlaps that count: the same content, and the same borders
_CLOSE_COUNTS = 0.5  # beside one for near
_EXACT_COUNTS = 0.1  # decides between pairs that are near to the same ones


class Proposal(NamedTuple):
    """Borders of a content in units, and how sure they are (the logarithm of a share)."""

    start: int
    end: int
    sure: float


@dataclass(frozen=True, slots=True, eq=False)
class Scales:
    """The weights of the choices, laid out for looking up."""

    source: Mapping[str, float]
    phrase: Tables
    start: Tables
    end: Tables


def scales_of(weights: Mapping[str, Mapping[str, float]]) -> Scales:
    """Lay out the weights of source, start and end."""
    source, start, end = (weights.get(name, {}) for name in ("source", "start", "end"))
    return Scales(source, tables_of(source), tables_of(start), tables_of(end))


def propose(shape: Shape, ground: Ground, scales: Scales) -> Proposal | None:
    """Propose the borders that are likeliest to be near the right ones; None where there are none.

    `sure` is the logarithm of the share of the pairs that overlap with them by half or more.
    Letting a further vote choose among the best pairs was tried: it chose worse than the product
    of both shares (.857 against .866 of finite verbs' contents, three folds by article).
    """
    pairs = likely_pairs(shape, ground, scales)
    if not pairs:
        return None
    if len(pairs) == 1 or pairs[0].sure > math.log(_SURE_SHARE):
        return pairs[0]
    shares = [math.exp(pair.sure) for pair in pairs]
    contents = [_tokens(shape, ground, pair) for pair in pairs]
    best, gained = pairs[0], 0.0
    for pair, share, content in zip(pairs, shares, contents, strict=True):
        overlaps = [_overlap(content, other) for other in contents]
        about = _share_over(_NEAR, overlaps, shares)
        gain = about + _CLOSE_COUNTS * _share_over(_CLOSE, overlaps, shares) + _EXACT_COUNTS * share
        if gain > gained:
            best, gained = pair, gain
    return best._replace(sure=pairs[0].sure)


def likely_pairs(shape: Shape, ground: Ground, scales: Scales) -> list[Proposal]:
    """Give the likely pairs of a start and an end, the likeliest first."""
    first = starts(shape, ground)
    if not first:
        return []
    asked = ask(scales.start, start_questions, *about_starts(shape, ground))
    scores = [weigh(asked, start_answers(shape, ground, start)) for start in first]
    least, total = math.log(_LEAST_SHARE), _log_sum(scores)
    found: list[Proposal] = []
    for score, start in sorted(zip(scores, first, strict=True), reverse=True)[:_BEST_STARTS]:
        if found and score - total < least:
            break
        last = ends(shape, ground, start)
        if not last:
            continue
        asked = ask(scales.end, end_questions, *about_ends(shape, ground, start))
        end_scores = [weigh(asked, end_answers(shape, ground, start, end)) for end in last]
        base = score - total - _log_sum(end_scores)
        found += [Proposal(start, end, base + n) for end, n in zip(last, end_scores, strict=True)]
    found.sort(key=lambda pair: -pair.sure)
    return [pair for i, pair in enumerate(found[:_MOST_PAIRS]) if i == 0 or pair.sure > least]


def _tokens(shape: Shape, ground: Ground, pair: Proposal) -> Sequence[tuple[int, int]]:
    """Give the token ranges of the content with these borders."""
    units = parts(shape, ground, pair.start, pair.end)
    return [(shape.firsts[first], shape.lasts[last - 1]) for first, last in units]


def _overlap(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> float:
    """Divide what two contents share by what they hold together, in tokens (Jaccard)."""
    shared = sum([max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other])
    both = sum([b - a for a, b in one]) + sum([b - a for a, b in other]) - shared
    return shared / both if both else 0.0


def _share_over(least: float, overlaps: Sequence[float], shares: Sequence[float]) -> float:
    return sum([share for n, share in zip(overlaps, shares, strict=True) if n >= least])


def _log_sum(scores: Sequence[float]) -> float:
    top = max(scores)
    return top + math.log(sum([math.exp(score - top) for score in scores]))

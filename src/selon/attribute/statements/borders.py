"""Where a content may begin and end: the candidates around a cue and its source."""

from collections.abc import Iterator
from dataclasses import dataclass

from selon.attribute.shape import Shape
from selon.attribute.statements.cues import Anchor
from selon.attribute.statements.sources import SourceCandidate

_REACH = 14  # units behind the cue among which an object may begin
_FAR_LEFT, _PHRASE_LEFT, _CLAUSE_LEFT = 40, 12, 15  # units before the cue, by kind of beginning
_LAST_COMMAS = 3
_HANGING = frozenset(("marker", "passive"))  # cues that may hang on a mere phrase
_BEGINS_AFTER = frozenset(",;:.KE(-SR")
_BEGINS_AT = frozenset("DOXPFfYBHNwq0ItSRzA")
_ENDS_BEFORE = frozenset(",;.:()-EMRSGKPXvVAYUtO")


@dataclass(frozen=True, slots=True)
class Ground:
    """A cue with its source: the incise [first, last) is what the content may not hold."""

    anchor: Anchor
    source: SourceCandidate
    first: int
    last: int


def stake_out(shape: Shape, anchor: Anchor, source: SourceCandidate) -> Ground:
    """Find the incise: the cue, its source beside it, and the commas around."""
    symbols = shape.symbols
    begin, end = anchor.sentence
    first, last = anchor.first, anchor.last
    if source.side == "before" and not set(symbols[source.last : first]) & set("RKVQM.;:"):
        first = min(first, source.first)
    if source.side == "after":
        last = max(last, source.last)
    incise = last
    while incise < end and symbols[incise] not in ",;:.QqK)":
        incise += 1
    if first > begin and symbols[first - 1] in ",-":
        first -= 1
    return Ground(anchor, source, first, incise)


def starts(shape: Shape, ground: Ground) -> list[int]:
    """List the units at which the content may begin, in order."""
    if ground.anchor.kind == "quotation":
        return [ground.anchor.first]
    return [*_starts_before(shape, ground), *_starts_behind(shape, ground)]


def _starts_before(shape: Shape, ground: Ground) -> Iterator[int]:
    symbols, anchor = shape.symbols, ground.anchor
    begin = anchor.sentence[0]
    left = min(ground.first, anchor.first)
    for i in range(begin, left):
        symbol = symbols[i]
        if i == begin or (i >= left - _FAR_LEFT and symbol in "Qq"):
            yield i
        elif i < left - _FAR_LEFT:
            continue
        elif (
            (symbols[i - 1] in _BEGINS_AFTER and symbol not in ",;:).")
            or (anchor.kind in _HANGING and symbol in "0D" and i >= left - _PHRASE_LEFT)
            or (symbol in "RG" and i >= left - _CLAUSE_LEFT)
        ):
            yield i


def _starts_behind(shape: Shape, ground: Ground) -> Iterator[int]:
    symbols, anchor = shape.symbols, ground.anchor
    for i in range(anchor.last, anchor.sentence[1]):
        symbol = symbols[i]
        if symbol in ",;:).":
            continue
        before = symbols[i - 1]
        near = i < anchor.last + _REACH
        if (
            i in (anchor.last, ground.last)
            or symbol in "Qq"
            or before in "K:"
            or (near and (symbol in _BEGINS_AT or before == ","))
            or (near and before in "XO" and symbol in "cb")
        ):
            yield i


def ends(shape: Shape, ground: Ground, start: int) -> list[int]:
    """List the units before which a content that begins at `start` may end, in order."""
    symbols, anchor = shape.symbols, ground.anchor
    found: list[int] = []
    stop = anchor.sentence[1]
    while stop > start + 1 and symbols[stop - 1] == ".":
        stop -= 1
    after = start
    if start < anchor.first:
        left = min(ground.first, anchor.first)
        found += [i + 1 for i in range(start, left) if symbols[i] in "Qq"]
        found += [i for i in range(start + 1, left) if symbols[i] in ",;"][-_LAST_COMMAS:]
        if left > start:
            found.append(left)
        after = ground.last
    for i in range(after + 1, stop):
        if symbols[i] in _ENDS_BEFORE or symbols[i - 1] in "Qq":
            found.append(i)
    if stop > max(after, start):
        found.append(stop)
    return sorted(set(found))


def parts(shape: Shape, ground: Ground, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Give the unit ranges of a content: two where the cue stands within it."""
    symbols = shape.symbols
    if start < ground.anchor.first < end:
        again = ground.last
        while again < end and symbols[again] in ",;:":
            again += 1
        return tuple(p for p in ((start, max(ground.first, start)), (again, end)) if p[0] < p[1])
    return ((start, end),)


def side_of(ground: Ground, start: int, end: int) -> str:
    """Tell whether a content stands left or right of its cue, or around it."""
    anchor = ground.anchor
    if anchor.kind == "quotation":
        return "around"
    return "right" if start >= anchor.first else "left" if end <= anchor.first else "around"

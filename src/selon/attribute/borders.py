"""Where a content begins and ends: the candidates around a cue, and the votes on each."""

from dataclasses import dataclass

from selon.attribute.cues import Anchor
from selon.attribute.shape import Shape
from selon.attribute.sources import SourceCandidate
from selon.attribute.votes import Votes

_REACH = 14  # units behind the cue among which an object may begin
_BEGINS_AFTER = frozenset(",;:.KE(-SR")
_BEGINS_AT = frozenset("DOXPFYBHNwq0ItSRzA")
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


def kind_of_anchor(shape: Shape, anchor: Anchor) -> str:
    """Name the kind of an anchor in votes: inverted or not, within a quotation or not."""
    return f"{anchor.kind}{'^' if anchor.inverted else ''}{'«' if shape.quoted else ''}"


def starts(shape: Shape, ground: Ground) -> list[int]:
    """List the units at which the content may begin, in order."""
    symbols, anchor = shape.symbols, ground.anchor
    begin, end = anchor.sentence
    if anchor.kind == "quotation":
        return [anchor.first]
    found = set()
    left = min(ground.first, anchor.first)
    if left > begin:
        found.add(begin)
        for i in range(max(begin, left - 40), left):
            symbol = symbols[i]
            if symbol in "Qq" or (
                i > begin and symbols[i - 1] in _BEGINS_AFTER and symbol not in ",;:)."
            ):
                found.add(i)
            elif (
                anchor.kind in ("marker", "passive")
                and symbol in "0D"
                and i > begin
                and i >= left - 12
            ):
                found.add(i)
            elif symbol in "RG" and i >= left - 15:
                found.add(i)
    for i in range(anchor.last, end):
        symbol = symbols[i]
        if symbol in ",;:).":
            continue
        before = symbols[i - 1]
        if i == anchor.last or symbol in "Qq" or before in "K:" or i == ground.last:
            found.add(i)
        elif i < anchor.last + _REACH and (symbol in _BEGINS_AT or before in ",:"):
            found.add(i)
    return sorted(found)


def ends(shape: Shape, ground: Ground, start: int) -> list[int]:
    """List the units before which a content that begins at `start` may end, in order."""
    symbols, anchor = shape.symbols, ground.anchor
    begin, end = anchor.sentence
    found = []
    stop = end
    while stop > start + 1 and symbols[stop - 1] in ".":
        stop -= 1
    if start < anchor.first:
        left = min(ground.first, anchor.first)
        found += [i + 1 for i in range(start, left) if symbols[i] in "Qq"]
        found += [i for i in range(start + 1, left) if symbols[i] in ",;"][-3:]
        if left > start:
            found.append(left)
        after = ground.last
    else:
        after = start
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


def start_votes(shape: Shape, ground: Ground, start: int) -> Votes:
    """Name what holds of a start."""
    symbols, anchor = shape.symbols, ground.anchor
    begin, end = anchor.sentence
    kind = kind_of_anchor(shape, anchor)
    before = symbols[start - 1] if start > begin else "<"
    here = symbols[start]
    if start < anchor.first:
        side = "L"
        gap = symbols[start : ground.first]
        path = gap if len(gap) <= 2 else gap[-1:] + ("Q" if "Q" in gap else "") + "+"
        order = "s" if start == begin else "m"
        distance = min(len(gap), 30) // 5
    else:
        side = "R"
        gap = symbols[anchor.last : start]
        path = gap if len(gap) <= 4 else "".join(sorted(set(gap) & set("RKV,QM:vEUGFY-S"))) + "+"
        order = "s" if start == anchor.last else "i" if start == ground.last else "m"
        distance = min(len(gap), 16) // 3
    ctx = f"{side}{before}{here}"
    content = symbols[start : ground.first] if side == "L" else symbols[start : start + 12]
    clause = _has_verb(content)
    where = ground.source.side
    word = shape.words[start - 1] if start > begin else "<"
    return [
        f"{ctx}",
        f"{ctx} {kind}",
        f"{ctx} {anchor.verb_class}",
        f"{ctx} {anchor.lemma}",
        f"{ctx} {where} {kind}",
        f"{side}{order} {kind} {where}",
        f"{side}{order} {anchor.verb_class}",
        f"{side}{order} {anchor.lemma}",
        f"{side} {path} {kind}",
        f"{side} {path} {anchor.verb_class}",
        f"{side} {path} {anchor.lemma}",
        f"{side} {path}|{here} {order}",
        f"{side} {distance} {kind}",
        f"{side} {kind} {where}",
        f"{side} clause {clause} {here} {kind}",
        f"{side} clause {clause} {before} {kind}",
        f"{side} first {content[:3]} {kind}",
        f"{side} whole {content if len(content) < 6 else '+'} {kind}",
        f"{side} word {word}",
        f"{side} word {word} {shape.words[start]}",
        f"{ctx}{symbols[start + 1 : start + 2]} {order}",
        f"{side} {'Q' in symbols[begin : anchor.first]} {'Q' in symbols[anchor.last : end]} {here} {kind}",
        f"{side} holds {start <= ground.source.first < ground.source.last and ground.source.first < anchor.first} {kind}",
    ]  # fmt: skip


def end_votes(shape: Shape, ground: Ground, start: int, end: int) -> Votes:
    """Name what holds of an end, the start being given."""
    symbols, anchor = shape.symbols, ground.anchor
    begin, stop = anchor.sentence
    kind = kind_of_anchor(shape, anchor)
    if start >= anchor.first:
        side = "R"
        inside = symbols[start:end]
    elif end <= anchor.first:
        side = "L"
        inside = symbols[start:end]
    else:
        side = "A"
        inside = symbols[ground.last : end]
    here = symbols[end : end + 1] or ">"
    next_ = symbols[end + 1 : end + 2] or ">"
    last = symbols[end - 1]
    first = symbols[start]
    final = end >= stop - 1
    word = shape.words[end] if end < len(shape.words) else ">"
    then = shape.words[end + 1] if end + 1 < len(shape.words) else ">"
    rest = symbols[end:stop]
    length = min(len(inside), 40)
    bucket = length if length < 4 else 4 + length // 6
    commas = inside.count(",")
    quoted = (
        "Q"
        if first == "Q" and len(inside) == 1
        else "Q*"
        if first == "Q"
        else "*Q"
        if last == "Q"
        else "in"
        if "Q" in inside
        else "no"
    )
    return [
        f"{side}{last}{here}{next_}",
        f"{side}{last}{here} {kind}",
        f"{side}{here}{next_} {kind}",
        f"{side}{here} {anchor.verb_class}",
        f"{side}{here}{next_} {quoted}",
        f"{side}{last}{here} {anchor.lemma}",
        f"{side} final {final} {kind} {first}",
        f"{side} final {final} {quoted}",
        f"{side} final {final} {anchor.verb_class}",
        f"{side} word {word}",
        f"{side} word {word} {then}",
        f"{side} word {word} {quoted}",
        f"{side} {bucket} {kind}",
        f"{side} {bucket} {first}",
        f"{side} commas {min(commas, 3)} {here} {final}",
        f"{side} balance {inside.count('(') - inside.count(')')}",
        f"{side} {quoted} {here}",
        f"{side} {quoted} {kind}",
        f"{side} cue {'V' in rest} {'M' in rest} {here}",
        f"{side} {'V' in inside}{'M' in inside}{'G' in inside} {here}",
        f"{side} source {end > ground.source.first >= start and ground.source.side == 'after'}",
        f"{side} clause {_has_verb(inside)} {here} {next_}",
        f"{side} clause {_has_verb(inside)} {here} {kind}",
        f"{side} next clause {_has_verb(symbols[end + 1 : end + 6])} {here} {last}",
        f"{side} edge {end == ground.first} {kind}",
    ]  # fmt: skip


def _has_verb(symbols: str) -> bool:
    return any(symbol in "vVAbxL" for symbol in symbols)


def side_of(ground: Ground, start: int, end: int) -> str:
    """Tell whether a content stands left or right of its cue, or around it."""
    anchor = ground.anchor
    if anchor.kind == "quotation":
        return "around"
    return "right" if start >= anchor.first else "left" if end <= anchor.first else "around"


def cue_votes(shape: Shape, ground: Ground) -> Votes:
    """Name what holds of an anchor, were it a cue, whatever its content."""
    symbols, anchor = shape.symbols, ground.anchor
    begin, stop = anchor.sentence
    kind = kind_of_anchor(shape, anchor)
    first, last = anchor.first, anchor.last
    before = symbols[first - 1] if first > begin else "<"
    before2 = symbols[max(begin, first - 2) : first] or "<"
    after = symbols[last : last + 1] or ">"
    after2 = symbols[last : last + 2] or ">"
    prev = shape.words[first - 1] if first > begin else "<"
    then = shape.words[last] if last < len(shape.words) else ">"
    source = ground.source
    head, gap = "none", ""
    if source.side != "none":
        part = symbols[source.first : source.last]
        head = next((s for s in "IJHNBTq0" if s in part), "w")
        if source.side == "before":
            gap = symbols[source.last : first]
        elif source.side == "after":
            gap = symbols[last : source.first]
    gap = gap if len(gap) <= 3 else "+"
    negated = "z" in symbols[max(begin, first - 2) : last + 1]
    return [
        f"{kind}",
        f"{kind} {anchor.lemma}",
        f"{anchor.lemma}",
        f"{kind} {anchor.verb_class}",
        f"{kind} {before}_{after}",
        f"{kind} {before2}_",
        f"{kind} _{after2}",
        f"{anchor.lemma} {before}_",
        f"{anchor.lemma} _{after}",
        f"{anchor.verb_class} {before}_{after}",
        f"word {prev} {kind}",
        f"word _ {then} {kind}",
        f"{anchor.lemma} _ {then}",
        f"{kind} source {source.side} {head}",
        f"{anchor.verb_class} source {source.side} {head}",
        f"{anchor.lemma} source {head}",
        f"{kind} source {source.side} {gap}",
        f"form {shape.words[last - 1]}",
        f"stops {min(symbols[begin:stop].count('.'), 2)} {kind}",
        f"negated {negated} {anchor.verb_class}",
    ]


def content_votes(shape: Shape, ground: Ground, start: int, end: int) -> Votes:
    """Name what holds of an anchor and the content proposed for it."""
    symbols, anchor = shape.symbols, ground.anchor
    begin, stop = anchor.sentence
    kind = kind_of_anchor(shape, anchor)
    before = symbols[anchor.first - 1] if anchor.first > begin else "<"
    side = side_of(ground, start, end)[0]
    opening = symbols[start]
    entry = symbols[start - 1] if start > begin else "<"
    content = symbols[start:end]
    here = symbols[end : end + 1] or ">"
    quoted = (
        "whole" if content == "Q" else "some" if "Q" in content
        else "short" if "q" in content else "no"
    )  # fmt: skip
    clause = _has_verb(content)
    fills = f"{start == begin or start == ground.last}{end >= stop - 1 or end == ground.first}"
    return [
        f"{kind} {side} {quoted}",
        f"{kind} {side} {entry}{opening}",
        f"{kind} {side} {content[-1:]}{here}",
        f"{anchor.verb_class} {side} {entry}{opening}",
        f"{anchor.verb_class} {side} {quoted}",
        f"{anchor.lemma} {side} {quoted}",
        f"{anchor.lemma} {side} {opening}",
        f"{kind} length {min(end - start, 24) // 3}",
        f"{kind} {before}{side}{entry}{opening}{quoted}",
        f"{kind} {side} clause {clause} {fills}",
        f"{kind} {side} {entry}{opening} clause {clause}",
        f"{kind} {side} {entry}{opening} {here}",
        f"{side} {opening}{content[-1:]} {entry}{here}",
        f"{side} fills {fills} {quoted}",
        f"{side} commas {min(content.count(','), 3)} {fills}",
        f"{side} balance {content.count('(') - content.count(')')}",
    ]

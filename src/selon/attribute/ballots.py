"""The votes on a cue, on the borders of its content, and on both together.

Each vote is the name of something that holds; what it weighs is learned (`weights/*.txt`).
"""

from selon.attribute.borders import Ground, side_of
from selon.attribute.cues import Anchor
from selon.attribute.shape import Shape
from selon.attribute.votes import Votes

_LANDMARKS = frozenset("RKV,QM:vEUGFY-S")
_VERBS = frozenset("vVAbxL")


def kind_of_anchor(shape: Shape, anchor: Anchor) -> str:
    """Name the kind of an anchor in votes: inverted or not, within a quotation or not."""
    return f"{anchor.kind}{'^' if anchor.inverted else ''}{'«' if shape.quoted else ''}"


def start_votes(shape: Shape, ground: Ground, start: int) -> Votes:
    """Name what holds of a start."""
    symbols, anchor = shape.symbols, ground.anchor
    begin, end = anchor.sentence
    kind = kind_of_anchor(shape, anchor)
    before = symbols[start - 1] if start > begin else "<"
    here, after = symbols[start], symbols[start + 1 : start + 2]
    side, order, path, distance = _way_to_start(shape, ground, start)
    content = symbols[start : ground.first if side == "L" else start + 12]
    clause = _has_verb(content)
    where = ground.source.side
    word = shape.words[start - 1] if start > begin else "<"
    quoted = f"{'Q' in symbols[begin : anchor.first]} {'Q' in symbols[anchor.last : end]}"
    source = ground.source.first
    holds = start <= source < ground.source.last and source < anchor.first
    ctx = f"{side}{before}{here}"
    return [
        ctx,
        f"{ctx} {kind}",
        f"{ctx} {anchor.verb_class}",
        f"{ctx} {anchor.lemma}",
        f"{ctx} {where} {kind}",
        f"{ctx}{after} {order}",
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
        f"{side} {quoted} {here} {kind}",
        f"{side} holds {holds} {kind}",
    ]


def _way_to_start(shape: Shape, ground: Ground, start: int) -> tuple[str, str, str, int]:
    """Tell the side of a start, its order there, the shape on the way to it, how far it is."""
    symbols, anchor = shape.symbols, ground.anchor
    if start < anchor.first:
        gap = symbols[start : ground.first]
        path = gap if len(gap) <= 2 else gap[-1:] + ("Q" if "Q" in gap else "") + "+"
        order = "s" if start == anchor.sentence[0] else "m"
        return "L", order, path, min(len(gap), 30) // 5
    gap = symbols[anchor.last : start]
    path = gap if len(gap) <= 4 else _landmarks(gap)
    order = "s" if start == anchor.last else "i" if start == ground.last else "m"
    return "R", order, path, min(len(gap), 16) // 3


def _landmarks(gap: str) -> str:
    return "".join(sorted(set(gap) & _LANDMARKS)) + "+"


def end_votes(shape: Shape, ground: Ground, start: int, end: int) -> Votes:
    """Name what holds of an end, the start being given."""
    symbols, anchor = shape.symbols, ground.anchor
    stop = anchor.sentence[1]
    kind = kind_of_anchor(shape, anchor)
    side = "R" if start >= anchor.first else "L" if end <= anchor.first else "A"
    inside = symbols[ground.last if side == "A" else start : end]
    here, beyond = symbols[end : end + 1] or ">", symbols[end + 1 : end + 2] or ">"
    last, first = symbols[end - 1], symbols[start]
    final = end >= stop - 1
    word = shape.words[end] if end < len(shape.words) else ">"
    then = shape.words[end + 1] if end + 1 < len(shape.words) else ">"
    rest = symbols[end:stop]
    length = min(len(inside), 40)
    bucket = length if length < 4 else 4 + length // 6
    quoted = _quoted(inside, first, last)
    clause = _has_verb(inside)
    behind = end > ground.source.first >= start and ground.source.side == "after"
    return [
        f"{side}{last}{here}{beyond}",
        f"{side}{last}{here} {kind}",
        f"{side}{here}{beyond} {kind}",
        f"{side}{here} {anchor.verb_class}",
        f"{side}{here}{beyond} {quoted}",
        f"{side}{last}{here} {anchor.lemma}",
        f"{side} final {final} {kind} {first}",
        f"{side} final {final} {quoted}",
        f"{side} final {final} {anchor.verb_class}",
        f"{side} word {word}",
        f"{side} word {word} {then}",
        f"{side} word {word} {quoted}",
        f"{side} {bucket} {kind}",
        f"{side} {bucket} {first}",
        f"{side} commas {min(inside.count(','), 3)} {here} {final}",
        f"{side} balance {inside.count('(') - inside.count(')')}",
        f"{side} {quoted} {here}",
        f"{side} {quoted} {kind}",
        f"{side} cue {'V' in rest} {'M' in rest} {here}",
        f"{side} {'V' in inside}{'M' in inside}{'G' in inside} {here}",
        f"{side} source {behind}",
        f"{side} clause {clause} {here} {beyond}",
        f"{side} clause {clause} {here} {kind}",
        f"{side} next clause {_has_verb(symbols[end + 1 : end + 6])} {here} {last}",
        f"{side} edge {end == ground.first} {kind}",
    ]


def _quoted(inside: str, first: str, last: str) -> str:
    if first == "Q":
        return "Q" if len(inside) == 1 else "Q*"
    return "*Q" if last == "Q" else "in" if "Q" in inside else "no"


def _has_verb(symbols: str) -> bool:
    return not _VERBS.isdisjoint(symbols)


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
    head, gap = _source_shape(symbols, ground)
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


def _source_shape(symbols: str, ground: Ground) -> tuple[str, str]:
    """Give the class of the source's head, and the shape between source and cue."""
    source, anchor = ground.source, ground.anchor
    if source.side == "none":
        return "none", ""
    part = symbols[source.first : source.last]
    head = next((symbol for symbol in "IJHNBTq0" if symbol in part), "w")
    gap = ""
    if source.side == "before":
        gap = symbols[source.last : anchor.first]
    elif source.side == "after":
        gap = symbols[anchor.last : source.first]
    return head, gap if len(gap) <= 3 else "+"


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

"""The votes on a cue, on the borders of its content, and on both together.

Each vote is the name of something that holds; what it weighs is learned (`weights/*.txt`).
"""

from selon.attribute.shape import FINITE, Shape
from selon.attribute.statements.borders import Ground, side_of
from selon.attribute.statements.cues import Anchor, kind_of_anchor
from selon.attribute.votes import Questions, Votes

_LANDMARKS = frozenset("RKV,QM:vEUGFY-S")
_OBJECTS = frozenset("DONHBT0Iwqty")  # how a noun phrase begins
_DISTANCES = "0123456789"
_LENGTHS = tuple(str(n if n < 4 else 4 + n // 6) for n in range(41))


def about_starts(shape: Shape, ground: Ground) -> tuple[str, ...]:
    """Tell what the questions about starts depend on: the cue, its source's side, the marks around."""
    symbols, anchor = shape.symbols, ground.anchor
    begin, end = anchor.sentence
    before = "Q" if symbols.find("Q", begin, anchor.first) >= 0 else "-"
    behind = "Q" if symbols.find("Q", anchor.last, end) >= 0 else "-"
    kind = kind_of_anchor(shape, anchor)
    return kind, ground.source.side, anchor.verb_class, anchor.lemma, before + behind


def start_questions(kind: str, where: str, verb_class: str, lemma: str, quoted: str) -> Questions:
    """List what is asked of each start that a cue may have."""
    return (
        ("at", f"at {lemma}", f"at {where} {kind}"), ("near",),
        (f"order {kind} {where}", f"order {verb_class}"),
        (f"path {kind}", f"path {verb_class}", f"path {lemma}"), ("path to",),
        (f"distance {kind}",), (f"side {kind} {where}",), (f"quoted {quoted} {kind}",),
        (f"clause at {kind}",), (f"clause behind {kind}",), (f"first {kind}",), (f"whole {kind}",),
        ("word",), ("words",), (f"holds {kind}",), (f"takes {kind}", f"takes {where} {kind}"),
        ("kin",), ("way",),
    )  # fmt: skip


def start_answers(shape: Shape, ground: Ground, start: int) -> tuple[str, ...]:
    """Answer the questions for one start, in their order."""
    symbols, anchor = shape.symbols, ground.anchor
    begin = anchor.sentence[0]
    side, order, path, distance = _way_to_start(shape, ground, start)
    here = symbols[start]
    stop = ground.first if side == "L" else start + 12
    content = symbols[start : min(stop, start + 6)]
    clause = side + ("V" if shape.verbs[min(stop, len(symbols))] > shape.verbs[start] else "-")
    if start > begin:
        before, word = symbols[start - 1], shape.words[start - 1]
    else:
        before = word = "<"
    source = ground.source.first
    holds = start <= source < ground.source.last and source < anchor.first
    between = (start, ground.first) if side == "L" else (anchor.last, start)
    at = side + before + here
    to = side + path
    ordered = side + order
    return (
        at, at + symbols[start + 1 : start + 2] + order, ordered, to, f"{to}|{here} {order}",
        side + distance, side, side + here, clause + here, clause + before, side + content[:3],
        side + (content if len(content) < 6 else "+"), f"{side} {word}",
        f"{side} {word} {shape.words[start]}", "yes" if holds else side,
        side + _complement(symbols, start, before, anchor), f"{side} {shape.kin(start)}",
        side + before + here + _way(symbols, *between),
    )  # fmt: skip


def _complement(symbols: str, start: int, before: str, anchor: Anchor) -> str:
    """Tell which complement a content would be, and whether the verb reports with it ("c+", "o-")."""
    here = symbols[start]
    if start < anchor.first:
        kind, wanted = ("q", "q") if here == "Q" else ("l", "c")
    elif before == "K":
        kind = wanted = "c"
    elif here == "Q":
        kind = wanted = "q"
    elif "X" in (before, here):
        kind = wanted = "t"
    elif here in "Ff" or (here == "O" and symbols[start + 1 : start + 2] in ("F", "f")):
        kind = wanted = "i"
    elif here in _OBJECTS:
        kind = wanted = "o"
    else:
        return "-"
    return kind + ("+" if wanted in anchor.takes else "-")


def _way_to_start(shape: Shape, ground: Ground, start: int) -> tuple[str, str, str, str]:
    """Tell the side of a start, its order there, the shape on the way to it, how far it is."""
    symbols, anchor = shape.symbols, ground.anchor
    if start < anchor.first:
        gap = symbols[start : ground.first]
        path = gap if len(gap) <= 2 else gap[-1:] + ("Q" if "Q" in gap else "") + "+"
        order = "s" if start == anchor.sentence[0] else "m"
        return "L", order, path, _DISTANCES[min(len(gap), 30) // 5]
    gap = symbols[anchor.last : start]
    path = gap if len(gap) <= 4 else _landmarks(gap)
    order = "s" if start == anchor.last else "i" if start == ground.last else "m"
    return "R", order, path, _DISTANCES[min(len(gap), 16) // 3]


def _landmarks(gap: str) -> str:
    return "".join(sorted(_LANDMARKS.intersection(gap))) + "+"


def about_ends(shape: Shape, ground: Ground, start: int) -> tuple[str, ...]:
    """Tell what the questions about ends depend on: the cue, and the first symbol of the content."""
    anchor = ground.anchor
    kind = kind_of_anchor(shape, anchor)
    return kind, anchor.verb_class, anchor.lemma, shape.symbols[start]


def end_questions(kind: str, verb_class: str, lemma: str, first: str) -> Questions:
    """List what is asked of each end that a content with a given first symbol may have."""
    return (
        (f"last {kind}", f"last {lemma}"), (f"here {kind}",), (f"here {verb_class}",),
        (f"final {kind} {first}", f"final {verb_class}"), ("final quoted",), ("word",),
        ("beyond",), (f"length {kind}", f"length {first}"), ("commas",), ("balance",),
        (f"quoted {kind}",), ("cues inside",), ("source", f"source {kind}"), (f"tense {kind}",),
        (f"clause {kind}",), ("clause behind",), (f"edge {kind}",), ("kin",),
        ("segment beyond",), ("tense beyond",), ("tense of cue",), ("rest",), ("kin beyond",),
    )  # fmt: skip


def end_answers(shape: Shape, ground: Ground, start: int, end: int) -> tuple[str, ...]:
    """Answer the questions for one end, in their order."""
    symbols, words, verbs, anchor = shape.symbols, shape.words, shape.verbs, ground.anchor
    stop = anchor.sentence[1]
    begin = start
    if start >= anchor.first:
        side = "R"
    elif end <= anchor.first:
        side = "L"
    else:
        side, begin = "A", min(ground.last, end)
    size = len(symbols)
    here = symbols[end] if end < size else ">"
    beyond = symbols[end + 1] if end + 1 < size else ">"
    last = symbols[end - 1]
    find, count = symbols.find, symbols.count
    said = side + ("f" if end >= stop - 1 else "-")
    quoted = _quoted(symbols, start, begin, end)
    clause = "V" if verbs[end] > verbs[begin] else "-"
    ahead = "V" if verbs[min(end + 6, size)] > verbs[min(end + 1, size)] else "-"
    behind = end > ground.source.first >= start and ground.source.side == "after"
    inside = (
        ("V" if find("V", begin, end) >= 0 else "") + ("M" if find("M", begin, end) >= 0 else "")
        + ("G" if find("G", begin, end) >= 0 else "")
    )  # fmt: skip
    tense = "A" if find("A", anchor.first, anchor.last) >= 0 else "-"
    on_side = side + here
    return (
        side + last + here, on_side, on_side + beyond, said, said + quoted,
        f"{side} {words[end] if end < size else '>'}", f"{side} {' '.join(words[end + 1 : end + 3])}",
        side + _LENGTHS[min(end - begin, 40)], f"{said}{here}{min(count(',', begin, end), 3)}",
        f"{side}{count('(', begin, end) - count(')', begin, end)}", side + quoted,
        f"{side}{inside} {here}", side + ("y" if behind else "n"), on_side + beyond + tense,
        on_side + clause, on_side + last + ahead, side + ("y" if end == ground.first else "n"),
        f"{on_side} {shape.kin(end)}", *_beyond(shape, ground, begin, end),
    )  # fmt: skip


def _way(symbols: str, first: int, last: int) -> str:
    """Tell what stands between a cue and a start: verbs, quotations, "que", commas."""
    verb = "" if FINITE.isdisjoint(symbols[first:last]) else "V"
    quoted = "Q" if symbols.find("Q", first, last) >= 0 else ""
    that = "K" if symbols.find("K", first, last) >= 0 else ""
    return f"{verb}{quoted}{that}{min(symbols.count(',', first, last), 3)}"


def _beyond(shape: Shape, ground: Ground, begin: int, end: int) -> tuple[str, str, str, str, str]:
    """Tell what would be left out: the next segment, its tense beside that of content and cue, the rest."""
    symbols, anchor = shape.symbols, ground.anchor
    stop = anchor.sentence[1]
    if end >= stop:
        return "", "", "", "", ""
    here, first = symbols[end], symbols[end + 1 : min(end + 2, stop)]
    comma = symbols.find(",", end + 1, stop)
    comma = comma if comma >= 0 else stop
    clause = "V" if shape.next_verb[end + 1] < comma else "-"
    quoted = "Q" if symbols.find("Q", end + 1, comma) >= 0 else ""
    then, said = shape.tense(end + 1, stop), shape.tense(begin, end)
    told = shape.tense(anchor.first, anchor.last)
    rest = [symbol for symbol in "VMQ" if symbols.find(symbol, end, stop) >= 0]
    return (
        f"{here}{first}{clause}{quoted}{min((comma - end - 1) // 4, 3)}",
        f"{here} {said}{then}{clause}", f"{here}{first} {told}{then}",
        f"{here}{''.join(rest)}{min(symbols.count(',', end, stop), 3)}",
        f"{here}{first} {shape.kin(end + 1)}",
    )  # fmt: skip


def _quoted(symbols: str, start: int, begin: int, end: int) -> str:
    if symbols[start] == "Q":
        return "Q" if end - begin == 1 else "Q*"
    if symbols[end - 1] == "Q":
        return "*Q"
    return "in" if symbols.find("Q", begin, end) >= 0 else "no"


def _has_verb(symbols: str) -> bool:
    return not FINITE.isdisjoint(symbols)


def glance_votes(shape: Shape, anchor: Anchor) -> Votes:
    """Name what holds of an anchor at first sight, before its source or its content is looked for."""
    symbols, words = shape.symbols, shape.words
    begin, stop = anchor.sentence
    first, last = anchor.first, anchor.last
    kind, lemma, verb_class = kind_of_anchor(shape, anchor), anchor.lemma, anchor.verb_class
    before = symbols[max(begin, first - 3) : first] or "<"
    after = symbols[last : last + 3] or ">"
    near = before[-1] + "_" + after[0]
    quoted = (
        f"{'Q' if symbols.find('Q', begin, first) >= 0 else '-'}"
        f"{'Q' if symbols.find('Q', last, stop) >= 0 else '-'}"
    )
    votes = _kind_votes(shape, anchor)
    return [
        *votes,
        kind, lemma, f"{kind} {lemma}", f"{kind} {verb_class}", f"{kind} {near}",
        f"{verb_class} {near}", f"{kind} {before}_", f"{kind} {before[-2:]}_", f"{kind} _{after}",
        f"{kind} _{after[:2]}", f"{lemma} {before[-1]}_", f"{lemma} _{after[0]}",
        f"word {words[first - 1] if first > begin else '<'} {kind}",
        f"word _ {words[last] if last < len(words) else '>'} {kind}",
        f"form {words[last - 1]}", f"{kind} quotes {quoted}", f"{verb_class} quotes {quoted}",
    ]  # fmt: skip


def cue_votes(shape: Shape, ground: Ground) -> Votes:
    """Name what holds of an anchor, were it a cue, whatever its content."""
    symbols, anchor = shape.symbols, ground.anchor
    begin = anchor.sentence[0]
    kind, lemma = kind_of_anchor(shape, anchor), anchor.lemma
    first, last = anchor.first, anchor.last
    before = symbols[first - 1] if first > begin else "<"
    after = symbols[last : last + 1] or ">"
    prev = shape.words[first - 1] if first > begin else "<"
    then = shape.words[last] if last < len(shape.words) else ">"
    head, gap = _source_shape(shape, ground)
    negated = "z" in symbols[max(begin, first - 2) : last + 1]
    tense, side = shape.tense(first, last), ground.source.side
    votes = _kind_votes(shape, anchor)
    return [
        *votes,
        kind, f"{kind} {lemma}", lemma, f"{lemma} {before}_", f"{lemma} _{after}",
        f"word {prev} {kind}", f"word _ {then} {kind}", f"{kind} source {side} {head}",
        f"{kind} source {side} {gap}", f"form {shape.words[last - 1]}",
        f"negated {negated} {anchor.verb_class}", f"{anchor.kind} tense {tense}",
        f"{anchor.verb_class} tense {tense}", f"{anchor.kind} place {begin == 0} {first == begin}",
        f"{lemma} source {side}", f"{anchor.verb_class} source {side} {head}",
        f"{anchor.kind} kin {_kin_of_source(shape, ground)}",
    ]  # fmt: skip


def _kin_of_source(shape: Shape, ground: Ground) -> str:
    source = ground.source
    return shape.kin(shape.first_noun(source.first, source.last)) if source.last else "none"


def _kind_votes(shape: Shape, anchor: Anchor) -> Votes:
    """Name what holds of cues that are no words: a quotation by itself, a colon."""
    if anchor.kind == "quotation":
        return _quotation_votes(shape, anchor)
    if anchor.kind == "colon":
        begin, stop = anchor.sentence
        before, behind = shape.symbols[begin : anchor.first], shape.symbols[anchor.last : stop]
        return [f"colon {_rest(before)}:{behind[:1]}{_rest(behind[1:].strip('.'))}"]
    return []


def _quotation_votes(shape: Shape, anchor: Anchor) -> Votes:
    """Name what holds of a quotation without a cue: what is in it, and what else its sentence has."""
    symbols, voice = shape.symbols, shape.voices[anchor.first]
    begin, stop = anchor.sentence
    before, behind = symbols[begin : anchor.first], symbols[anchor.last : stop].strip(".")
    place = f"{_rest(before)}_{_rest(behind)}"
    first = "first" if begin == 0 else "later"
    alone = f"{first} {anchor.last >= len(symbols) - 1}"
    return [
        f"voice {voice}", f"voice {voice[0]} {place}", f"length {voice[1]} {place}", f"place {place}",
        f"place {place} {alone}", f"voice {voice} {alone}",
    ]  # fmt: skip


def _rest(symbols: str) -> str:
    """Tell what stands beside a quotation in its sentence: nothing, words, or a clause."""
    return "" if not symbols else "V" if _has_verb(symbols) else "w"


def _source_shape(shape: Shape, ground: Ground) -> tuple[str, str]:
    """Give the class of the source's head, and the shape between source and cue."""
    source, anchor = ground.source, ground.anchor
    if source.side == "none":
        return "none", ""
    symbols, head, gap = shape.symbols, shape.head(source.first, source.last), ""
    if source.side == "before":
        gap = symbols[source.last : anchor.first]
    elif source.side == "after":
        gap = symbols[anchor.last : source.first]
    return head, gap if len(gap) <= 3 else "+"


def content_votes(shape: Shape, ground: Ground, start: int, end: int) -> Votes:
    """Name what holds of an anchor and the content proposed for it."""
    symbols, anchor = shape.symbols, ground.anchor
    begin, stop = anchor.sentence
    kind, lemma = kind_of_anchor(shape, anchor), anchor.lemma
    before = symbols[anchor.first - 1] if anchor.first > begin else "<"
    side = side_of(ground, start, end)[0]
    opening = symbols[start]
    entry = symbols[start - 1] if start > begin else "<"
    content = symbols[start:end]
    quoted = (
        "whole" if content == "Q" else "some" if "Q" in content
        else "short" if "q" in content else "no"
    )  # fmt: skip
    fills = f"{start == begin or start == ground.last}{end >= stop - 1 or end == ground.first}"
    complement = _complement(symbols, start, entry, anchor)
    tenses = shape.tense(anchor.first, anchor.last) + shape.tense(start, end)
    voice = shape.voices.get(start, "")
    return [
        f"{anchor.kind} tenses {tenses}", f"{anchor.kind} voice {voice}",
        f"{anchor.verb_class} voice {voice[:1]}", f"{lemma} {side} {quoted}", f"{lemma} {side} {opening}",
        f"{kind} {before}{side}{entry}{opening}{quoted}",
        f"{kind} {side} {entry}{opening} clause {_has_verb(content)}",
        f"{side} fills {fills} {quoted}", f"{side} commas {min(content.count(','), 3)} {fills}",
        f"{kind} takes {side}{complement}", f"{anchor.verb_class} takes {side}{complement}",
    ]  # fmt: skip

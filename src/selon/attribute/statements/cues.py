"""The anchors of a paragraph: whatever may be the cue of a statement, found by dictionary look-up.

An anchor is only a candidate: that "note" is a verb here and not a noun, that "pour" means
"according to", is decided later by votes (`statements.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from selon.attribute.lexicon import (
    Verb,
    complements,
    fixed_phrases,
    markers,
    markers_of_other_senses,
    reporting_verbs,
)
from selon.attribute.shape import Shape
from selon.languages.pack import Pack

AnchorKind = Literal[
    "finite", "participle", "passive", "infinitive", "marker", "colon", "quotation"
]

_GAP = 9  # units between an auxiliary and its participle: "a, tout d'abord et avec force, souligné"
_NEVER_IN_GAP = frozenset("VvFGKRQM.;:(Ub")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A possible cue: units [first, last) of its paragraph's shape, and what verb it would be.

    `sentence` is the unit range that it stands in; `inverted` tells that a pronoun hangs on it, `takes` with
    which complements the verb reports (letters of the tables of complements.toml).
    """

    kind: AnchorKind
    first: int
    last: int
    lemma: str
    verb_class: str
    sentence: tuple[int, int]
    inverted: bool = False
    reflexive: bool = False
    takes: str = ""


def kind_of_anchor(shape: Shape, anchor: Anchor) -> str:
    """Name the kind of an anchor in votes: inverted or not, within a quotation or not."""
    return f"{anchor.kind}{'^' if anchor.inverted else ''}{'«' if shape.quoted else ''}"


def find_anchors(shape: Shape, pack: Pack) -> Iterator[Anchor]:
    """Yield the anchors of a paragraph in the order of their words."""
    verbs, starting, others = reporting_verbs(pack), markers(pack), markers_of_other_senses(pack)
    for sentence in shape.sentences:
        begin, end = sentence
        at = begin
        while at < end:
            symbol = shape.symbols[at]
            anchor = None
            word = shape.words[at]
            if word in starting and not _begins(shape, at, others.get(word, ())):
                anchor = _marker(shape, at, sentence, starting[word])
            if anchor is None:
                if symbol in "VvUGF":
                    anchor = _verb(shape, at, sentence, verbs[word], pack)
                elif symbol == ":":
                    anchor = Anchor("colon", at, at + 1, ":", "", sentence)
                elif symbol in "Qq":
                    anchor = Anchor("quotation", at, at + 1, "", "", sentence)
            if anchor is not None:
                yield anchor
                at = max(anchor.last, at + 1)
            else:
                at += 1


def _marker(
    shape: Shape, at: int, sentence: tuple[int, int], entries: tuple[tuple[str, ...], ...]
) -> Anchor | None:
    words = _begins(shape, at, entries)
    if words is None or at + len(words) > sentence[1]:
        return None
    return Anchor("marker", at, at + len(words), " ".join(words), "marker", sentence)


def _begins(shape: Shape, at: int, entries: tuple[tuple[str, ...], ...]) -> tuple[str, ...] | None:
    found = (words for words in entries if tuple(shape.words[at : at + len(words)]) == words)
    return next(found, None)


def _verb(
    shape: Shape, at: int, sentence: tuple[int, int], entries: tuple[Verb, ...], pack: Pack
) -> Anchor:
    symbols = shape.symbols
    begin, end = sentence
    symbol = symbols[at]
    inverted = at + 1 < end and symbols[at + 1] == "J"
    auxiliary = _auxiliary(shape, at, begin) if _can_be_past(entries) else None
    kind: AnchorKind
    if auxiliary is not None:
        first, passive, inverted_before = auxiliary
        kind = "passive" if passive else "finite"
        inverted = inverted or inverted_before
        entry = next(v for v in entries if v.form_kind == "past")
    else:
        first = at
        kinds: dict[str, AnchorKind] = {"U": "passive", "G": "participle", "F": "infinitive"}
        kind = kinds.get(symbol, "finite")
        entry = entries[0]
    reflexive = first > begin and symbols[first - 1] == "c"
    last = at + 1 + (symbols[at + 1 : at + 2] == "J")
    lemma, verb_class = entry.lemma, entry.verb_class
    lemma, verb_class, last = _phrase(shape, entries, lemma, verb_class, last, end, pack)
    return Anchor(
        kind, first - reflexive, last, lemma, verb_class, sentence, inverted, reflexive,
        complements(pack).get(lemma, ""),
    )  # fmt: skip


def _can_be_past(entries: tuple[Verb, ...]) -> bool:
    return any(verb.form_kind == "past" for verb in entries)


def _auxiliary(shape: Shape, at: int, begin: int) -> tuple[int, bool, bool] | None:
    """Find the auxiliary of a past participle: its unit, whether it makes a passive, whether inverted."""
    symbols = shape.symbols
    passive = False
    for i in range(at - 1, max(begin - 1, at - 1 - _GAP), -1):
        symbol = symbols[i]
        if symbol == "A":
            return i, passive, symbols[i + 1] == "J"
        if symbol == "b":
            reflexive = i > begin and symbols[i - 1] == "c"
            if reflexive or shape.words[i] != "été":
                return i, not reflexive, symbols[i + 1] == "J"
            passive = True
        elif symbol in _NEVER_IN_GAP:
            return None
    return None


def _phrase(
    shape: Shape,
    entries: tuple[Verb, ...],
    lemma: str,
    verb_class: str,
    last: int,
    end: int,
    pack: Pack,
) -> tuple[str, str, int]:
    phrases = fixed_phrases(pack)
    for verb in entries:
        for rest, phrase, phrase_class in phrases.get(verb.lemma, ()):
            for skip in range(3):
                stop = last + skip + len(rest)
                if stop <= end and tuple(shape.words[last + skip : stop]) == rest:
                    return phrase, phrase_class, stop
                if shape.symbols[last + skip : last + skip + 1] not in ("a", "z"):
                    break
    return lemma, verb_class, last

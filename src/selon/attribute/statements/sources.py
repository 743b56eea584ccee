"""Which noun phrase beside a cue is its source: candidates, and the votes on each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selon.attribute.shape import Shape
from selon.attribute.statements.cues import Anchor, kind_of_anchor
from selon.attribute.votes import Questions, Votes

# A noun phrase: determiners, words, then complements with "de", "à", "et" (language packs give the
# classes). It is a shape, not a grammar: "w" is any word that no list knows.
_NOUNS = "[wHBN0qTty]"
NOUN_PHRASE = re.compile(
    rf"J|(?:D{{0,2}}[azw]?(?:0%)?{_NOUNS}*(?:(?<=%)OD?)?{_NOUNS}+|I)"
    rf"(?:(?:OD{{0,2}}|XD?|E[DO]+|(?<=N)E(?=N)){_NOUNS}+)*"
)
_APPOSITION = re.compile(
    rf"(?:\([^()]{{1,8}}\))?(?:,0w)?,(?:t*D{{0,2}}[wHBNTqy]{_NOUNS}*(?:(?:OD?|XD?){_NOUNS}+)*)(?=[,.])|,0w(?=[,.])"
)
# A day or an adverb before a noun phrase is no part of it; nor is one behind it.
_DAY_BEFORE = re.compile(r"(?:D?t+O?|a+)(?=[DOwHBN0qT])")
_HEAD = re.compile(r".[^OXE]*")  # of a phrase: what stands before its complements
_BETWEEN_APPOSED = re.compile(r"(?:\([^()]{1,8}\))?,t*(?:0w,)?$")
# What tells more of a phrase: "une étude publiée hier par l'institut".
_MADE_BY = re.compile(r"(?:[yUqa][^,.;:QKRVvxAbL]*)?")
_MOST_BEFORE, _MOST_AFTER, _MOST_APPOSED = 7, 4, 3
_LANDMARKS = frozenset("RKV,QMvEUG:Y-(Axbf")
_BINDING = frozenset("POXYSmM")  # before a phrase that is no subject: "En conclusion, Anne Vial"


@dataclass(frozen=True, slots=True)
class SourceCandidate:
    """Units [first, last) that may name the speaker; first == last where nothing is printed."""

    first: int
    last: int
    side: str
    rank: int


NOBODY = SourceCandidate(0, 0, "none", 0)


def noun_phrases(shape: Shape, sentence: tuple[int, int]) -> list[tuple[int, int]]:
    """Chunk a sentence into noun phrases, in order."""
    begin, end = sentence
    found = [match.span() for match in NOUN_PHRASE.finditer(shape.symbols, begin, end)]
    return [one for span in found for one in _trimmed(shape, *span)]


def _trimmed(shape: Shape, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut a phrase where its shape says too little: days, agencies that pass on, occasions."""
    symbols, words, signs = shape.symbols, shape.words, shape.signs
    if day := _DAY_BEFORE.match(symbols, first, last):
        first = day.end()
    while last - 1 > first and symbols[last - 1] in "at":
        last -= 1
    if last - 1 > first and symbols[last - 1 : last + 1] in ("yY", "UY"):
        last -= 1
    if words[last : last + 1] and words[last] in signs.polled:
        last += 1
    for i in range(first + 1, last):
        before = symbols[i - 1]
        if words[i] in signs.sources and before in "OD":
            # "l'agence, de source policière", "l'agence d'une source": who passes it on is left out.
            first = i if before == "O" else i - 1
        elif symbols[i] in "NT" and words[i - 1] in signs.agencies and symbols[first - 1] == "X":
            first = i  # "a raconté à l'AFP Anne Vial"
        elif words[i - 1] in signs.asides and (symbols[i] in "DNT" or i == first + 1):
            first = i  # "en revanche Anne Vial", "son côté Anne Vial"
        elif before == "X" and (words[i] in signs.occasions or symbols[i - 2] == "N"):
            # "le ministre au cours d'une visite", "Anne Vial à ses partisans"
            yield first, i - 1
            first = i
    yield first, last


def source_candidates(
    shape: Shape, anchor: Anchor, phrases: list[tuple[int, int]]
) -> list[SourceCandidate]:
    """List what may be the source of a cue: phrases on either side, an inverted pronoun."""
    found: list[SourceCandidate] = []
    symbols = shape.symbols
    for i in range(anchor.first, anchor.last):
        if symbols[i] == "J":
            found.append(SourceCandidate(i, i + 1, "hung", 0))
    phrases = list(_beside(shape, anchor, phrases))
    before = [p for p in phrases if p[1] <= anchor.first][-_MOST_BEFORE:]
    for rank, (_, last) in enumerate(reversed(before)):
        start = _apposed_from(symbols, before[: len(before) - rank], anchor.sentence[0])
        found.append(SourceCandidate(start, last, "before", rank))
    after = [p for p in phrases if p[1] > anchor.last and p[0] >= anchor.first][:_MOST_AFTER]
    for rank, (first, last) in enumerate(after):
        apposed = _APPOSITION.match(symbols, last, anchor.sentence[1])
        end = apposed.end() if apposed else last
        if anchor.kind == "marker":
            end = _MADE_BY.match(symbols, end, anchor.sentence[1]).end()  # type: ignore[union-attr]
        found.append(SourceCandidate(first, end, "after", rank))
    return found


def _beside(
    shape: Shape, anchor: Anchor, phrases: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Clip the phrases that begin within a cue ("aux yeux des riverains"), and leave out asides in brackets."""
    symbols = shape.symbols
    for first, last in phrases:
        if anchor.first <= first < anchor.last < last:
            # "De source policière": the noun that the cue ends with is the source's.
            own = shape.words[anchor.last - 1] in shape.signs.sources
            yield anchor.last - own, last
        elif symbols[first - 1 : first] != "(" or symbols[last : last + 1] != ")":
            yield first, last


def _apposed_from(symbols: str, phrases: list[tuple[int, int]], begin: int) -> int:
    """Take in what a phrase is apposed to: "Sa porte-parole, Anne Vial, 39 ans, infirmière, appelle"."""
    first, last = phrases[-1]
    for before, end in reversed(phrases[-_MOST_APPOSED:-1]):
        free = before == begin or symbols[before - 1] not in _BINDING
        phrase, earlier = _HEAD.match(symbols, first, last).group(), symbols[before:end]  # type: ignore[union-attr]
        role_and_name = phrase[0] == "N" and "H" in earlier
        name_and_role = "N" not in phrase and "N" in earlier and earlier[0] not in "t0I"
        apposed = role_and_name or name_and_role
        if not (free and apposed and _BETWEEN_APPOSED.fullmatch(symbols, end, first)):
            break
        first = before
    return first


def about_sources(shape: Shape, anchor: Anchor) -> tuple[str, ...]:
    """Tell what the questions about phrases depend on: the kind of cue and its verb."""
    return kind_of_anchor(shape, anchor), anchor.verb_class, anchor.lemma


def source_questions(kind: str, verb_class: str, lemma: str) -> Questions:
    """List what is asked of each phrase that may name the speaker."""
    return (
        (f"rank {kind}", f"rank {lemma}"), (f"head {kind}",),
        ("path", f"path {kind}", f"path {verb_class}"), (f"behind {kind}", f"behind {lemma}"),
        ("head behind",), (f"agrees {kind}",), (f"next {kind}",), (f"distance {kind}",), ("word",),
        (f"word behind {kind}",), (f"around {verb_class}",), ("kin",), ("between",), ("length",),
    )  # fmt: skip


def source_answers(shape: Shape, anchor: Anchor, candidate: SourceCandidate) -> tuple[str, ...]:
    """Answer the questions for one phrase, in their order."""
    symbols, words = shape.symbols, shape.words
    first, last, side = candidate.first, candidate.last, candidate.side
    begin = anchor.sentence[0]
    before, word = (symbols[first - 1], words[first - 1]) if first > begin else ("<", "<")
    gap = symbols[last : anchor.first] if side == "before" else symbols[anchor.last : first]
    path = gap if len(gap) <= 3 else "".join(sorted(_LANDMARKS.intersection(gap))) + "+"
    head = shape.head(first, last)
    noun = shape.first_noun(first, last)
    ahead = symbols[anchor.first - 1] if anchor.first > begin else "<"
    behind = symbols[anchor.last : anchor.last + 1] or ">"
    number = shape.verb_number(anchor.first, anchor.last)
    number += "p" if shape.is_plural(first, last) else "s"
    return (
        f"{side}{candidate.rank}", f"{side} {head}", f"{side} {path}", f"{side} {before}",
        f"{side} {head}{before}", f"{side} {number}", f"{side} {symbols[last : last + 1]}",
        f"{side} {min(len(gap), 12) // 3}", f"{side} {words[first]}", f"{side} {word}",
        f"{side}{min(candidate.rank, 1)} {ahead}_{behind}", f"{side} {symbols[noun]} {shape.kin(noun)}",
        f"{side} {before}_{symbols[last : last + 2]}", f"{side} {min(last - first, 6)}",
    )  # fmt: skip


def nobody_votes(shape: Shape, anchor: Anchor) -> Votes:
    """Name what speaks for a cue without a printed source."""
    kind = kind_of_anchor(shape, anchor)
    before = shape.symbols[anchor.first - 1] if anchor.first > anchor.sentence[0] else "<"
    after = shape.symbols[anchor.last : anchor.last + 1] or ">"
    return [f"none {kind}", f"none {kind} {anchor.verb_class}", f"none {kind} {before}_{after}",
            f"none {anchor.lemma}", f"none {anchor.first == anchor.sentence[0]} {kind}"]  # fmt: skip


def hung_votes(shape: Shape, anchor: Anchor, candidate: SourceCandidate) -> Votes:
    """Name what speaks for the pronoun that hangs on an inverted cue."""
    kind = kind_of_anchor(shape, anchor)
    word = shape.words[candidate.first]
    return ["hung", f"hung {kind}", f"hung {word}", f"hung {word} {anchor.lemma}"]

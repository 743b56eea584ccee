"""Who signed an article, persons and agencies. In: bylines, signatures, paragraphs; out: names."""

import re
from collections.abc import Iterable, Sequence

from selon.clean.blocks import Block
from selon.clean.words import PageWords, fold

# The dateline of a dispatch: "PARIS (AFP) - ", "Liermont, 3 mars 2031 (AFP) –", "AA / Paris / …".
_BRACKETS = re.compile(r"[(\[]\s*([^()\[\]]{2,40})[)\]]")
_DATELINE_END = re.compile(r"\s?[-–—:.]")
_PERSON = re.compile(r"^[^\W\d_][\w'’.-]*(?:\s[^\W\d_][\w'’.-]*){1,4}$")
_SIGNATURE_WORDS = 9
_ABBREVIATION = re.compile(r"^[A-ZÉ]{2,6}$")
_DATELINE = 80


def authors_of(signed: Sequence[str], words: PageWords, outlets: Iterable[str]) -> tuple[str, ...]:
    """List the persons who signed; else the signature as printed ("Le Phare avec AFP")."""
    houses = _houses(outlets)
    persons: dict[str, str] = {}
    for line in signed:
        for part in words.byline_join.split(words.byline_start.sub("", line.strip())):
            name = part.strip(" .:()[]")
            if is_person(name, words, houses):
                persons.setdefault(_compact(name), name)
    if persons:
        return tuple(persons.values())
    return tuple(
        dict.fromkeys(
            words.byline_start.sub("", line.strip()).strip(" .:") for line in signed if line.strip()
        )
    )[:1]


def is_person(name: str, words: PageWords, houses: Iterable[str] = ()) -> bool:
    """Tell a person's name from a desk's, an agency's or a paper's."""
    if len(name) > 60 or not _PERSON.match(name) or "www" in name:
        return False
    tokens = fold(name).split()
    if words.agencies_in(name) or any(token.strip(".'") in words.newsroom for token in tokens):
        return False
    capitals = sum(token[:1].isupper() for token in name.split())
    compact = _compact(name)
    return capitals >= 2 and compact not in houses


def agencies_of(
    signed: Sequence[str], blocks: Sequence[Block], words: PageWords, outlets: Iterable[str] = ()
) -> tuple[str, ...]:
    """List the agencies that sign a text, in its byline, its dateline or at its end.

    An agency that the text speaks of or counts with ("selon un décompte de l'AFP") doesn't sign it.
    """
    houses = _houses(outlets)
    found: list[str] = []
    for line in signed:
        found += words.agencies_in(line) or _unknown_agencies(line, words, houses)
    if blocks:
        head = blocks[0].text[:_DATELINE]
        found += [
            agency
            for bracket in _BRACKETS.finditer(head)
            if _DATELINE_END.match(head, bracket.end())
            for agency in _whole_agencies(bracket[1], words)
        ]
        lead = re.split(r"\s[-–—]\s|\s/\s", head, maxsplit=1)[0]
        found += _whole_agencies(lead, words) if lead != head else []
    for block in blocks[-3:]:
        found += [
            a
            for m in _BRACKETS.finditer(block.text[-60:])
            if m.end() >= len(block.text[-60:]) - 2
            for a in _whole_agencies(m[1], words)
        ]
    return tuple(dict.fromkeys(found))


def is_signature(text: str, words: PageWords) -> bool:
    """Tell a line that signs ("Avec AFP", "AFP/VNA/CVN", "(Reuters)") from a sentence."""
    if len(text) > 90 or len(text.split()) > _SIGNATURE_WORDS or not words.agencies_in(text):
        return False
    rest = words.agency.sub(" ", text)
    tokens = re.findall(r"[^\W\d_]+", rest)
    if tokens and tokens[0].lower() in words.openings:
        return False
    lower = [token for token in tokens if token[0].islower()]
    return all(t in words.signing for t in lower) and not text.endswith(("?", "!", "»", "…"))


def take_signatures(
    blocks: tuple[Block, ...], words: PageWords
) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Take the lines that sign a text from its two ends; what is left is what it says."""
    signed: list[str] = []
    if blocks and (author := dateline_author(blocks[0].text, words)):
        signed += [author, blocks[0].text.split("/")[0]]
        blocks = blocks[1:]
    end = len(blocks)
    while end and is_signature(blocks[end - 1].text, words):
        end -= 1
        signed.append(blocks[end].text)
    blocks = blocks[:end]
    if len(blocks) > 1 and is_signature(blocks[0].text, words):
        signed.append(blocks[0].text)
        blocks = blocks[1:]
    return blocks, tuple(signed)


def dateline_author(text: str, words: PageWords) -> str:
    """Return the person of a first line such as "AA / Paris / Anne Vial"."""
    parts = [part.strip() for part in text.split("/")]
    if len(text) > 90 or len(parts) < 2 or not words.agencies_in(parts[0]):
        return ""
    return next((part for part in reversed(parts) if is_person(part, words)), "")


def _whole_agencies(text: str, words: PageWords) -> list[str]:
    """List agencies of a bracket or a lead that holds nothing but names, places and dates."""
    rest = words.agency.sub(" ", text)
    lower = [t for t in re.findall(r"[^\W\d_]+", rest) if t[0].islower() and t not in words.months]
    return list(words.agencies_in(text)) if len(lower) <= 1 else []


def _unknown_agencies(line: str, words: PageWords, houses: set[str]) -> list[str]:
    """List abbreviations that sign where an agency does: a small country's isn't in any list."""
    named = words.byline_start.sub("", line.strip())
    parts = [part.strip(" .:()[]") for part in words.byline_join.split(named)]
    return [part for part in parts if _ABBREVIATION.match(part) and _compact(part) not in houses]


def _houses(outlets: Iterable[str]) -> set[str]:
    """Name the houses that publish, by each of their words too: they sign, and are no agencies."""
    names = [name for outlet in outlets for name in (outlet, *re.split(r"[\s./]+", outlet))]
    return {_compact(name) for name in names if name}


def _compact(name: str) -> str:
    return re.sub(r"[\W_]+", "", fold(name))

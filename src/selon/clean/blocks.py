"""An article's paragraphs: dropped, kept, joined. In: blocks; out: a text, its cross-headings."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from selon.clean.words import PageWords, fold
from selon.model import Span

Kind = Literal["paragraph", "heading", "item", "row"]
BLANK_LINE = "\n\n"
HEADING_WORDS = 18
NO_ARTICLE = "no article was found in this page"
CUT_OFF = "only the beginning of this article is in the page: the rest is for subscribers"
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?…»\"”)\]:;,]\s*$")
_SHINGLE = 4
# How many of the last paragraphs may be teasers.
_TAIL = 4
_TEASER_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or heading as the page has it; `linked` and `bold` are shares of its text."""

    text: str
    kind: Kind = "paragraph"
    linked: float = 0.0
    bold: float = 0.0


@dataclass(frozen=True, slots=True)
class Kept:
    """What was left of an article's blocks, and what the dropped ones told."""

    blocks: tuple[Block, ...]
    bylines: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    cut_off: bool = False


def drop_debris(
    blocks: Sequence[Block],
    words: PageWords,
    *,
    printed_above: Iterable[str] = (),
    lonely: bool = False,
) -> Kept:
    """Keep the article's own blocks, none of those `printed_above` (title, standfirst, captions).

    `lonely` blocks are lines above a text, of which a title or a repeated teaser can't be told yet.
    """
    above = {fold(text).strip(" .") for text in printed_above if text}
    kept: list[Block] = []
    bylines: list[str] = []
    dates: list[str] = []
    cut_off = False
    total = sum(len(block.text) for block in blocks) or 1
    behind = 0
    for block in blocks:
        behind += len(block.text)
        rule = words.debris_rule(block.text)
        if rule is None:
            if not (
                words.is_label(block.text)
                or _is_link(block)
                or fold(block.text).strip(" .") in above
            ):
                kept.append(block)
            continue
        if rule.says == "byline":
            bylines.append(block.text)
        elif rule.says == "date":
            dates.append(block.text)
        cut_off = cut_off or rule.cut_off
        if rule.ends and behind - len(block.text) > 0.6 * total:
            break
    if lonely:
        return Kept(tuple(kept), tuple(bylines), tuple(dates), cut_off)
    return Kept(
        tuple(_without_ends(_with_headings(_without_teaser(kept)))),
        tuple(bylines),
        tuple(dates),
        cut_off,
    )


def join_blocks(blocks: Sequence[Block]) -> tuple[str, tuple[Span, ...]]:
    """Join blocks with blank lines; the spans are those of the cross-headings."""
    pieces: list[str] = []
    sections: list[Span] = []
    length = 0
    for block in blocks:
        if pieces:
            length += len(BLANK_LINE)
        if block.kind == "heading":
            sections.append(Span(length, length + len(block.text)))
        pieces.append(block.text)
        length += len(block.text)
    return BLANK_LINE.join(pieces), tuple(sections)


def ends_sentence(text: str) -> bool:
    """Tell whether a paragraph ends as a sentence does."""
    return _SENTENCE_END.search(text[-4:]) is not None


def is_prose(block: Block) -> bool:
    """Tell a paragraph of an article from a label, a price or a menu's entry."""
    return block.kind != "heading" and len(block.text.split()) >= 10 and ends_sentence(block.text)


def _is_link(block: Block) -> bool:
    # A paragraph that is nothing but a link leads elsewhere; a heading may link to itself.
    return block.linked >= 0.8 and len(block.text) < 400


def _without_teaser(blocks: list[Block]) -> list[Block]:
    """Drop paragraphs near the end that only repeat the beginning, as lists of articles do."""
    first = max(1, len(blocks) - _TAIL)
    kept = blocks[:first]
    seen: set[tuple[str, ...]] = set()
    for block in kept:
        seen |= _shingles(block.text)
    for block in blocks[first:]:
        if not _repeats(block.text, seen):
            kept.append(block)
            seen |= _shingles(block.text)
    return kept


def _repeats(text: str, seen: set[tuple[str, ...]]) -> bool:
    shingles = _shingles(text)
    cut = text.rstrip(" )]").endswith(("...", "…"))
    if len(shingles) < (5 if cut else 12):
        return False
    # The shingles across the seam of two paragraphs glued together are nowhere else.
    return len(shingles & seen) >= _TEASER_SHARE * (len(shingles) - (_SHINGLE - 1))


def _shingles(text: str) -> set[tuple[str, ...]]:
    tokens = _WORD.findall(text.lower())
    return set(zip(*(tokens[i:] for i in range(_SHINGLE)), strict=False))


def _with_headings(blocks: list[Block]) -> list[Block]:
    """Call headings what stands alone, in bold, and is no sentence."""
    return [
        replace(block, kind="heading")
        if (
            block.kind == "paragraph"
            and block.bold > 0.9
            and len(block.text.split()) <= HEADING_WORDS
            and not block.text.endswith((".", "…", ",", ";", ":", "»."))
        )
        else block
        for block in blocks
    ]


def _without_ends(blocks: list[Block]) -> list[Block]:
    """Drop labels and tables above the first paragraph, tables and headings below the last."""
    start, end = 0, len(blocks)
    while start < end - 1 and blocks[start].kind == "row":
        start += 1
    while start < end - 1 and _is_short_heading(blocks[start]):
        start += 1
    while end > start and blocks[end - 1].kind in ("heading", "row"):
        end -= 1
    return blocks[start:end]


def _is_short_heading(block: Block) -> bool:
    return block.kind == "heading" and len(block.text.split()) <= 2

"""A page saved as plain text becomes an article. In: the text, debris and all; out: an Article.

What belongs to what is told by shape: the article is the densest run of prose, the title the
longest of the lines above it; a paragraph that ends with a photo's credit is a caption; a short
line between two long paragraphs is a cross-heading.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from selon.clean.blocks import (
    CUT_OFF,
    HEADING_WORDS,
    NO_ARTICLE,
    Block,
    Kept,
    drop_debris,
    ends_sentence,
    join_blocks,
)
from selon.clean.bylines import agencies_of, authors_of, take_signatures
from selon.clean.days import read_machine_date, read_printed_date
from selon.clean.words import DEFAULT_LANGUAGE, PageWords, guess_language, page_words, squeeze
from selon.model import Article, Photo, Problem

_BLANK = re.compile(r"\n[ \t\u00a0]*\n\s*")
LONG_WORDS = 25
SHORT_WORDS = 10
# What a paragraph counts for at most, and what a line costs that is none: a menu of some ten lines
# outweighs the teaser behind it, a cross-heading never its paragraph.
MOST_WORDS = 60
OTHER_LINE = 9
LONGEST_CAPTION_WORDS = 110
_TITLE_WORDS = 4
# How long a line is that an editor broke.
_WRAPPED = range(50, 100)


def article_of_text(text: str, *, name: str = "", url: str = "", language: str = "") -> Article:
    """Read the article of a page saved as text; where there is none, its problems say so."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    words = page_words(language or DEFAULT_LANGUAGE)
    blocks, photos = _take_captions(_split_blocks(text), words)
    start, end = _densest_stretch(blocks, words)
    if start == end:
        return Article(
            id=name,
            text="",
            url=url,
            language=language or guess_language(text),
            photos=photos,
            problems=(Problem(NO_ARTICLE),),
        )
    head = drop_debris(blocks[:start], words, lonely=True)
    title, standfirst = _title_and_standfirst(head.blocks)
    start, standfirst = _standfirst_of_body(blocks, start, standfirst, words)
    body = drop_debris(
        _with_cross_headings(blocks[start:end], words), words, printed_above=(title, standfirst)
    )
    article = _assemble(head, body, words, language=language)
    dates = (*head.dates, *body.dates, *(photo.caption for photo in photos))
    return replace(
        article,
        id=name,
        url=url,
        title=title,
        standfirst=standfirst,
        photos=photos,
        published=_first_date(dates, words, captions=len(photos)),
    )


def _assemble(head: Kept, body: Kept, words: PageWords, *, language: str) -> Article:
    kept, signatures = take_signatures(body.blocks, words)
    signed = (*head.bylines, *body.bylines, *signatures)
    text, sections = join_blocks(kept)
    return Article(
        id="",
        text=text,
        sections=sections,
        language=language or guess_language(text),
        authors=authors_of(signed, words, ()),
        agency=agencies_of(signed, kept, words),
        problems=(Problem(CUT_OFF),) if body.cut_off else (),
    )


def _split_blocks(text: str) -> list[Block]:
    """Cut a text into paragraphs: at blank lines, and at line ends unless the lines are wrapped."""
    chunks = [chunk.split("\n") for chunk in _BLANK.split(text)]
    inner = [len(line) for chunk in chunks for line in chunk[:-1]]
    wrapped = sum(length in _WRAPPED for length in inner) > 0.8 * len(inner)
    pieces = map(" ".join, chunks) if wrapped else (line for chunk in chunks for line in chunk)
    return [Block(piece) for line in pieces if (piece := squeeze(line))]


def _take_captions(
    blocks: Sequence[Block], words: PageWords
) -> tuple[list[Block], tuple[Photo, ...]]:
    """Take out the paragraphs that end with a photo's credit."""
    left: list[Block] = []
    photos: dict[str, Photo] = {}
    for block in blocks:
        caption, credit = (
            words.split_credit(block.text) if _may_be_caption(block) else (block.text, "")
        )
        if (
            credit
            and words.debris_rule(block.text) is None
            and not words.agencies_in(block.text[:12])
        ):
            photos.setdefault(block.text, Photo("", caption, credit))
        else:
            left.append(block)
    return left, tuple(photos.values())


def _may_be_caption(block: Block) -> bool:
    return len(block.text) < 1200 and len(block.text.split()) <= LONGEST_CAPTION_WORDS


def _densest_stretch(blocks: Sequence[Block], words: PageWords) -> tuple[int, int]:
    """Find the run of blocks with the most prose and the fewest other lines; empty for none."""
    best, best_at = 0, (0, 0)
    total, start = 0, 0
    for at, block in enumerate(blocks):
        if total <= 0:
            total, start = 0, at
        prose = _is_sentence(block) and words.debris_rule(block.text) is None
        total += min(len(block.text.split()), MOST_WORDS) if prose else -OTHER_LINE
        if total > best:
            best, best_at = total, (start, at + 1)
    return best_at


def _is_sentence(block: Block) -> bool:
    length = len(block.text.split(None, LONG_WORDS))
    if length > LONG_WORDS:
        return ends_sentence(block.text)
    # A title may end with a quotation or a question, hardly ever with a full stop.
    return length >= SHORT_WORDS and block.text.endswith((".", "…", ".»", ". »", '."'))


def _title_and_standfirst(head: Sequence[Block]) -> tuple[str, str]:
    """Choose the longest line above the text as title, a sentence beneath it as standfirst."""
    lines = [block.text for block in head]
    titles = [
        line for line in lines if len(line.split()) >= _TITLE_WORDS and not line.endswith(".")
    ] or lines
    if not titles:
        return "", ""
    title = max(titles, key=lambda line: len(line.split()))
    below = lines[lines.index(title) + 1 :]
    return title, next(
        (line for line in below if len(line.split()) >= 8 and ends_sentence(line)), ""
    )


def _standfirst_of_body(
    blocks: Sequence[Block], start: int, standfirst: str, words: PageWords
) -> tuple[int, str]:
    """Call a first paragraph the standfirst where a byline or a date parts it from the text."""
    following = blocks[start + 1 : start + 4]
    apart = [words.debris_rule(block.text) for block in following[:-1]]
    if standfirst or len(following) < 2 or apart[0] is None or not apart[0].says:
        return start, standfirst
    return start + 1, blocks[start].text


def _with_cross_headings(blocks: Sequence[Block], words: PageWords) -> list[Block]:
    return [
        replace(block, kind="heading")
        if 0 < at < len(blocks) - 1 and _is_cross_heading(block, blocks[at + 1], words)
        else block
        for at, block in enumerate(blocks)
    ]


def _is_cross_heading(block: Block, following: Block, words: PageWords) -> bool:
    text = block.text
    if (
        len(text) > 200
        or len(text.split()) > HEADING_WORDS
        or text[-1] in ".…,;:"
        or text.startswith(("-", "–", "—", "•", "*"))
    ):
        return False
    first = next((c for c in text if c.isalnum()), "")
    if (
        not (first.isupper() or first.isdigit())
        or words.is_label(text)
        or words.debris_rule(text) is not None
    ):
        return False
    # « Partez ! » alone is a quotation; without a mark at its end it may head a part.
    return (
        text[-2:].strip('»” \u00a0\u202f"') not in ("!", ".")
        and len(following.text.split()) > HEADING_WORDS
    )


def _first_date(lines: Sequence[str], words: PageWords, *, captions: int) -> str | None:
    """Read the first date; a caption's is the day of a photo, so its hour isn't the article's."""
    printed = len(lines) - captions
    for at, line in enumerate(lines):
        if told := read_machine_date(line) or read_printed_date(
            line, words, with_hour=at < printed
        ):
            return told
    return None

"""A page saved as plain text becomes an article. In: the text, debris and all; out: an Article.

What belongs to what is told by shape: short lines stand above the first long paragraph, the title is
the longest of them; a paragraph that ends with a photo's credit is a caption; a short line between two long
paragraphs is a cross-heading.
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
    is_prose,
    join_blocks,
)
from selon.clean.bylines import agencies_of, authors_of, take_signatures
from selon.clean.days import read_machine_date, read_printed_date
from selon.clean.words import DEFAULT_LANGUAGE, PageWords, guess_language, page_words, squeeze
from selon.model import Article, Photo, Problem

_BLANK = re.compile(r"\n[ \t\u00a0]*\n\s*")
LONG_WORDS = 25
LONGEST_CAPTION_WORDS = 110
_TITLE_WORDS = 4
_WRAPPED = range(55, 100)


def article_of_text(text: str, *, name: str = "", url: str = "", language: str = "") -> Article:
    """Read the article of a page saved as text; its text is "" and its problems say so where there is none."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    words = page_words(language or DEFAULT_LANGUAGE)
    blocks, photos = _take_captions(_split_blocks(text), words)
    start = next((at for at, block in enumerate(blocks) if _is_long(block, words)), None)
    if start is None:
        start = next((at for at, block in enumerate(blocks) if is_prose(block)), None)
    if start is None:
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
        _with_cross_headings(blocks[start:], words), words, printed_above=(title, standfirst)
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
    """Cut a text into paragraphs: at blank lines, else at line ends, unless the lines are wrapped."""
    lines = [line for line in text.split("\n") if line.strip()]
    wrapped = (
        len(lines) > 6
        and sum(len(line) in _WRAPPED for line in lines) > 0.6 * len(lines)
        and max(map(len, lines)) < 120
    )
    chunks = _BLANK.split(text)
    pieces = (
        [" ".join(chunk.split("\n")) for chunk in chunks]
        if wrapped
        else [line for chunk in chunks for line in chunk.split("\n")]
    )
    return [Block(piece) for chunk in pieces if (piece := squeeze(chunk))]


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


def _is_long(block: Block, words: PageWords) -> bool:
    return (
        len(block.text.split(None, LONG_WORDS)) > LONG_WORDS
        and ends_sentence(block.text)
        and words.debris_rule(block.text) is None
    )


def _title_and_standfirst(head: Sequence[Block]) -> tuple[str, str]:
    """Choose the title among the lines above the text: the longest; a sentence beneath it is the standfirst."""
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
    """Call a long first paragraph the standfirst where a byline or a date stands between it and the text."""
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
    # «Enough!» alone is a quotation; between guillemets without a mark at the end it may head a part.
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

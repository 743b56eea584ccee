"""An article's body as trafilatura finds it. In: a pruned tree; out: blocks."""

import logging
import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from selon.clean.blocks import Block, Kind
from selon.clean.tree import LONG_PARAGRAPH, text_of
from selon.clean.words import squeeze

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_KINDS: dict[str, Kind] = {"head": "heading", "item": "item", "row": "row"}
# Two line breaks in a row are how old editors end a paragraph.
_STAND_INS = {0x00A0: "\ue0a0", 0x202F: "\ue02f"}
_NO_BREAKS = {0xE0A0: "\u00a0", 0xE02F: "\u202f"}
_BREAKS = re.compile(r"\s*\n\s*\n\s*")


def find_body(tree: HtmlElement, main: HtmlElement | None) -> tuple[Block, ...]:
    """Find the article's blocks; those of `main` where trafilatura finds none, as in a brief."""
    # Imported here: it takes half a second, for which a text or a JSON needn't wait.
    from trafilatura import bare_extraction

    _guard_blanks(tree)
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = bare_extraction(
        tree,
        fast=True,
        favor_precision=True,
        include_comments=False,
        include_links=True,
        include_formatting=True,
        include_tables=True,
        with_metadata=False,
    )
    body = getattr(document, "body", None)
    blocks = tuple(_blocks_of(body)) if body is not None else ()
    if blocks or main is None:
        return blocks
    return tuple(_plain_blocks(main))


def _guard_blanks(tree: HtmlElement) -> None:
    """Put a stand-in for no-break spaces between words: trafilatura makes plain ones of them."""
    for element in tree.iter():
        if (text := element.text) and ("\u00a0" in text or "\u202f" in text) and text.strip():
            element.text = text.translate(_STAND_INS)
        if (text := element.tail) and ("\u00a0" in text or "\u202f" in text) and text.strip():
            element.tail = text.translate(_STAND_INS)


def _blocks_of(body: HtmlElement) -> Iterator[Block]:
    stack: list[tuple[HtmlElement, Kind]] = [(child, "paragraph") for child in reversed(body)]
    while stack:
        element, kind = stack.pop()
        kind = _KINDS.get(str(element.tag), kind)
        if element.tag in ("graphic", "media"):
            continue
        nested = [
            child
            for child in element
            if child.tag in ("p", "item", "row", "quote", "list", "head", "table")
        ]
        if nested:
            if element.tag == "item" and not any(
                child.tag in ("list", "head", "table") for child in nested
            ):
                yield from _split(element, kind)
                continue
            if text := squeeze(element.text or ""):
                yield Block(text, "paragraph")
            stack.extend((child, kind) for child in reversed(nested))
            continue
        yield from _split(element, kind)


def _split(element: HtmlElement, kind: Kind) -> Iterator[Block]:
    """Turn one element into blocks, one for each stretch between double line breaks."""
    pieces: list[str] = []
    links = bold = 0
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if node.tag == "lb":
                pieces.append("\n")
            elif node.tag in ("cell", "p") and node is not element and pieces:
                pieces.append(" ")
            elif node.tag == "ref":
                links += len(squeeze("".join(node.itertext())))
            elif node.tag == "hi" and "b" in (node.get("rend") or ""):
                bold += len(squeeze("".join(node.itertext())))
            pieces.append(_flat(node.text))
        elif node is not element:
            pieces.append(_flat(node.tail))
    for piece in _BREAKS.split("".join(pieces).translate(_NO_BREAKS)):
        if text := squeeze(piece):
            yield Block(text, kind, min(1.0, links / len(text)), min(1.0, bold / len(text)))


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ")


def _plain_blocks(main: HtmlElement) -> Iterator[Block]:
    for element in main:
        if element.tag == "p" and len(text := text_of(element)) >= LONG_PARAGRAPH // 2:
            yield Block(text)
        elif element.tag in _HEADINGS and (text := text_of(element)):
            yield Block(text, "heading")

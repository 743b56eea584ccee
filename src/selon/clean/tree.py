"""A page as a tree: parsed once, its elements' purposes told by their names, its furniture pruned."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from selon.clean.words import markup_words, squeeze

# What is never read by anybody; iframes and forms hold players and search fields.
_UNREAD = (
    "script",
    "style",
    "template",
    "svg",
    "iframe",
    "button",
    "select",
    "object",
    "video",
    "audio",
)
_APART = frozenset(
    {
        "p",
        "div",
        "br",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "td",
        "th",
        "tr",
        "span",
        "figcaption",
        "blockquote",
        "section",
        "article",
        "header",
        "footer",
        "cite",
        "small",
        "em",
        "i",
        "address",
        "time",
    }
)
_INLINE = frozenset({"span", "cite", "small", "em", "i", "time"})
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BETWEEN = re.compile(r"[^a-z0-9]+")
_CARD = 900
LONG_PARAGRAPH = 80


def parse_page(html: str) -> HtmlElement | None:
    """Parse a page, None where nothing can be; libxml2 cuts what is nested deeper than 255 elements."""
    # Fed as UTF-8 bytes, since lxml refuses strings that declare an encoding. A lone surrogate can't be.
    body = html.replace("\x00", "").encode("utf-8", "replace")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(body, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def drop_unread(tree: HtmlElement) -> None:
    """Take out of the tree, in place, what no reader sees. Metadata must have been read before."""
    etree.strip_elements(tree, *_UNREAD, with_tail=False)


def purposes_of(element: HtmlElement) -> frozenset[str]:
    """Tell what an element is for by its names: some of markup.toml's headings."""
    get = element.get
    names = f"{get('class', '')} {get('id', '')} {get('itemprop', '')}"
    return _purposes(str(element.tag), names[:400])


@lru_cache(maxsize=20_000)
def _purposes(tag: str, names: str) -> frozenset[str]:
    found: set[str] = set()
    known = markup_words()
    for name in (*names.split(), *((tag,) if "-" in tag else ())):
        tokens = [t for t in _BETWEEN.split(_CAMEL.sub("-", name).lower()) if t]
        pairs = {f"{a}-{b}" for a, b in zip(tokens, tokens[1:], strict=False)}
        whole = {*tokens, *pairs, "".join(tokens)}
        found.update(purpose for purpose, words in known.items() if whole & words)
    return frozenset("debris" if p == "debris_pairs" else p for p in found)


def text_of(element: HtmlElement) -> str:
    """Return what an element says, its blanks collapsed, elements side by side kept apart."""
    pieces: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        apart = node.tag in _APART
        if event == "start":
            if apart and node.tag not in _INLINE:
                pieces.append(" ")
            pieces.append(node.text or "")
        else:
            if apart and node is not element and (node.tag not in _INLINE or _meets(node)):
                pieces.append(" ")
            if node is not element:
                pieces.append(node.tail or "")
    return squeeze("".join(pieces))


def _meets(node: HtmlElement) -> bool:
    """Tell whether an inline element's neighbour follows without anything between them."""
    return not (node.tail or "") and node.getnext() is not None


def prune_furniture(tree: HtmlElement, title: HtmlElement | None) -> HtmlElement | None:
    """Drop boxes, cards and navigation from the tree, in place; return the element that holds the text."""
    main = _main_element(tree)
    protected = {*_lineage(main), *_lineage(title)}
    stack = [tree]
    while stack:
        element = stack.pop()
        for child in list(element):
            if not isinstance(child.tag, str):
                continue
            if child not in protected and _is_furniture(child):
                child.drop_tree()
            else:
                stack.append(child)
    return main


def _is_furniture(element: HtmlElement) -> bool:
    if element.tag in ("nav", "aside") or "debris" in purposes_of(element):
        return True
    return element.tag == "article" and len(element.text_content()) < _CARD


def _main_element(tree: HtmlElement) -> HtmlElement | None:
    """Find the element whose own paragraphs are the longest together, comments and boxes left aside."""
    weights: dict[HtmlElement, float] = {}
    boxed: dict[HtmlElement, bool] = {}
    for paragraph in tree.iter("p"):
        length: float = len(paragraph.text_content())
        parent = paragraph.getparent()
        if length >= LONG_PARAGRAPH and parent is not None:
            # Some pages call the article itself by a box's word; then it outweighs all that isn't.
            length *= 0.3 if _in_box(parent, boxed) else 1.0
            weights[parent] = weights.get(parent, 0) + length
    return max(weights, key=lambda e: weights[e], default=None)


def _in_box(element: HtmlElement, known: dict[HtmlElement, bool]) -> bool:
    way: list[HtmlElement] = []
    inside = False
    for one in _lineage(element):
        if one in known:
            inside = known[one]
            break
        way.append(one)
        if one.tag in ("nav", "aside", "footer") or "debris" in purposes_of(one):
            # A page's root may carry any word ("has-sidebar"): it is no box.
            inside = one.tag not in ("body", "html", "main")
            if inside:
                break
    known.update(dict.fromkeys(way, inside))
    return inside


def _lineage(element: HtmlElement | None) -> Iterator[HtmlElement]:
    while element is not None:
        yield element
        element = element.getparent()

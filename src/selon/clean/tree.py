"""A page as a tree. In: HTML; out: elements, their purposes told, the page's furniture pruned."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

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
# lxml parses what XML forbids, raw or as an entity, but doesn't take it back when a text is set.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ENTITY = re.compile(r"&#(?:(\d{1,9})(?!\d)|x([0-9a-f]{1,8})(?![0-9a-f]));?", re.I)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BETWEEN = re.compile(r"[^a-z0-9]+")
_CARD = 900
LONG_PARAGRAPH = 80
_PHRASING = frozenset(
    {
        "a",
        "abbr",
        "b",
        "br",
        "cite",
        "em",
        "font",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "wbr",
    }
)


def parse_page(html: str) -> HtmlElement | None:
    """Parse a page, None where nothing can be; libxml2 cuts what is nested 256 deep and more."""
    # Fed as UTF-8 bytes, since lxml refuses strings that declare an encoding.
    body = _ENTITY.sub(_allowed, _FORBIDDEN.sub("", html)).encode("utf-8")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(body, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _allowed(entity: re.Match[str]) -> str:
    code = int(entity[1]) if entity[1] else int(entity[2], 16)
    return entity[0] if code <= 0x10FFFF and not _FORBIDDEN.match(chr(code)) else ""


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
        pairs = {f"{a}-{b}" for a, b in pairwise(tokens)}
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


def call_paragraphs(tree: HtmlElement) -> None:
    """Call boxes paragraphs, in place, where long ones stand side by side: not all know <p>."""
    lengths: dict[HtmlElement, int] = {}
    for box in tree.iter("div"):
        parent = box.getparent()
        if parent is not None and _is_long_leaf(box):
            lengths[parent] = lengths.get(parent, 0) + len(box.text_content())
    longest = max(lengths.values(), default=0)
    for parent, length in lengths.items():
        if length < longest / 2 or sum(map(_is_long_leaf, parent)) < 2:
            continue
        for box in parent:
            if box.tag == "div" and _is_leaf(box):
                box.tag = "p"


def _is_long_leaf(box: HtmlElement) -> bool:
    return box.tag == "div" and _is_leaf(box) and len(box.text_content()) >= LONG_PARAGRAPH


def _is_leaf(box: HtmlElement) -> bool:
    return all(child.tag in _PHRASING for child in box)


def prune_furniture(tree: HtmlElement, title: HtmlElement | None) -> HtmlElement | None:
    """Drop boxes, cards and navigation, in place; return the element that holds the text."""
    main = _main_element(tree)
    protected = {*_lineage(main), *_lineage(title)}
    stack = [tree]
    while stack:
        element = stack.pop()
        for child in list(element):
            if not isinstance(child.tag, str):
                continue
            if child not in protected and _is_furniture(child):
                hollow(child)
            else:
                stack.append(child)
    return main


def hollow(element: HtmlElement) -> None:
    """Empty an element, in place; removing it would cost as much as its parent has children."""
    element.clear(keep_tail=True)
    element.tag = "span"


def split_at_breaks(tree: HtmlElement) -> None:
    """Make paragraphs, in place, of a box's stretches between two line breaks in a row."""
    for box in [b for b in tree.iter("p", "div") if _is_leaf(b) and _has_double_break(b)]:
        stretches: list[HtmlElement] = [box.makeelement("p")]
        stretches[0].text, box.text = box.text, None
        for child in list(box):
            if child.tag == "br":
                following = child.getnext()
                if (
                    not (child.tail or "").strip()
                    and following is not None
                    and following.tag == "br"
                ):
                    continue
                previous = child.getprevious()
                if (
                    previous is not None
                    and previous.tag == "br"
                    and not (previous.tail or "").strip()
                ):
                    stretches.append(box.makeelement("p"))
                    stretches[-1].text = child.tail
                    continue
            stretches[-1].append(child)
        box.tag = "div"
        box[:] = stretches


def _has_double_break(box: HtmlElement) -> bool:
    breaks = (child for child in box if child.tag == "br" and not (child.tail or "").strip())
    return any((following := b.getnext()) is not None and following.tag == "br" for b in breaks)


def _is_furniture(element: HtmlElement) -> bool:
    if element.tag in ("nav", "aside") or "debris" in purposes_of(element):
        return True
    return element.tag == "article" and len(element.text_content()) < _CARD


def _main_element(tree: HtmlElement) -> HtmlElement | None:
    """Find the element whose own paragraphs are the longest together; those of boxes count less."""
    weights: dict[HtmlElement, float] = {}
    boxed: dict[HtmlElement, bool] = {}
    for paragraph in tree.iter("p"):
        length: float = len(paragraph.text_content())
        parent = paragraph.getparent()
        if length >= LONG_PARAGRAPH and parent is not None:
            # Some pages call the article itself by a box's word; then it outweighs all that isn't.
            length *= 0.3 if _in_box(parent, boxed) else 1.0
            weights[parent] = weights.get(parent, 0) + length
            # Half to the next above: it holds the text where each paragraph has its own box.
            if (above := parent.getparent()) is not None:
                weights[above] = weights.get(above, 0) + length / 2
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

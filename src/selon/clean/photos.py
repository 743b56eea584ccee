"""The photos of a page, their captions and their credits. In: a tree; out: photos, and the tree without them."""

from collections.abc import Iterator
from urllib.parse import urljoin

from lxml.html import HtmlElement

from selon.clean.tree import purposes_of, text_of
from selon.clean.words import PageWords, fold
from selon.model import Photo

LONGEST_CAPTION = 900
_SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "data-srcset", "srcset")
_CREDIT_PROPERTIES = frozenset({"copyrightHolder", "creditText", "author", "creator"})
_ICON = ("logo", "icon", "avatar", "spinner", "pixel")


def take_photos(
    tree: HtmlElement, main: HtmlElement | None, words: PageWords, *, base: str = ""
) -> tuple[Photo, ...]:
    """Read photos in their order and take them out of the tree, in place, so that no caption is read as text.

    What comes behind `main`, the element that holds the text, belongs to other articles or to the house.
    """
    photos: dict[tuple[str, str], Photo] = {}
    for holder in _up_to(tree, main):
        if holder.getparent() is None or _root(holder) is not _root(tree):
            continue
        if (photo := _read_photo(holder, words, base)) is None:
            continue
        if photo.caption or photo.credit:
            photos.setdefault((fold(photo.caption), fold(photo.credit)), photo)
        holder.drop_tree()
    return tuple(photos.values())


def image_url(element: HtmlElement, base: str) -> str:
    """Return the address of the first image inside an element, "" for none or for one held in the page itself."""
    for image in element.iter("img", "source"):
        for name in _SOURCES:
            value = (image.get(name) or "").strip()
            if value and not value.startswith("data:"):
                address = value.split(",")[0].split()[0] if "srcset" in name else value
                try:
                    return urljoin(base, address)
                except ValueError:
                    return ""
    return ""


def _up_to(tree: HtmlElement, main: HtmlElement | None) -> list[HtmlElement]:
    holders = list(_holders(tree))
    if main is None:
        return holders
    order = {element: at for at, element in enumerate(tree.iter())}
    last = order[main] + sum(1 for _ in main.iter())
    return [holder for holder in holders if order[holder] <= last]


def _holders(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Find figures, captions that stand outside of one, and boxes of a picture with a few words."""
    for element in tree.iter(
        "figure", "figcaption", "div", "span", "p", "table", "section", "picture-caption", "a"
    ):
        if element.tag in ("figure", "figcaption"):
            yield element
            continue
        purposes = purposes_of(element)
        if (purposes & {"caption", "credit"} and len(element.text_content()) <= LONGEST_CAPTION) or (("picture" in purposes or element.tag == "table") and _is_picture_box(element)):
            yield element


def _is_picture_box(element: HtmlElement) -> bool:
    if (
        next(element.iter("img", "picture"), None) is None
        or next(element.iter("h1", "h2"), None) is not None
    ):
        return False
    return 0 < len(" ".join(element.text_content().split())) <= LONGEST_CAPTION


def _read_photo(holder: HtmlElement, words: PageWords, base: str) -> Photo | None:
    """Read one holder; None where what it holds is no photo but text."""
    printed_in = next(holder.iter("figcaption"), holder)
    if any(len(p.text_content()) > LONGEST_CAPTION for p in holder.iter("p", "blockquote")):
        return None
    credit_element = next(
        (
            e
            for e in holder.iter()
            if isinstance(e.tag, str) and e is not printed_in and _is_credit(e, words)
        ),
        None,
    )
    credit = text_of(credit_element) if credit_element is not None else ""
    whole = text_of(printed_in)
    if _linked_length(printed_in) > 0.6 * max(1, len(whole)):
        return Photo("", "", "")
    caption = whole
    if credit and credit in whole:
        before, _, behind = whole.partition(credit)
        # Behind the caption a credit runs to the end: "© AFP" is marked up, " - Anne Vial" isn't.
        caption, credit = (
            (before.strip(" -–|"), credit + behind) if before.strip() else (behind.strip(), credit)
        )
    rest, told = words.split_credit(caption)
    if not credit and told:
        caption, credit = rest, told
    _, cleaned = words.split_credit(credit) if credit else ("", "")
    caption = (
        caption.strip(" \u00a0\u202f()[]|/")
        if not any(c in caption for c in "()[]")
        else caption.strip(" |/")
    )
    url = image_url(holder, base)
    if any(word in url.rpartition("/")[2].lower() for word in _ICON) and not caption:
        return Photo("", "", "")
    return Photo(url, caption[:LONGEST_CAPTION], (cleaned or credit.strip("[]() "))[:300])


def _is_credit(element: HtmlElement, words: PageWords) -> bool:
    if element.tag in ("figcaption", "figure", "img", "picture", "source"):
        return False
    length = len(element.text_content().strip())
    if not 0 < length <= 200:
        return False
    if (
        "credit" in purposes_of(element)
        or element.get("itemprop") in _CREDIT_PROPERTIES
        or element.tag == "cite"
    ):
        return True
    if element.tag in ("span", "small", "em", "i", "p", "td", "div") and length <= 120:
        caption, credit = words.split_credit(text_of(element))
        return bool(credit) and not caption
    return False


def _linked_length(element: HtmlElement) -> int:
    return sum(len(link.text_content().strip()) for link in element.iter("a"))


def _root(element: HtmlElement) -> HtmlElement:
    while (parent := element.getparent()) is not None:
        element = parent
    return element

"""A page's photos, captions and credits. In: a tree; out: photos, and the tree without them."""

from collections.abc import Iterator
from urllib.parse import urljoin

from lxml.html import HtmlElement

from selon.clean.tree import hollow, purposes_of, text_of
from selon.clean.words import PageWords, fold
from selon.model import Photo

LONGEST_CAPTION = 900
LONGEST_CREDIT = 300
_SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "data-srcset", "srcset")
_CREDIT_PROPERTIES = frozenset({"copyrightHolder", "creditText", "author", "creator"})
_NO_CREDIT = frozenset({"figcaption", "figure", "img", "picture", "source"})
_ICON = ("logo", "icon", "avatar", "spinner", "pixel")


def take_photos(
    tree: HtmlElement, main: HtmlElement | None, words: PageWords, *, base: str = ""
) -> tuple[Photo, ...]:
    """Read photos in their order and take them out of the tree, in place: captions are no text.

    What comes behind `main`, which holds the text, belongs to other articles or to the house.
    """
    photos: dict[tuple[str, str], Photo] = {}
    for holder in _up_to(tree, main):
        if holder.getparent() is None or _root(holder) is not _root(tree):
            continue
        if (photo := _read_photo(holder, words, base)) is None:
            continue
        if photo.caption or photo.credit:
            photos.setdefault((fold(photo.caption), fold(photo.credit)), photo)
        hollow(holder)
    return tuple(photos.values())


def image_url(element: HtmlElement, base: str) -> str:
    """Return the address of the first image inside an element, "" for none or one in the page."""
    for image in element.iter("img", "source"):
        for name in _SOURCES:
            value = (image.get(name) or "").strip()
            if value and not value.startswith("data:"):
                address = " ".join(value.split(",")[0].split()[:1]) if "srcset" in name else value
                try:
                    return str(urljoin(base, address))
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
        if (
            purposes & {"caption", "credit"} and len(element.text_content()) <= LONGEST_CAPTION
        ) or (("picture" in purposes or element.tag == "table") and _is_picture_box(element)):
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
    if any(len(p.text_content()) > LONGEST_CAPTION for p in holder.iter("p", "blockquote")):
        return None
    printed_in = next(holder.iter("figcaption"), holder)
    if _linked_length(printed_in) > 0.6 * max(1, len(printed_in.text_content().strip())):
        # Words that lead elsewhere belong to a card, not beneath a photo.
        return Photo("", "", "")
    caption, credit = _read_words(printed_in, holder, words)
    url = image_url(holder, base)
    if not caption and any(word in url.rpartition("/")[2].lower() for word in _ICON):
        return Photo("", "", "")
    return Photo(url, caption[:LONGEST_CAPTION], credit[:LONGEST_CREDIT])


def _read_words(printed_in: HtmlElement, holder: HtmlElement, words: PageWords) -> tuple[str, str]:
    """Split what is printed beneath a photo, by the page's own marks if it has any."""
    marked = next((e for e in holder.iter() if e is not printed_in and _is_credit(e, words)), None)
    whole = text_of(printed_in)
    if marked is None:
        caption, credit = words.split_credit(whole)
        return _trim(caption), credit
    credit = text_of(marked)
    before, found, behind = whole.partition(credit)
    if not found:
        return _trim(whole), words.bare_credit(credit.strip("[]() "))
    if before.strip(" -–|([©"):
        # Behind the caption a credit runs to the end: "© AFP" is marked up, " - Anne Vial" isn't.
        credit += behind
    else:
        before = behind
    return _trim(before), words.bare_credit(credit.strip("[]() "))


def _trim(caption: str) -> str:
    caption = caption.strip(" \u00a0\u202f-–—|/")
    if caption.startswith("(") and caption.endswith(")"):
        caption = caption[1:-1]
    return caption.removesuffix("(").removesuffix("[").rstrip()


def _is_credit(element: HtmlElement, words: PageWords) -> bool:
    if not isinstance(element.tag, str) or element.tag in _NO_CREDIT:
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

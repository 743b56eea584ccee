"""Text from outside made safe to show: it may not steer a terminal, reorder a line or run a script.

In: whatever a page or a file name held. Out: the same text, with each character that acts instead
of being read replaced by one that stands for it; and links that lead to the web and nowhere else.
"""

import re
from urllib.parse import quote, urlsplit

# The control pictures begin at U+2400; tabs and line ends are spaces between words.
_STAND_INS = {
    **{code: 0x2400 + code for code in range(0x20)},
    **dict.fromkeys((0x09, 0x0A, 0x0D), 0x20),
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    # Embeddings, overrides and isolates could make a line read otherwise than it is stored.
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD),
    **dict.fromkeys((0x2028, 0x2029), 0x20),
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
}
_WORDS_OF_AN_ANCHOR = 4


def harmless(text: str) -> str:
    """Replace, one for one, the characters that would act on what shows them."""
    return text.translate(_STAND_INS)


def web_link(url: str) -> str:
    """Return an address that a reader may be sent to, "" for anything but http and https."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    safe = parts.scheme in ("http", "https") and bool(parts.netloc)
    return quote(harmless(url), safe="%/:=&?~#+!$,;'@()*[]") if safe else ""


def link_to_words(url: str, words: str) -> str:
    """Return a link to the words on the publisher's own page, as text fragments name them."""
    base = web_link(url)
    found = re.findall(r"\S+", words)
    if not base or not found:
        return base
    ends = [found] if len(found) <= 2 * _WORDS_OF_AN_ANCHOR else [
        found[:_WORDS_OF_AN_ANCHOR], found[-_WORDS_OF_AN_ANCHOR:]]  # fmt: skip
    # A hyphen has a meaning of its own in a text fragment, though not in other parts of an address.
    anchor = ",".join(quote(" ".join(part), safe="").replace("-", "%2D") for part in ends)
    return f"{base.partition('#')[0]}#:~:text={anchor}"

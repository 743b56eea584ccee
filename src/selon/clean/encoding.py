"""Which characters a page's bytes stand for, whatever it says itself. In: bytes; out: a string.

Pages lie about their encoding in both directions, so the bytes are asked first: text that is
valid UTF-8 and holds more than ASCII is UTF-8, since the accented letters of another encoding
practically never form valid sequences. Only then counts what is declared.
"""

import codecs
import re
from collections.abc import Mapping

# Browsers read these labels as windows-1252, which adds the quotation marks, the dash and the €
# to Latin-1 (https://encoding.spec.whatwg.org/#names-and-labels).
_WINDOWS = frozenset(
    {
        "iso-8859-1",
        "iso8859-1",
        "latin-1",
        "latin1",
        "l1",
        "ascii",
        "us-ascii",
        "cp1252",
        "windows-1252",
        "x-cp1252",
        "ansi",
    }
)
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.I)
_XML = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{1,40})", re.I)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.I)
# What the high half of windows-1252 is used for in the press of Western Europe.
_COMMON = frozenset(
    "àâäáãåæçéèêëíìîïñóòôöõøúùûüýÿœßÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØÚÙÛÜÝŸŒ"
    "«»“”„‘’‚‹›–—…•·°€£§©®™ªº¿¡½¼¾²³±×´\xa0\xad"
)
_COMMON_SHARE = 0.95
_ACCENTED_SHARE = 0.35
_SAMPLE = 60_000


def decode_bytes(body: bytes, headers: Mapping[str, str] | None = None) -> str:
    """Return the text that the bytes stand for; what no encoding explains becomes U+FFFD."""
    for mark, name in _BYTE_ORDER_MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    if name := _wide(body):
        return body.decode(name, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _declared(body, headers or {})
    if declared and declared not in _WINDOWS and not declared.startswith(("utf", "unicode")):
        return _with_windows(body) if _mostly_utf8(body) else body.decode(declared, "replace")
    if declared in _WINDOWS and not _mostly_utf8(body):
        return body.decode("cp1252", "selon-windows")
    text = _with_windows(body)
    return text if _is_plausible(text) else _guess(body)


def _declared(body: bytes, headers: Mapping[str, str]) -> str:
    """Return the encoding that the header or the page itself names, "" for none that is known."""
    content_type = next((v for k, v in headers.items() if k.casefold() == "content-type"), "")
    header = _HEADER.search(content_type)
    names = [header[1]] if header else []
    names += [
        found[1].decode("ascii")
        for found in (_META.search(body, 0, 8192), _XML.match(body))
        if found
    ]
    for name in names:
        if name.casefold() in _WINDOWS:
            return "windows-1252"
        try:
            info = codecs.lookup(name)
        except LookupError:
            continue
        if getattr(info, "_is_text_encoding", True):
            return info.name.casefold()
    return ""


def _wide(body: bytes) -> str:
    """Name the UTF-16 of a text without a byte order mark, told by where its zero bytes fall."""
    head = body[:400]
    if len(head) < 4 or not head.count(0):
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.7 * half and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd == 0 else ""


def _mostly_utf8(body: bytes) -> bool:
    """Tell UTF-8 with a few broken bytes (cut text, a pasted fragment) from another encoding."""
    broken = body.decode("utf-8", "replace").count("\ufffd")
    whole = sum(1 for c in body.decode("utf-8", "ignore") if c > "\x7f")
    return whole > 4 * broken


def _windows_byte(error: UnicodeError) -> tuple[str, int]:
    """Read one byte that isn't UTF-8 as windows-1252, or as Latin-1 where that has no character."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    one = error.object[error.start : error.start + 1]
    try:
        return one.decode("cp1252"), error.start + 1
    except UnicodeDecodeError:
        return one.decode("latin-1"), error.start + 1


codecs.register_error("selon-windows", _windows_byte)


def _with_windows(body: bytes) -> str:
    return body.decode("utf-8", "selon-windows")


def _is_plausible(text: str) -> bool:
    high = [c for c in text if c > "\x7f"]
    # Every letter of Cyrillic would become an accented one.
    if sum(c.isalpha() for c in high) > _ACCENTED_SHARE * sum(c.isalpha() for c in text):
        return False
    return sum(c in _COMMON for c in high) >= _COMMON_SHARE * len(high)


def _guess(body: bytes) -> str:
    # Slow and large: imported only for the rare page that nothing else explains.
    from charset_normalizer import from_bytes

    best = from_bytes(body[:_SAMPLE]).best()
    return body.decode(best.encoding, "replace") if best else body.decode("cp1252", "selon-windows")

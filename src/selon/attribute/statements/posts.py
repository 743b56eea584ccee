"""Posts that an article embeds: words, then "— Name (@account)", as networks print them.

The words stand in the article without marks or cue; the signature tells where they end and whose they
are. Where they begin is told by the line, by the signature of the post before, or by the words
themselves, which some outlets' pages print once more behind the signature; where none does within a
post's length, nothing is found.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from selon.attribute.sentences import Tokens
from selon.attribute.statements.cues import Anchor
from selon.attribute.statements.findings import Finding, TokenRange

_LONGEST = 400  # characters of a post with its links; networks allow 280
_ENOUGH = 20  # characters by which words that are printed again are known
_SIGNATURE = re.compile(
    r"[—–-] ?([^\n()—–]{2,60}?) \(@\w{1,20}\)(?: \d{1,2}\w* [^\W\d_]+\.? \d{4})?"
)
_LINK = re.compile(r"(?:pic\.twitter\.com|https?://t\.co)/\w+|https?://\S+")
_RULE = "post"


def find_posts(tokens: Tokens) -> Iterator[Finding]:
    """Yield the embedded posts of a field, in reading order."""
    text, past = tokens.text, 0
    if "(@" not in text:
        return
    for signature in _SIGNATURE.finditer(tokens.folded):
        begin = text.rfind("\n", 0, signature.start()) + 1
        end = signature.start()
        if not text[begin:end].strip():
            end = len(text[:begin].rstrip())
            begin = text.rfind("\n", 0, end) + 1
        begin = max(begin, past)
        past = signature.end()
        again = _printed_again(text, past, max(begin, end - _LONGEST), end)
        if again is not None:
            begin, past = again
        end = _before_links(text, begin, end)
        content = _tokens_between(tokens, begin, end)
        if content[0] < content[1] and end - begin <= _LONGEST:
            yield Finding(
                cue=None,
                source=_tokens_between(tokens, *signature.span(1)),
                content=(content,),
                anchor=Anchor("quotation", 0, 0, "", "", (0, 0)),
                score=0.0,
                rule=_RULE,
                unmarked=True,
            )


def _printed_again(text: str, behind: int, begin: int, end: int) -> tuple[int, int] | None:
    """Find where a post begins whose words are printed once more behind it, and where that ends."""
    while text[behind : behind + 1].isspace():
        behind += 1
    at = text.find(text[behind : behind + _ENOUGH], begin, end)
    length = end - at
    if at < 0 or text[at:end].strip() != text[behind : behind + length].strip():
        return None
    return at, behind + length


def _before_links(text: str, begin: int, end: int) -> int:
    """Leave out the links that close a post."""
    words = text[begin:end].rstrip()
    links = list(_LINK.finditer(words))
    while links and links[-1].end() == len(words):
        words = words[: links.pop().start()].rstrip()
    return begin + len(words)


def _tokens_between(tokens: Tokens, begin: int, end: int) -> TokenRange:
    return bisect_left(tokens.starts, begin), bisect_right(tokens.ends, end)

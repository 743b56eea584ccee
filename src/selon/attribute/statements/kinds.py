"""Direct, mixed or indirect: how much of a content stands between quotation marks of its own.

Marks around a name, and marks of somebody else's quotation that holds cue and content alike, don't
count. What has neither cue nor marks is a text of its own (a tweet, a pull-quote): direct.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from selon.attribute.marks import Quotation
from selon.attribute.sentences import Paragraph, Tokens
from selon.model import Kind

TokenRange = tuple[int, int]

_NESTED = 50  # quotations within one that are looked back over
_NAME_WORDS = 3
_NAME_TIMES = 2  # in one text, in marks each time
_WORD_TIMES = 4  # a single word is quoted again as often as it is a name


def kind_of(tokens: Tokens, cue: TokenRange | None, content: Sequence[TokenRange]) -> Kind:
    """Tell how much of a content is quoted."""
    inside = outside = named = 0
    for first, last in content:
        for paragraph in _paragraphs(tokens, first, last):
            begin, end = max(first, paragraph.first), min(last, paragraph.last)
            near = _touching(paragraph.quotations, begin, end)
            marks = _own_marks(near, cue, content)
            speech = [q for q in marks if q.first not in name_quotations(tokens)]
            quoted = _covered(tokens, speech, begin, end)
            marked = _covered(tokens, marks, begin, end)
            inside += quoted
            named += marked - quoted
            outside += _count_words(tokens, begin, end) - marked
    if inside + named and not outside:
        return "direct"
    if inside:
        return "mixed"
    return "direct" if cue is None else "indirect"


def _own_marks(
    quotations: Sequence[Quotation], cue: TokenRange | None, content: Sequence[TokenRange]
) -> Sequence[Quotation]:
    """Give the quotations that are not somebody else's, who quotes cue and content alike.

    « Nous restons, dit-elle, et nous gagnerons » holds its cue too, but between two parts of the
    content, or behind a content that begins with the mark.
    """
    if cue is None:
        return quotations
    first, last = content[0][0], content[-1][1]
    interrupted = first < cue[0] and cue[1] <= last
    return [
        q
        for q in quotations
        if interrupted
        or not (q.first < cue[0] and cue[1] < q.last)
        or (first <= cue[0] and q.first in (first, first - 1))
    ]


def _touching(quotations: Sequence[Quotation], begin: int, end: int) -> Sequence[Quotation]:
    """Give the quotations, in order of their starts, that a part may touch.

    The outer one that begins before the part is the last that can reach into it.
    """
    first = bisect_left(quotations, begin, key=lambda q: q.first)
    least = max(0, first - _NESTED)
    while first > least:
        first -= 1
        if quotations[first].depth == 0:
            break
    return quotations[first : bisect_left(quotations, end, key=lambda q: q.first)]


def _paragraphs(tokens: Tokens, first: int, last: int) -> Sequence[Paragraph]:
    at = max(0, bisect_right(tokens.paragraphs, first, key=lambda p: p.first) - 1)
    end = at
    while end < len(tokens.paragraphs) and tokens.paragraphs[end].first < last:
        end += 1
    return tokens.paragraphs[at:end]


def _covered(tokens: Tokens, quotations: Sequence[Quotation], begin: int, end: int) -> int:
    """Count the words of a part that stand within quotations, given by their starts."""
    count, done = 0, begin
    for quotation in quotations:
        first, last = max(done, quotation.first), min(end, quotation.last)
        if first < last:
            count += _count_words(tokens, first, last)
            done = last
    return count


def _count_words(tokens: Tokens, begin: int, end: int) -> int:
    return sum(word[0].isalnum() for word in tokens.words[begin:end])


@lru_cache(maxsize=4)
def name_quotations(tokens: Tokens) -> frozenset[int]:
    """Give the opening marks of quotations that only set off a name, by their token.

    A name is short and stands so more than once in a text ("dames blanches"), or begins with a
    capital behind a noun of the same sentence (l'opération « Brise-lames »).
    """
    short = [
        (quotation, tuple(tokens.words[quotation.inner[0] : quotation.inner[1]]))
        for paragraph in tokens.paragraphs
        for quotation in paragraph.quotations
        if quotation.opened
        and quotation.closed
        and 0 < _count_words(tokens, *quotation.inner) <= _NAME_WORDS
    ]
    times = Counter(words for _, words in short)
    return frozenset(
        quotation.first
        for quotation, words in short
        if times[words] >= (_NAME_TIMES if len(words) > 1 else _WORD_TIMES)
        or _is_title(tokens, quotation)
    )


def _is_title(tokens: Tokens, quotation: Quotation) -> bool:
    """Tell a title in mid-sentence by its capitals, as in l'opération « Brise Lames »."""
    first, last = quotation.inner
    return (
        last - first > 1
        and quotation.first > 0
        and tokens.words[quotation.first - 1][0].isalnum()
        and all(tokens.is_capital(i) for i in range(first, last))
    )

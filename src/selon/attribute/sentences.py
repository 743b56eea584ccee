"""Text -> tokens, paragraphs, sentences and quotations, all by offset; the text is never altered.

Typography is folded by a map that keeps the length, so that an offset into the folded view is an
offset into the text: curly apostrophes become straight, spaces of every kind become a space.
"""

import re
from dataclasses import dataclass
from functools import cache

from selon.attribute.marks import Quotation, pair_marks
from selon.languages.pack import Pack

_FOLDED = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "′": "'",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u2002": " ", "\u2003": " ", "\t": " ",
    "\u2011": "-", "\u2010": "-", "\u00ad": "-",
})  # fmt: skip
_PARAGRAPH = re.compile(r"[^\n]+")
_STOPS = frozenset((".", "!", "?", "…", "...", "?!", "!?"))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text: its tokens [first, last), its sentences as token ranges, its quotations."""

    first: int
    last: int
    sentences: tuple[tuple[int, int], ...]
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """A field's text cut into tokens: token i is text[starts[i]:ends[i]], words[i] its folded lower case.

    An elision ("l'", "qu'") is a token of its own, and so is an inverted pronoun ("-t-il"); an
    abbreviation keeps its full stop ("m.").
    `unclosed` are the offsets of quotation marks that found no partner.
    """

    text: str
    folded: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    paragraphs: tuple[Paragraph, ...]
    unclosed: tuple[int, ...]

    def is_capital(self, token: int) -> bool:
        """Tell whether a token begins with a capital letter."""
        return self.text[self.starts[token]].isupper()


def fold(text: str) -> str:
    """Fold apostrophes, spaces and hyphens; the result has the length of the text."""
    return text.translate(_FOLDED)


def lower(folded: str) -> str:
    """Lower-case without changing the length (a few letters, such as "İ", would)."""
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in folded)


def cut(text: str, pack: Pack) -> Tokens:
    """Cut a text into tokens, paragraphs, sentences and quotations, in linear time."""
    folded = fold(text)
    lowered = lower(folded)
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    ranges: list[tuple[int, int]] = []
    find = _token_pattern(pack).finditer
    for line in _PARAGRAPH.finditer(folded):
        spans = [match.span() for match in find(lowered, line.start(), line.end())]
        if spans:
            first = len(starts)
            starts += [start for start, _ in spans]
            ends += [end for _, end in spans]
            words += [lowered[start:end] for start, end in spans]
            ranges.append((first, len(starts)))
    quotations, unclosed = pair_marks(folded, words, starts, ranges, pack)
    paragraphs = tuple(
        Paragraph(first, last, _sentences(folded, words, starts, ends, (first, last)), quoted)
        for (first, last), quoted in zip(ranges, quotations, strict=True)
    )
    return Tokens(text, folded, words, starts, ends, paragraphs, unclosed)


@cache
def _token_pattern(pack: Pack) -> re.Pattern[str]:
    tokens = pack.tables["pack"]["tokens"]
    inversion = "-(?:t-)?(?:" + "|".join(tokens["inversions"]) + r")\b"
    return re.compile(
        "|".join((
            r"\b(?:" + "|".join(tokens["whole"]) + r")\b",
            r"\b(?:" + "|".join(tokens["elisions"]) + ")",
            inversion,
            # "5 m." ends with a measure, "M. Morel" begins with a form of address.
            r"(?<!\d )\b(?:" + "|".join(pack.words["abbreviations"]) + r")\.(?=\s)",
            r"\d+(?:[.,]\d+)*",
            r"[^\W\d_]\w*(?:(?!" + inversion + r")[-']\w+)*",
            r"\.\.\.|[?!]{2}",
            r"\S",
        ))
    )  # fmt: skip


def _sentences(
    folded: str,
    words: list[str],
    starts: list[int],
    ends: list[int],
    tokens: tuple[int, int],
) -> tuple[tuple[int, int], ...]:
    """Split at full stops; a closing mark or bracket behind one goes with the sentence that it closes."""
    first, last = tokens
    found: list[tuple[int, int]] = []
    begin = first
    for i in range(first, last - 1):
        if words[i] not in _STOPS or (words[i] == "." and _is_initial(folded, words, ends, i)):
            continue
        end = i + 1
        while (
            end < last
            and words[end] in '»”›)]"'
            and starts[end] - ends[end - 1] <= 1 + (words[end] in "»”")
        ):
            if words[end] == '"' and starts[end] > ends[end - 1]:
                break
            end += 1
        if end < last and _may_begin(folded, starts[end], glued=starts[end] == ends[end - 1]):
            found.append((begin, end))
            begin = end
    found.append((begin, last))
    return tuple(found)


def _is_initial(folded: str, words: list[str], ends: list[int], stop: int) -> bool:
    """Tell whether a full stop belongs to an initial, as in "J. Morin"."""
    return stop > 0 and len(words[stop - 1]) == 1 and folded[ends[stop - 1] - 1].isupper()


def is_initial(tokens: Tokens, stop: int) -> bool:
    """Tell whether the full stop at a token belongs to an initial, as in "J. Morin"."""
    return _is_initial(tokens.folded, tokens.words, tokens.ends, stop)


def _may_begin(folded: str, at: int, *, glued: bool) -> bool:
    """Tell whether a sentence may begin at an offset; a glued one ("hier.Les") only with a capital."""
    char = folded[at]
    if glued:
        return (char.isupper() and folded[at + 1 : at + 2].islower()) or char in "«“"
    return char.isupper() or char.isdigit() or not (char.isalnum() or char in ",;:.!?%€")

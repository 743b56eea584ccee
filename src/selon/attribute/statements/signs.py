"""The signs of a stance: short phrases of the pack, looked for in and around a cue and its content.

`stances.toml` of a pack says which phrases, and where. Each word is looked at once, so the time is
linear in the words looked at; of a very long content only the first words are.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from selon.attribute.patterns import goes_on, groups_of
from selon.attribute.sentences import Tokens
from selon.languages.pack import Pack

TokenRange = tuple[int, int]

_TABLE = "stances"
_BEGIN = "^"
_OPENING_WORDS = 8
_CONTENT_WORDS = 150  # what a long quotation goes on to say no longer tells its stance
_AROUND_WORDS = 4
_GAP_WORDS = 8
_WORDS_KEPT = 1 << 16
_SHORT = 9  # words, the beginning counted: a chant, the text of a banner
_BREAKS = frozenset('.!?;:«»“”"')
_LEAD = "@lead_"
_MARKS = frozenset('«»“”"‹›')


def signs_of(
    tokens: Tokens, cue: TokenRange | None, content: Sequence[TokenRange], *, pack: Pack
) -> frozenset[str]:
    """Name the signs that hold of a cue and its content."""
    heard = _content_words(tokens, content)
    found: set[str] = set(_build(tokens, cue, content, len(heard)))
    _look(heard, "content", pack, found)
    _look(heard[: _OPENING_WORDS + 1], "opening", pack, found)
    if cue is not None:
        _look(_words_around(tokens, cue, content), "cue", pack, found)
        _look(gap_words(tokens, cue, content), "gap", pack, found)
    return frozenset(found)


def _build(
    tokens: Tokens, cue: TokenRange | None, content: Sequence[TokenRange], length: int
) -> Iterator[str]:
    """Name what the build of a statement tells without its words."""
    if length <= _SHORT:
        yield "short"
    if not content:
        return
    first = content[0][0]
    if tokens.words[first] in _MARKS or (first and tokens.words[first - 1] in _MARKS):
        yield "quoted"
    yield "cue_none" if cue is None else "cue_ahead" if cue[0] < first else "cue_behind"


def gap_words(tokens: Tokens, cue: TokenRange, content: Sequence[TokenRange]) -> list[str]:
    """Give the last words between a cue and the content behind it."""
    begin = min((first for first, _ in content if first >= cue[1]), default=cue[1])
    return [w for w in tokens.words[max(cue[1], begin - _GAP_WORDS) : begin] if w not in _MARKS]


def lead_of(tokens: Tokens, cue: TokenRange, content: Sequence[TokenRange], pack: Pack) -> str:
    """Name the word that leads from a cue to the content behind it, "" where none follows."""
    if not content or content[0][0] < cue[1]:
        return ""
    gap = gap_words(tokens, cue, content)
    if not gap:
        return "none"
    return next(
        (name for name in groups_of(gap[-1], _TABLE, pack) if name.startswith(_LEAD)), "other"
    )


def _content_words(tokens: Tokens, content: Sequence[TokenRange]) -> list[str]:
    words = [_BEGIN]
    for first, last in content:
        last = min(last, first + _CONTENT_WORDS - len(words))
        words += [word for word in tokens.words[first:last] if word not in _MARKS]
    return words


def _words_around(tokens: Tokens, cue: TokenRange, content: Sequence[TokenRange]) -> list[str]:
    first, last = cue
    begin, end = first, last
    inside = [
        part
        for part in content
        if part[0] < last + _AROUND_WORDS and part[1] > first - _AROUND_WORDS
    ]
    while begin > max(0, first - _AROUND_WORDS) and _is_free(tokens, begin - 1, inside):
        begin -= 1
    while end < min(len(tokens.words), last + _AROUND_WORDS) and _is_free(tokens, end, inside):
        end += 1
    return tokens.words[begin:end]


def _is_free(tokens: Tokens, token: int, content: Sequence[TokenRange]) -> bool:
    return tokens.words[token] not in _BREAKS and not any(a <= token < b for a, b in content)


def _look(words: Sequence[str], place: str, pack: Pack, found: set[str]) -> None:
    openings = _openings(pack, place)
    for at, word in enumerate(words):
        for rest, sign in openings[word]:
            if sign in found:
                continue
            # Most phrases fail at their second word: that is seen without a call.
            if rest and rest[0][0] not in "@*" and words[at + 1 : at + 2] != [rest[0]]:
                continue
            if goes_on(words, at + 1, rest, _TABLE, pack) is not None:
                found.add(sign)


class _Openings(dict[str, tuple[tuple[tuple[str, ...], str], ...]]):
    """What phrases of a place a word may begin: the rest of each and its sign, kept once asked."""

    def __init__(self, phrases: Mapping[str, Sequence[tuple[tuple[str, ...], str]]], pack: Pack):
        super().__init__()
        self.phrases, self.pack = phrases, pack

    def __missing__(self, word: str) -> tuple[tuple[tuple[str, ...], str], ...]:
        firsts = (word, *groups_of(word, _TABLE, self.pack))
        found = tuple(rest for first in firsts for rest in self.phrases.get(first, ()))
        if len(self) >= _WORDS_KEPT:
            self.clear()
        self[word] = found
        return found


@cache
def _openings(pack: Pack, place: str) -> _Openings:
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for sign, body in pack.tables[_TABLE]["signs"].items():
        if body["place"] == place:
            for phrase in body["says"]:
                first, *rest = phrase.split()
                phrases.setdefault(first, []).append((tuple(rest), sign))
    return _Openings(phrases, pack)

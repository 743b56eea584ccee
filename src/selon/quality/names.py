"""Annotated articles -> the words that they print as names, which no weight may be learned for.

A weight for a person, a town or a movement would fit one story of the training articles and name
it in the pack. Development only.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from selon.attribute.sentences import Tokens, cut
from selon.attribute.shape import word_classes
from selon.attribute.statements.kinds import name_quotations
from selon.languages.pack import Pack
from selon.quality.annotated import Annotated

_SHORTEST = 3  # letters; shorter words are elisions and initials
_TIMES = 2  # a word printed once may be anything
_STEM = 6  # letters; some votes look at a word's beginning alone
_WORD = re.compile(r"[^\W\d_][\w'-]*")


def printed_names(articles: Iterable[Annotated], pack: Pack) -> frozenset[str]:
    """Find the words that stand as names more often than not, but for those that the pack knows.

    A word stands as a name where it has a capital within a sentence, or in marks around a name.
    """
    named: Counter[str] = Counter()
    printed: Counter[str] = Counter()
    for one in articles:
        for word, as_name in _occurrences(cut(one.article.text, pack)):
            printed[word] += 1
            named[word] += as_name
    names = {word for word, times in named.items() if times >= _TIMES and times * 2 > printed[word]}
    names -= _known(pack)
    others = {word[:_STEM] for word in printed if word not in names}
    return frozenset(names | {word[:_STEM] for word in names} - others)


def names_printed_in(one: Annotated, pack: Pack) -> Counter[str]:
    """Count the words of one article that stand as names."""
    return Counter(word for word, as_name in _occurrences(cut(one.article.text, pack)) if as_name)


def _occurrences(tokens: Tokens) -> Iterator[tuple[str, bool]]:
    marked = name_quotations(tokens)
    for paragraph in tokens.paragraphs:
        within = {i for q in paragraph.quotations if q.first in marked for i in range(*q.inner)}
        begins = {first for first, _ in paragraph.sentences}
        begins |= {q.inner[0] for q in paragraph.quotations}
        for i in range(paragraph.first, paragraph.last):
            word = tokens.words[i]
            if len(word) >= _SHORTEST and word[0].isalpha() and (i in within or i not in begins):
                yield word, i in within or tokens.is_capital(i)


def _known(pack: Pack) -> set[str]:
    known = set(word_classes(pack))
    for name, lines in pack.words.items():
        if name == "kin":  # any common word; a movement's name may be one
            continue
        known.update(word for line in lines for word in _WORD.findall(line.lower()))
    _walk(pack.tables, known)
    return known


def _walk(value: Any, known: set[str]) -> None:
    if isinstance(value, str):
        known.update(_WORD.findall(value.lower()))
    elif isinstance(value, dict):
        for key, inner in value.items():
            _walk(key, known)
            _walk(inner, known)
    elif isinstance(value, list | tuple):
        for inner in value:
            _walk(inner, known)


def words_in(vote: str) -> frozenset[str]:
    """List the words that a vote mentions; words are in small letters, symbols of shapes are not.

    >>> sorted(words_in("at L-wB|head=gilets"))
    ['at', 'gilets', 'head']
    """
    return frozenset(word for word in _WORD.findall(vote) if word.islower())

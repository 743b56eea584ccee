"""Tokens -> noun phrases that can name a speaker ("le ministre de l'Intérieur", "des témoins").

A phrase is found at its head (a role, a body, a document, an unnamed source); its determiner is
looked for before it, its complements behind it. It ends where a person's name begins.
"""

from collections.abc import Container
from dataclasses import dataclass

from selon.attribute.sentences import Tokens
from selon.attribute.speakers.vocabulary import Head, Vocabulary, plain

_MOST_BEFORE, _MOST_BEHIND = 5, 16


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens [first, last) around the noun `head`.

    `role` is the headword with the rank before it ("premier ministre" is no "ministre");
    `noun` is where the phrase begins without its determiner; `gender` is "m", "f" or "".
    """

    first: int
    noun: int
    head: int
    last: int
    kind: Head
    role: str
    gender: str
    plural: bool
    definite: bool


def find_phrases(tokens: Tokens, people: Container[int], vocabulary: Vocabulary) -> list[Phrase]:
    """List the phrases of a field; `people` are the tokens at which a person's name begins."""
    heads = vocabulary.heads
    limits = [paragraph.last for paragraph in tokens.paragraphs]
    found: list[Phrase] = []
    behind, at = 0, 0
    for i in [i for i, word in enumerate(tokens.words) if word in heads]:
        if i < behind or i in people:
            continue
        while limits[at] <= i:
            at += 1
        if _is_adjective(tokens, i, limits[at], vocabulary):
            continue
        phrase = read_phrase(
            tokens, i, (tokens.paragraphs[at].first, limits[at]), people, vocabulary
        )
        # A document leads on to its issuer, which is a phrase of its own.
        behind = i + 1 if phrase.kind.kind == "document" else phrase.last
        found.append(phrase)
    return found


def _is_adjective(tokens: Tokens, i: int, limit: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a head only describes another noun ("jeune femme", "menace terroriste")."""
    words = tokens.words
    if words[i] in vocabulary.before_noun and i + 1 < limit and words[i + 1] in vocabulary.heads:
        return True
    before = words[i - 1] if i else ""
    return before.isalpha() and not (
        before in vocabulary.determiners
        or before in vocabulary.before_noun
        or before in vocabulary.complement
        or before in vocabulary.ending
        or tokens.is_capital(i)
        or before in vocabulary.speaking
    )


def read_phrase(
    tokens: Tokens,
    head: int,
    within: tuple[int, int],
    people: Container[int],
    vocabulary: Vocabulary,
) -> Phrase:
    """Read the phrase around a head, inside the given tokens."""
    words = tokens.words
    noun = head
    while (
        noun > within[0]
        and head - noun < _MOST_BEFORE
        and words[noun - 1] in vocabulary.before_noun
    ):
        noun -= 1
    first = noun
    kind = vocabulary.heads[words[head]]
    gender, plural = kind.gender, kind.plural
    determiner = words[noun - 1] if noun > within[0] else ""
    shown = vocabulary.determiners.get(determiner)
    if shown is None and noun < head and words[noun] in vocabulary.determiners:
        determiner, shown = words[noun], vocabulary.determiners[words[noun]]
    elif shown is not None:
        first = noun - 1
    if shown == "p":
        plural = True
        one = first - 1 if first > within[0] else first
        if (
            vocabulary.determiners.get(words[one], "") in ("m", "f")
            and words[one] not in vocabulary.definite
        ):
            first, plural, gender = one, False, vocabulary.determiners[words[one]]
    if gender == "mf":
        gender = shown if shown in ("m", "f") else ""
    last = _complement(tokens, head + 1, min(within[1], head + _MOST_BEHIND), people, vocabulary)
    rank = words[head - 1] + " " if noun < head and words[head - 1] in vocabulary.ranks else ""
    definite = determiner in vocabulary.definite
    return Phrase(first, noun, head, last, kind, rank + kind.word, gender, plural, definite)


def _complement(
    tokens: Tokens, k: int, limit: int, people: Container[int], vocabulary: Vocabulary
) -> int:
    """Follow the complements and adjectives of a noun; return the token behind them."""
    words, ending = tokens.words, vocabulary.ending
    while k < limit:
        word = words[k]
        if k in people:
            return k
        if tokens.is_capital(k):
            k += 1
        elif word in vocabulary.complement:
            k = _object(tokens, k, limit, people, vocabulary) or -k
            if k < 0:
                return -k
        elif (
            words[k] in vocabulary.joining
            and k + 1 < limit
            and (
                words[k + 1] in vocabulary.complement
                or (tokens.is_capital(k + 1) and tokens.is_capital(k - 1) and k + 1 not in people)
            )
        ) or (
            word.endswith(vocabulary.adjective_endings) and word not in ending and word.isalpha()
        ):
            k += 1
        else:
            return k
    return k


def _object(
    tokens: Tokens, k: int, limit: int, people: Container[int], vocabulary: Vocabulary
) -> int:
    """Read what a preposition governs; return the token behind it, 0 where nothing fit follows."""
    words, preposition = tokens.words, k
    k += 1
    while k < limit and (words[k] in vocabulary.determiners or words[k] in vocabulary.before_noun):
        k += 1
    if k >= limit or k in people or not words[k][0].isalnum() or words[k] in vocabulary.ending:
        return 0
    bare = k == preposition + 1 and words[preposition] in vocabulary.needs_article
    if not bare or tokens.is_capital(k):
        return k + 1
    return 0


def complement_words(tokens: Tokens, phrase: Phrase, vocabulary: Vocabulary) -> frozenset[str]:
    """Give the words that tell one bearer of a role from another, without head and small words."""
    small = vocabulary.complement | vocabulary.before_noun
    return frozenset(
        plain(word)
        for i, word in enumerate(tokens.words[phrase.noun : phrase.last], phrase.noun)
        if i != phrase.head
        and word[0].isalnum()
        and word not in small
        and word not in vocabulary.determiners
        and word not in vocabulary.joining
    )

"""Phrases and brackets -> how bodies are named: full forms, and what acronyms stand for."""

from collections import defaultdict
from collections.abc import Sequence

from selon.attribute.sentences import Tokens
from selon.attribute.speakers.identities import MOST_BEARERS, printed
from selon.attribute.speakers.phrases import Phrase
from selon.attribute.speakers.vocabulary import Vocabulary, plain


def body_forms(
    tokens: Tokens, phrases: Sequence[Phrase], words: Vocabulary
) -> dict[str, list[str]]:
    """Map the head of each body to the different full forms that it is printed in."""
    forms: dict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        if phrase.kind.kind != "body" or phrase.last - phrase.head < 2 or phrase.plural:
            continue
        behind = tokens.words[phrase.head : phrase.last]
        if not words.possessive.isdisjoint(behind) or not any(
            map(tokens.is_capital, range(phrase.head, phrase.last))
        ):
            continue
        known = forms[phrase.kind.word]
        form = printed(tokens, phrase.noun, phrase.last)
        if len(known) < MOST_BEARERS and plain(form) not in map(plain, known):
            known.append(form)
    return forms


def expansions(tokens: Tokens, words: Vocabulary) -> dict[str, str]:
    """Map an acronym in brackets to the words before it whose initials it has, and back again."""
    found: dict[str, str] = {}
    for i in [i for i, word in enumerate(tokens.words) if word == "("]:
        if i + 2 >= len(tokens.words) or tokens.words[i + 2] != ")":
            continue
        acronym = tokens.folded[tokens.starts[i + 1] : tokens.ends[i + 1]]
        if len(acronym) < 2 or not acronym[:2].isupper():
            continue
        first = _spelled_out(tokens, i, plain(acronym), words)
        if first is not None:
            found.setdefault(plain(acronym), printed(tokens, first, i))
    return found


def _spelled_out(tokens: Tokens, end: int, acronym: str, words: Vocabulary) -> int | None:
    """Find where the words begin whose initials make an acronym, reading back from it."""
    letters = len(acronym)
    small = words.complement | words.weak_particles | frozenset(words.determiners) | words.joining
    k, first = end, None
    while k > 0 and letters > 0 and end - k < 3 * len(acronym) + 4:
        k -= 1
        word = tokens.words[k]
        if not word[0].isalnum():
            return None
        if plain(word[0]) == acronym[letters - 1]:
            letters, first = letters - 1, k
        elif word not in small:
            return None
    return first if letters == 0 and first is not None and tokens.is_capital(first) else None

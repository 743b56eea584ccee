"""Tokens -> proper names: runs of capitals, cut where a complement ends and a person begins.

Going in: a field's tokens. Coming out: each name's token range and what its own words tell: the
title before it, the gender that title or given name shows, whether it can be a person's.
"""

from dataclasses import dataclass, replace

from selon.attribute.sentences import Tokens
from selon.attribute.speakers.vocabulary import Vocabulary, plain

_MOST_PARTS = 8


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: its tokens, its words without accents, and the evidence in and before them.

    `title` is "" or the gender of the title before it ("mp" for "MM."); `given` the gender of its
    first word as a given name, "" where it is none; `opening` says that it begins a sentence,
    `article` that an article stands before it; `parted` that it was cut from a longer run.
    """

    first: int
    last: int
    parts: tuple[str, ...]
    title: str
    given: str
    opening: bool
    article: bool
    parted: bool = False


def find_names(tokens: Tokens, vocabulary: Vocabulary) -> list[Name]:
    """List the proper names of a field, in order."""
    text, starts = tokens.text, tokens.starts
    openings = {first for paragraph in tokens.paragraphs for first, _ in paragraph.sentences}
    limits = _limits(tokens)
    names: list[Name] = []
    behind, at = 0, 0
    for i in [i for i, start in enumerate(starts) if text[start].isupper()]:
        if i < behind:
            continue
        while limits[at] <= i:
            at += 1
        behind = _read(tokens, i, limits[at], openings, vocabulary, names)
    return names


def _limits(tokens: Tokens) -> list[int]:
    return [paragraph.last for paragraph in tokens.paragraphs] + [len(tokens.words) + 1]


def _read(
    tokens: Tokens,
    start: int,
    limit: int,
    openings: set[int],
    vocabulary: Vocabulary,
    names: list[Name],
) -> int:
    """Read the name at a capital and append it, or its parts; return the token behind."""
    words = tokens.words
    opening = start in openings or (
        start > 0
        and not words[start - 1][-1].isalnum()
        and words[start - 1] not in (",", "(", ".")
        and words[start - 1][-1] != "'"
    )
    first, title = start, ""
    word = words[start]
    stop = start + 1 < limit and words[start + 1] == "." and word + "." in vocabulary.titles
    if stop:
        word += "."
    if word in vocabulary.titles and _goes_on(tokens, start + stop, limit, vocabulary):
        title = vocabulary.titles[word]
        first += 1 + stop
        while words[first] in vocabulary.weak_particles and not tokens.is_capital(first):
            first += 1
    elif opening and word in vocabulary.openers and words[start + 1 : start + 2] != ["."]:
        return start + 1
    elif (
        (head := vocabulary.heads.get(word))
        and head.kind == "role"
        and _joined(tokens, start, limit)
    ):
        title, first = head.gender, start + 1
    elif start > 0 and words[start - 1] in vocabulary.titles and not _is_acronym(tokens, start):
        title = vocabulary.titles[words[start - 1]]
    if first >= limit or not (tokens.is_capital(first) or _has_inner_capital(tokens, first)):
        return start + 1
    last = _extend(tokens, first, limit, vocabulary, bool(title))
    for begin, end in _split(tokens, first, last, opening, vocabulary):
        name = _name(tokens, begin, end, title if begin == first else "", opening, vocabulary)
        names.append(name if begin == first else replace(name, parted=True))
    return last


def _name(
    tokens: Tokens, first: int, last: int, title: str, opening: bool, vocabulary: Vocabulary
) -> Name:
    parts = tuple(plain(word) for word in tokens.words[first:last] if word[0].isalnum())
    before = tokens.words[first - 1] if first else ""
    return Name(
        first,
        last,
        parts,
        title,
        given=given_name(parts[0], vocabulary),
        opening=opening,
        article=before in vocabulary.determiners,
    )


def given_name(part: str, vocabulary: Vocabulary) -> str:
    """Give the gender of a given name, or of the first half of a double one, else ""."""
    known = vocabulary.first_names.get(part)
    if known is None and "-" in part:
        known = vocabulary.first_names.get(part.partition("-")[0])
    return known or ""


def _joined(tokens: Tokens, token: int, limit: int) -> bool:
    """Tell whether the next token is a capital one, parted by no more than a space."""
    after = token + 1
    return (
        after < limit
        and tokens.starts[after] - tokens.ends[token] <= 1
        and tokens.is_capital(after)
    )


def _goes_on(tokens: Tokens, token: int, limit: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a name follows, right away or behind a particle ("M. de Vial")."""
    for _ in range(3):
        if _joined(tokens, token, limit):
            return True
        token += 1
        if token < limit and _has_inner_capital(tokens, token):
            return True
        if (
            token >= limit
            or tokens.words[token] not in vocabulary.weak_particles | vocabulary.particles
        ):
            return False
    return False


def _extend(tokens: Tokens, first: int, limit: int, vocabulary: Vocabulary, titled: bool) -> int:
    """Follow a name over capitals, initials and particles; return the token behind it."""
    words = tokens.words
    last = first + 1
    for _ in range(_MOST_PARTS):
        if _is_initial(tokens, last - 1) and last + 1 < limit and words[last] == ".":
            if not tokens.is_capital(last + 1):
                break
            last += 2
        elif _joined(tokens, last - 1, limit):
            again = plain(words[last]) == plain(words[first])
            if again or _begins_anew(tokens, last, limit, vocabulary):
                break
            last += 1
        elif last < limit and _may_lead_on(words[last], vocabulary):
            lone = last - first == 1 and not titled
            weak = lone and given_name(plain(words[first]), vocabulary) != ""
            weak = weak or (last - first > 1 and words[last - 1] in vocabulary.particles)
            behind = _over_particles(tokens, last, limit, vocabulary, weak)
            if behind == last:
                break
            last = behind
        else:
            break
    return last


def _may_lead_on(word: str, vocabulary: Vocabulary) -> bool:
    return word in vocabulary.particles or word in vocabulary.weak_particles or "-" in word


def _over_particles(
    tokens: Tokens, last: int, limit: int, vocabulary: Vocabulary, weak: bool
) -> int:
    """Go on over "van den" (over "de" too where `weak`) to a capital, else stay."""
    words = tokens.words
    behind = last

    def close() -> bool:
        return behind < limit and tokens.starts[behind] - tokens.ends[behind - 1] <= 1

    while (
        close()
        and behind - last < 3
        and (
            words[behind] in vocabulary.particles
            or (weak and words[behind] in vocabulary.weak_particles)
        )
    ):
        behind += 1
    if not close():
        return last
    named = _has_inner_capital(tokens, behind) or (behind > last and tokens.is_capital(behind))
    return behind + 1 if named else last


def _is_acronym(tokens: Tokens, token: int) -> bool:
    return tokens.text[tokens.starts[token] : tokens.ends[token]].isupper() and not _is_initial(
        tokens, token
    )


def _begins_anew(tokens: Tokens, token: int, limit: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a capital article begins a phrase of its own ("Le Premier ministre")."""
    behind = tokens.words[token + 1] if token + 1 < limit else ""
    return tokens.words[token] in vocabulary.name_articles and behind in vocabulary.before_noun


def _is_initial(tokens: Tokens, token: int) -> bool:
    return tokens.ends[token] - tokens.starts[token] == 1


def _has_inner_capital(tokens: Tokens, token: int) -> bool:
    """Tell whether a lower-case token carries a name behind its hyphen ("al-Rahman")."""
    before, hyphen, after = tokens.folded[tokens.starts[token] : tokens.ends[token]].partition("-")
    return bool(hyphen) and len(before) <= 3 and before.islower() and after[:1].isupper()


def _split(
    tokens: Tokens, first: int, last: int, opening: bool, vocabulary: Vocabulary
) -> list[tuple[int, int]]:
    """Cut "Vaucreuse Jeanne Morel" behind a complement ("le maire de …") before the given name."""
    if last - first < 2 or given_name(plain(tokens.words[first]), vocabulary):
        return [(first, last)]
    before = tokens.words[first - 1] if first else ""
    acronym = tokens.text[tokens.starts[first] : tokens.ends[first]].isupper()
    if not (
        opening or acronym or before in vocabulary.complement or before in vocabulary.determiners
    ):
        return [(first, last)]
    if acronym and tokens.text[tokens.starts[last - 1] : tokens.ends[last - 1]].isupper():
        return [(first, last)]
    for cut in range(first + 1, last - (not acronym)):
        if given_name(plain(tokens.words[cut]), vocabulary) and tokens.is_capital(cut):
            return [(first, cut), (cut, last)]
    if (
        last - first == 3
        and before in vocabulary.determiners
        and _is_office(tokens, first, vocabulary)
    ):
        return [(first, first + 1), (first + 1, last)]
    return [(first, last)]


def _is_office(tokens: Tokens, first: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a name is the complement of a role before it ("ministre de la | Justice")."""
    if tokens.words[first + 1].endswith(vocabulary.adjective_endings):
        return False  # "la Banque Centrale Européenne"
    heads = (vocabulary.heads.get(word) for word in tokens.words[max(0, first - 3) : first - 1])
    return any(head is not None and head.kind == "role" for head in heads)

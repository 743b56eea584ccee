"""Roles -> who bears them: a name in apposition to a role, before it or behind, ties the two."""

from collections.abc import Mapping, Sequence

from selon.attribute.sentences import Tokens
from selon.attribute.speakers.identities import MOST_BEARERS, Bearer, Entity, Register
from selon.attribute.speakers.names import Name
from selon.attribute.speakers.phrases import Phrase, complement_words
from selon.attribute.speakers.vocabulary import Vocabulary

# A role's name, and the words that tell it from others ("ministre", {"sante"}).
Role = tuple[str, frozenset[str]]


def tie_roles(
    tokens: Tokens,
    names: Sequence[Name],
    named: Sequence[Entity],
    phrases: Sequence[Phrase],
    register: Register,
    words: Vocabulary,
) -> None:
    """Tie each role to the person whose name stands in apposition to it, before or behind."""
    by_first = {phrase.first: phrase for phrase in phrases if phrase.kind.kind == "role"}
    by_last = {phrase.last: phrase for phrase in phrases if phrase.kind.kind == "role"}
    for name, entity in zip(names, named, strict=True):
        start = name.first
        while start and tokens.words[start - 1] in words.titles and start not in by_last:
            start -= 1
        if name.title and start > 1 and tokens.words[start - 1] == ".":
            start -= 2
        before = by_last.get(start)
        if before is None and entity.person and start and tokens.words[start - 1] == ",":
            before = by_last.get(start - 1)
            if before is not None and not _is_closed(tokens, before, name, words):
                before = None
        behind = by_first.get(_apposition(tokens, name.last))
        if behind is not None and not _closes(tokens, name, entity, behind, words):
            behind = None
        for phrase in (before, behind):
            if phrase is not None and not phrase.plural and entity.person is not False:
                _bear(tokens, phrase, entity, register, words)
                register.tied[phrase.head] = entity


def _is_closed(tokens: Tokens, before: Phrase, name: Name, words: Vocabulary) -> bool:
    """Tell an apposition from a new subject: "chez la maire, Jeanne Morel, …" from "… Paul rit"."""
    behind = tokens.words[name.last] if name.last < len(tokens.words) else "."
    return not behind[0].isalnum() or not is_governed(tokens, before.first, words)


def _closes(tokens: Tokens, name: Name, entity: Entity, behind: Phrase, words: Vocabulary) -> bool:
    """Tell an apposition ("Jeanne Morel, la maire de X,") from a subject ("A X, la maire")."""
    if not entity.person and (
        len(name.parts) == 1 or behind.definite or is_governed(tokens, name.first, words)
    ):
        return False
    if behind.first == behind.noun:
        return True
    after = tokens.words[behind.last] if behind.last < len(tokens.words) else "."
    return not after[0].isalnum() or after in words.trailing or not behind.definite


def _apposition(tokens: Tokens, behind: int) -> int:
    """Find where an apposition to a name would begin: behind a comma, and behind an age."""
    words, limit = tokens.words, len(tokens.words)
    if behind >= limit or words[behind] not in (",", "("):
        return -1
    behind += 1
    if behind + 2 < limit and words[behind].isdigit() and words[behind + 2] == ",":
        behind += 3
    return behind


def _bear(
    tokens: Tokens, phrase: Phrase, entity: Entity, register: Register, words: Vocabulary
) -> None:
    bearers = register.bearers[phrase.role]
    if len(bearers) < MOST_BEARERS:
        bearers.append(Bearer(complement_words(tokens, phrase, words), entity, phrase.head))
    entity.person = True
    if phrase.gender and not entity.gender:
        entity.gender = phrase.gender


def find_bearer(
    bearers: Mapping[str, list[Bearer]],
    role: Role,
    token: int,
    words: Vocabulary,
    heard: Sequence[Entity] = (),
) -> Entity | None:
    """Say who bears a role: a complement must not contradict; then the last speaker, the nearest.

    `heard` are the earlier speakers, the last one last.
    """
    name, complement = role
    fits = [b for b in bearers.get(name, ()) if _agree(complement, b.complement)]
    if not fits:
        fits = _same_office(bearers, role, words)
    if not fits:
        return None
    order = {id(entity): place for place, entity in enumerate(heard, 1)}

    def rank(bearer: Bearer) -> tuple[int, int, bool, int]:
        common = len(complement & bearer.complement)
        spoke = order.get(id(bearer.entity), 0)
        return common, spoke, bearer.token <= token, -abs(token - bearer.token)

    return max(fits, key=rank).entity


def _same_office(
    bearers: Mapping[str, list[Bearer]], role: Role, words: Vocabulary
) -> list[Bearer]:
    """Find who bears an office under its other name ("le chef de l'Etat" is the president)."""
    name, complement = role
    for offices in words.same_offices:
        if any(name == office and of and of <= complement for office, of in offices):
            return [
                bearer
                for office, of in offices
                for bearer in bearers.get(office, ())
                if bearer.complement == of or (of and of <= bearer.complement)
            ]
    return []


def _agree(wanted: frozenset[str], printed: frozenset[str]) -> bool:
    """Tell whether two complements can be one office's: a long one asks for a word in common."""
    return not wanted or (not printed and len(wanted) == 1) or bool(wanted & printed)


def is_governed(tokens: Tokens, first: int, words: Vocabulary) -> bool:
    """Tell whether a preposition stands before a mention, or in its article ("du", "au")."""
    if first and tokens.words[first] in words.complement:
        return True
    before = tokens.words[first - 1] if first else ""
    return before in words.governing and before not in words.speaking

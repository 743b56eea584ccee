"""A field's tokens -> who and what is named in it: people, bodies, roles and who bears them.

Names are gathered article-wide: the fullest form printed anywhere stands for all. A role is tied
to its bearer by apposition, either way. Every mention keeps its place, for pronouns to look back.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from selon.attribute.sentences import Tokens, cut
from selon.attribute.speakers.bodies import body_forms, expansions
from selon.attribute.speakers.identities import (
    Bearer,
    Entity,
    Register,
    enter,
    identify,
    is_person,
    part_known,
    printed,
)
from selon.attribute.speakers.names import Name, find_names
from selon.attribute.speakers.phrases import Phrase, complement_words, find_phrases
from selon.attribute.speakers.roles import find_bearer, is_governed, tie_roles
from selon.attribute.speakers.vocabulary import Vocabulary, plain, vocabulary
from selon.languages.pack import Pack
from selon.model import Article


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an entity is mentioned: tokens [first, last).

    `governed` by a preposition, so no subject; or `subject` of the verb that follows.
    """

    first: int
    last: int
    entity: Entity
    governed: bool
    subject: bool


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """What is named in a field: names, phrases and mentions in reading order, by token."""

    tokens: Tokens
    names: tuple[Name, ...]
    named: tuple[Entity, ...]
    phrases: tuple[Phrase, ...]
    mentions: tuple[Mention, ...]
    bearers: Mapping[str, list[Bearer]]
    bodies: Mapping[str, list[str]]
    expansions: Mapping[str, str]
    described: Mapping[str, Entity]
    trailing: frozenset[str]
    titles: frozenset[str]
    paragraphs: tuple[int, ...]
    openings: frozenset[int]
    sentences: tuple[int, ...]
    name_starts: tuple[int, ...]
    phrase_heads: tuple[int, ...]
    mention_starts: tuple[int, ...]
    quoted: tuple[tuple[int, int], ...]
    pronouns: tuple[tuple[int, str], ...]

    def names_in(self, first: int, last: int) -> range:
        """Give the indices of the names that begin in a token range."""
        return range(bisect_left(self.name_starts, first), bisect_left(self.name_starts, last))

    def phrases_in(self, first: int, last: int) -> range:
        """Give the indices of the phrases whose head stands in a token range."""
        return range(bisect_left(self.phrase_heads, first), bisect_left(self.phrase_heads, last))


def find_people(
    tokens: Tokens, *, article: Article, pack: Pack, beside: Sequence[Tokens] | None = None
) -> People:
    """Find who is named in a field; `beside` are the article's other fields, cut here where None.

    Fuller names printed beside (in the title, a caption) count as printed.
    """
    words = vocabulary(pack)
    others = _others(tokens, article, pack) if beside is None else beside
    register = Register()
    names = part_known(find_names(tokens, words), words)
    full = [(tokens, name) for name in names]
    full += [(other, name) for other in others for name in find_names(other, words)]
    for place, name in sorted(full, key=lambda pair: -len(pair[1].parts)):
        if len(name.parts) > 1:
            enter(place, name, register)
    surnames = {name.parts[-1] for name in names if name.title}
    starts = {
        name.first for name in names if is_person(name) or name.parts[-1] in surnames or name.parted
    }
    phrases = find_phrases(tokens, starts, words)
    named = tuple(identify(tokens, name, register, words) for name in names)
    tie_roles(tokens, names, named, phrases, register, words)
    mentions = _mentions(tokens, names, named, phrases, register, words)
    return _lay_out(tokens, names, named, phrases, mentions, register, words)


def _lay_out(
    tokens: Tokens,
    names: Sequence[Name],
    named: tuple[Entity, ...],
    phrases: Sequence[Phrase],
    mentions: Sequence[Mention],
    register: Register,
    words: Vocabulary,
) -> People:
    """Put what was found beside the tokens by which it is looked up."""
    sentences = tuple(first for paragraph in tokens.paragraphs for first, _ in paragraph.sentences)
    return People(
        tokens=tokens,
        names=tuple(names),
        named=named,
        phrases=tuple(phrases),
        mentions=tuple(mentions),
        bearers=register.bearers,
        bodies=body_forms(tokens, phrases, words),
        expansions=expansions(tokens, words),
        described={plain(m.entity.name): m.entity for m in mentions if not m.entity.parts},
        trailing=words.trailing,
        titles=words.bare_titles,
        paragraphs=tuple(paragraph.first for paragraph in tokens.paragraphs),
        openings=frozenset(sentences),
        sentences=sentences,
        name_starts=tuple(name.first for name in names),
        phrase_heads=tuple(phrase.head for phrase in phrases),
        mention_starts=tuple(mention.first for mention in mentions),
        quoted=tuple(
            (q.first, q.last)
            for paragraph in tokens.paragraphs
            for q in paragraph.quotations
            if q.depth == 0
        ),
        pronouns=tuple(
            (i, words.anaphora[w]) for i, w in enumerate(tokens.words) if w in words.anaphora
        ),
    )


def _others(tokens: Tokens, article: Article, pack: Pack) -> list[Tokens]:
    fields = [
        article.title,
        article.standfirst,
        *(photo.caption for photo in article.photos),
        article.text,
    ]
    return [cut(text, pack) for text in fields if text and text != tokens.text]


def _mentions(
    tokens: Tokens,
    names: Sequence[Name],
    named: Sequence[Entity],
    phrases: Sequence[Phrase],
    register: Register,
    words: Vocabulary,
) -> list[Mention]:
    """List all mentions in order; a role phrase beside its bearer's name is one mention with it."""
    found: list[Mention] = []
    inside = {id(entity) for name, entity in zip(names, named, strict=True) if not name.opening}
    for name, entity in zip(names, named, strict=True):
        doubtful = len(name.parts) == 1 and entity.person is None
        # A capital that only ever begins sentences ("Partez !") is no name.
        if doubtful and (name.parts[0] in words.heads or id(entity) not in inside):
            continue
        found.append(_mention(tokens, name.first, name.last, entity, words))
    for phrase in phrases:
        if phrase.kind.kind == "document":
            continue
        entity = _phrase_entity(tokens, phrase, register, words)
        found.append(_mention(tokens, phrase.first, phrase.last, entity, words))
    found.sort(key=lambda mention: (mention.first, -mention.last))
    return found


def _mention(tokens: Tokens, first: int, last: int, entity: Entity, words: Vocabulary) -> Mention:
    governed = is_governed(tokens, first, words)
    behind = tokens.words[last] if last < len(tokens.words) else ""
    return Mention(first, last, entity, governed, not governed and behind in words.verbal)


def _phrase_entity(tokens: Tokens, phrase: Phrase, register: Register, words: Vocabulary) -> Entity:
    tied = register.tied.get(phrase.head)
    if tied is not None:
        return tied
    if phrase.kind.kind == "role" and phrase.definite and not phrase.plural:
        complement = complement_words(tokens, phrase, words)
        bearer = find_bearer(register.bearers, (phrase.role, complement), phrase.head, words)
        if bearer:
            return bearer
    key = (phrase.role, phrase.plural)
    entity = register.groups.get(key)
    if entity is None or not phrase.definite:
        person = phrase.kind.kind == "role"
        entity = Entity(
            printed(tokens, phrase.noun, phrase.last), (), person, phrase.gender, phrase.plural
        )
        register.groups[key] = entity
    entity.count += 1
    return entity

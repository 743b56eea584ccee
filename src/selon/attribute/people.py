"""A field's tokens -> who and what is named in it: people, bodies, roles and their bearers, in order.

Names are gathered article-wide: the fullest form printed anywhere stands for all. A role is tied to
its bearer by apposition, either way. Every mention keeps its place, so that a pronoun can look back.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from selon.attribute.names import Name, find_names
from selon.attribute.phrases import Phrase, complement_words, find_phrases
from selon.attribute.sentences import Tokens, cut
from selon.attribute.vocabulary import Vocabulary, plain, vocabulary
from selon.languages.pack import Pack
from selon.model import Article

# A name or a role borne by more than this many is told apart by the first ones only (linear time).
_MOST_BEARERS = 12


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something that can speak. `person` is True, False, or None where nothing tells."""

    name: str
    parts: tuple[str, ...] = ()
    person: bool | None = None
    gender: str = ""
    plural: bool = False
    count: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an entity is mentioned: tokens [first, last); `governed` by a preposition, so no subject."""

    first: int
    last: int
    entity: Entity
    governed: bool


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who bears a role, by the words that tell it from others, and the token that says so."""

    complement: frozenset[str]
    entity: Entity
    token: int


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """What is named in a field. `names` and `phrases` stand in reading order, with their entities."""

    tokens: Tokens
    names: tuple[Name, ...]
    named: tuple[Entity, ...]
    phrases: tuple[Phrase, ...]
    mentions: tuple[Mention, ...]
    by_suffix: Mapping[tuple[str, ...], list[Entity]]
    bearers: Mapping[str, list[Bearer]]
    bodies: Mapping[str, list[str]]
    expansions: Mapping[str, str]
    trailing: frozenset[str]
    titles: frozenset[str]
    paragraphs: tuple[int, ...] = ()
    openings: frozenset[int] = frozenset()
    sentences: tuple[int, ...] = ()
    name_starts: tuple[int, ...] = ()
    phrase_heads: tuple[int, ...] = ()
    mention_starts: tuple[int, ...] = ()
    quoted: tuple[tuple[int, int], ...] = ()

    def names_in(self, first: int, last: int) -> range:
        """Give the indices of the names that begin in a token range."""
        return range(bisect_left(self.name_starts, first), bisect_left(self.name_starts, last))

    def phrases_in(self, first: int, last: int) -> range:
        """Give the indices of the phrases whose head stands in a token range."""
        return range(bisect_left(self.phrase_heads, first), bisect_left(self.phrase_heads, last))


@dataclass(slots=True, eq=False)
class _Register:
    """The entities of a field while they are being gathered."""

    by_suffix: dict[tuple[str, ...], list[Entity]] = field(default_factory=lambda: defaultdict(list))
    bearers: dict[str, list[Bearer]] = field(default_factory=lambda: defaultdict(list))
    groups: dict[tuple[str, bool], Entity] = field(default_factory=dict)


def find_people(tokens: Tokens, *, article: Article, pack: Pack, beside: Sequence[Tokens] | None = None) -> People:
    """Find who is named in a field; `beside` are the article's other fields, cut here where None.

    Fuller names printed beside (in the title, a caption) count as printed.
    """
    words = vocabulary(pack)
    others = _others(tokens, article, pack) if beside is None else beside
    register = _Register()
    names = _part_known(find_names(tokens, words), words)
    full = [(tokens, name) for name in names if len(name.parts) > 1]
    full += [(other, name) for other in others for name in find_names(other, words) if len(name.parts) > 1]
    for place, name in sorted(full, key=lambda pair: -len(pair[1].parts)):
        _enter(place, name, register)
    surnames = {name.parts[-1] for name in names if name.title}
    starts = {name.first for name in names if _is_person(name) or name.parts[-1] in surnames or name.parted}
    phrases = find_phrases(tokens, starts, words)
    named = tuple(_identify(tokens, name, register, words) for name in names)
    _tie_roles(tokens, names, named, phrases, register, words)
    mentions = _mentions(tokens, names, named, phrases, register, words)
    sentences = tuple(first for paragraph in tokens.paragraphs for first, _ in paragraph.sentences)
    return People(
        tokens=tokens, names=tuple(names), named=named, phrases=tuple(phrases), mentions=tuple(mentions),
        by_suffix=register.by_suffix, bearers=register.bearers,
        bodies=_bodies(tokens, phrases), expansions=_expansions(tokens, words),
        trailing=words.trailing, titles=frozenset(title.rstrip(".") for title in words.titles),
        paragraphs=tuple(paragraph.first for paragraph in tokens.paragraphs),
        openings=frozenset(sentences), sentences=sentences,
        name_starts=tuple(name.first for name in names),
        phrase_heads=tuple(phrase.head for phrase in phrases),
        mention_starts=tuple(mention.first for mention in mentions),
        quoted=tuple((q.first, q.last) for paragraph in tokens.paragraphs for q in paragraph.quotations
                     if q.depth == 0),
    )  # fmt: skip


def printed(tokens: Tokens, first: int, last: int) -> str:
    """Give the words of a token range as printed, on one line with plain spaces."""
    if first >= last:
        return ""
    return " ".join(tokens.text[tokens.starts[first] : tokens.ends[last - 1]].split())


def _others(tokens: Tokens, article: Article, pack: Pack) -> list[Tokens]:
    fields = [article.title, article.standfirst, *(photo.caption for photo in article.photos), article.text]
    return [cut(text, pack) for text in fields if text and text != tokens.text]


def _part_known(names: Sequence[Name], words: Vocabulary) -> list[Name]:
    """Cut a run of capitals before a name that stands alone elsewhere ("la Justice Koen Vial")."""
    alone = {name.parts for name in names if 1 < len(name.parts) < 5 and not name.article}
    found: list[Name] = []
    for name in names:
        whole = name.last - name.first == len(name.parts)
        cuts = range(1, len(name.parts) - 1) if whole and not name.title and not name.given else ()
        at = next((k for k in cuts if name.parts[k:] in alone), 0)
        if at:
            given = words.first_names.get(name.parts[at], "")
            found.append(replace(name, last=name.first + at, parts=name.parts[:at]))
            found.append(Name(name.first + at, name.last, name.parts[at:], "", given, False, False, True))
        else:
            found.append(name)
    return found


def _is_person(name: Name) -> bool:
    """Tell whether the words of a name alone make it a person's."""
    return bool(name.title) or (bool(name.given) and len(name.parts) > 1 and not name.article)


def _enter(tokens: Tokens, name: Name, register: _Register) -> None:
    """Enter a name of several words, unless it is the end of a longer one."""
    same = next((e for e in register.by_suffix[name.parts] if e.parts[-len(name.parts) :] == name.parts), None)
    if same is None:
        same = Entity(printed(tokens, name.first, name.last), name.parts)
        for begin in range(len(name.parts)):
            _add(register.by_suffix[name.parts[begin:]], same)
        _add(register.by_suffix[name.parts[:1]], same)
    _learn(same, name)


def _add(entities: list[Entity], entity: Entity) -> None:
    if len(entities) < _MOST_BEARERS and entity not in entities:
        entities.append(entity)


def _learn(entity: Entity, name: Name) -> None:
    """Take from a mention what its words tell of the person."""
    if _is_person(name):
        entity.person = True
    elif name.article and entity.person is None:
        entity.person = False
    shown = name.title if name.title in ("m", "f") else ""
    entity.gender = shown or entity.gender or (name.given if name.given in ("m", "f") else "")


def _identify(tokens: Tokens, name: Name, register: _Register, words: Vocabulary) -> Entity:
    """Say whose name this is: a fuller one's with the same end, else a new one."""
    known = register.by_suffix.get(name.parts, [])
    fits = [e for e in known if not (name.title in ("m", "f") and e.gender and e.gender != name.title)]
    if len(name.parts) == 1 and not name.title:
        placed = _placed(tokens, name, words)
        fits = [e for e in fits if len(e.parts) == 1 or e.person or (e.person is None and not placed)]
    if fits:
        entity = fits[0]
    else:
        entity = Entity(printed(tokens, name.first, name.last), name.parts)
        _add(register.by_suffix[name.parts], entity)
    entity.count += 1
    if name.title or len(name.parts) > 1 or (name.article and len(entity.parts) == 1):
        _learn(entity, name)
    elif entity.person is None and name.given and not _placed(tokens, name, words):
        entity.person = True
        entity.gender = entity.gender or (name.given if name.given in ("m", "f") else "")
    return entity


def _placed(tokens: Tokens, name: Name, words: Vocabulary) -> bool:
    """Tell whether a preposition or an article makes a lone name look like a place's or a body's."""
    before = tokens.words[name.first - 1] if name.first else ""
    return before in words.complement or name.article


def _tie_roles(
    tokens: Tokens, names: Sequence[Name], named: Sequence[Entity], phrases: Sequence[Phrase],
    register: _Register, words: Vocabulary,
) -> None:  # fmt: skip
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
        behind = by_first.get(_apposition(tokens, name.last))
        if behind is not None and not _closes(tokens, name, entity, behind, words):
            behind = None
        for phrase in (before, behind):
            if phrase is not None and not phrase.plural and entity.person is not False:
                _bear(tokens, phrase, entity, register, words)


def _closes(tokens: Tokens, name: Name, entity: Entity, behind: Phrase, words: Vocabulary) -> bool:
    """Tell an apposition ("Jeanne Morel, la maire de Vaucreuse,") from a new subject ("A Vaucreuse, la maire …")."""
    if not entity.person and (
        len(name.parts) == 1 or behind.definite or _governed(tokens, name.first, words)
    ):  # fmt: skip
        return False
    if behind.first == behind.noun:
        return True
    after = tokens.words[behind.last] if behind.last < len(tokens.words) else "."
    return not after[0].isalnum() or after in words.trailing or not behind.definite


def _apposition(tokens: Tokens, behind: int) -> int:
    """Find where an apposition to a name would begin: behind a comma, and an age if there is one."""
    words, limit = tokens.words, len(tokens.words)
    if behind >= limit or words[behind] not in (",", "("):
        return -1
    behind += 1
    if behind + 2 < limit and words[behind].isdigit() and words[behind + 2] == ",":
        behind += 3
    return behind


def _bear(tokens: Tokens, phrase: Phrase, entity: Entity, register: _Register, words: Vocabulary) -> None:
    bearers = register.bearers[phrase.role]
    if len(bearers) < _MOST_BEARERS:
        bearers.append(Bearer(complement_words(tokens, phrase, words), entity, phrase.head))
    entity.person = True
    if phrase.gender and not entity.gender:
        entity.gender = phrase.gender


def find_bearer(
    bearers: Mapping[str, list[Bearer]],
    role: str,
    complement: frozenset[str],
    token: int,
    heard: Sequence[Entity] = (),
) -> Entity | None:
    """Say who bears a role: the complement must not contradict; then who spoke last, then the nearest before.

    `heard` are the earlier speakers, the last one last.
    """
    fits = [b for b in bearers.get(role, ()) if _agree(complement, b.complement)]
    if not fits:
        return None
    order = {id(entity): place for place, entity in enumerate(heard, 1)}

    def rank(bearer: Bearer) -> tuple[int, int, bool, int]:
        common = len(complement & bearer.complement)
        spoke = order.get(id(bearer.entity), 0)
        return common, spoke, bearer.token <= token, -abs(token - bearer.token)

    return max(fits, key=rank).entity


def _agree(wanted: frozenset[str], printed: frozenset[str]) -> bool:
    """Tell whether two complements can be one office's: a long one asks for a word in common."""
    return not wanted or (not printed and len(wanted) == 1) or bool(wanted & printed)


def _mentions(
    tokens: Tokens, names: Sequence[Name], named: Sequence[Entity], phrases: Sequence[Phrase],
    register: _Register, words: Vocabulary,
) -> list[Mention]:  # fmt: skip
    """List all mentions in order; a role phrase beside its bearer's name is one mention with it."""
    found: list[Mention] = []
    for name, entity in zip(names, named, strict=True):
        if len(name.parts) == 1 and entity.person is None and name.parts[0] in words.heads:
            continue
        found.append(Mention(name.first, name.last, entity, _governed(tokens, name.first, words)))
    for phrase in phrases:
        if phrase.kind.kind == "document":
            continue
        entity = _phrase_entity(tokens, phrase, register, words)
        found.append(Mention(phrase.first, phrase.last, entity, _governed(tokens, phrase.first, words)))
    found.sort(key=lambda mention: (mention.first, -mention.last))
    return found


def _phrase_entity(tokens: Tokens, phrase: Phrase, register: _Register, words: Vocabulary) -> Entity:
    if phrase.kind.kind == "role" and phrase.definite and not phrase.plural:
        complement = complement_words(tokens, phrase, words)
        bearer = find_bearer(register.bearers, phrase.role, complement, phrase.head)
        if bearer:
            return bearer
    key = (phrase.role, phrase.plural)
    entity = register.groups.get(key)
    if entity is None or not phrase.definite:
        person = phrase.kind.kind == "role"
        entity = Entity(printed(tokens, phrase.noun, phrase.last), (), person, phrase.gender, phrase.plural)
        register.groups[key] = entity
    entity.count += 1
    return entity


def _governed(tokens: Tokens, first: int, words: Vocabulary) -> bool:
    """Tell whether a preposition stands before a mention, or is drawn into its article ("du", "au")."""
    if first and tokens.words[first] in words.complement:
        return True
    before = tokens.words[first - 1] if first else ""
    return before in words.governing and before not in words.speaking


def _bodies(tokens: Tokens, phrases: Sequence[Phrase]) -> dict[str, list[str]]:
    """Map the head of each body to the different full forms that it is printed in."""
    forms: dict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        if phrase.kind.kind != "body" or phrase.last - phrase.head < 2 or phrase.plural:
            continue
        known = forms[phrase.kind.word]
        form = printed(tokens, phrase.noun, phrase.last)
        if len(known) < _MOST_BEARERS and plain(form) not in map(plain, known):
            known.append(form)
    return forms


def _expansions(tokens: Tokens, words: Vocabulary) -> dict[str, str]:
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
    small = words.complement | words.weak_particles | frozenset(words.determiners) | {"et"}
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

"""Proper names -> whose they are: the fullest form printed anywhere stands for all that end so.

Going in: the names of a field, in order. Coming out: one entity each, with the gender that titles
and given names show, and whether it is a person.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from selon.attribute.sentences import Tokens
from selon.attribute.speakers.names import Name, given_name
from selon.attribute.speakers.vocabulary import Vocabulary

# A name borne by more than this many is told apart by the first ones only (linear time).
MOST_BEARERS = 12
# Longer names in capitals alone are names of people in a text that prints them so.
_LONGEST_ACRONYM = 12


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something that can speak. `person` is True, False, or None where nothing tells.

    `count` are its mentions, `latest` the token of the last one read.
    """

    name: str
    parts: tuple[str, ...] = ()
    person: bool | None = None
    gender: str = ""
    plural: bool = False
    count: int = 0
    latest: int = -1


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who bears a role, by the words that tell it from others, and the token that says so."""

    complement: frozenset[str]
    entity: Entity
    token: int


@dataclass(slots=True, eq=False)
class Register:
    """The entities of a field while they are being gathered."""

    by_suffix: dict[tuple[str, ...], list[Entity]] = field(
        default_factory=lambda: defaultdict(list)
    )
    bearers: dict[str, list[Bearer]] = field(default_factory=lambda: defaultdict(list))
    tied: dict[int, Entity] = field(default_factory=dict)
    groups: dict[tuple[str, bool], Entity] = field(default_factory=dict)


def printed(tokens: Tokens, first: int, last: int) -> str:
    """Give the words of a token range as printed, on one line with plain spaces."""
    if first >= last:
        return ""
    return " ".join(tokens.text[tokens.starts[first] : tokens.ends[last - 1]].split())


def part_known(names: Sequence[Name], words: Vocabulary) -> list[Name]:
    """Cut a run of capitals before a name that stands alone elsewhere ("la Justice Koen Vial")."""
    alone = {name.parts for name in names if 1 < len(name.parts) < 5 and not name.article}
    found: list[Name] = []
    for name in names:
        whole = name.last - name.first == len(name.parts)
        cuts = range(1, len(name.parts) - 1) if whole and not name.title and not name.given else ()
        at = next((k for k in cuts if name.parts[k:] in alone), 0)
        if at:
            given = given_name(name.parts[at], words)
            found.append(replace(name, last=name.first + at, parts=name.parts[:at]))
            found.append(
                Name(name.first + at, name.last, name.parts[at:], "", given, False, False, True)
            )
        else:
            found.append(name)
    return found


def is_person(name: Name) -> bool:
    """Tell whether the words of a name alone make it a person's."""
    return bool(name.title) or (bool(name.given) and len(name.parts) > 1 and not name.article)


def enter(tokens: Tokens, name: Name, register: Register) -> None:
    """Enter a name of several words, unless it is the end of a longer one."""
    same = next(
        (e for e in register.by_suffix[name.parts] if e.parts[-len(name.parts) :] == name.parts),
        None,
    )
    if same is None:
        same = _new(tokens, name)
        for begin in range(len(name.parts)):
            _add(register.by_suffix[name.parts[begin:]], same)
        _add(register.by_suffix[name.parts[:1]], same)
    _learn(same, name)


def _new(tokens: Tokens, name: Name) -> Entity:
    entity = Entity(printed(tokens, name.first, name.last), name.parts)
    lettered = entity.name.isupper() and 1 < len(entity.name) <= _LONGEST_ACRONYM
    if lettered and not name.given and not name.title:
        entity.person = False
    return entity


def _add(entities: list[Entity], entity: Entity) -> None:
    if len(entities) < MOST_BEARERS and entity not in entities:
        entities.append(entity)


def _learn(entity: Entity, name: Name) -> None:
    """Take from a mention what its words tell of the person."""
    if is_person(name):
        entity.person = True
    elif name.article and entity.person is None:
        entity.person = False
    shown = name.title if name.title in ("m", "f") else ""
    entity.gender = shown or entity.gender or (name.given if name.given in ("m", "f") else "")


def identify(tokens: Tokens, name: Name, register: Register, words: Vocabulary) -> Entity:
    """Say whose name this is: a fuller one's with the same end, else a new one."""
    known = register.by_suffix.get(name.parts, [])
    fits = [
        e for e in known if not (name.title in ("m", "f") and e.gender and e.gender != name.title)
    ]
    if len(name.parts) == 1 and not name.title:
        placed = _placed(tokens, name, words)
        fits = [
            e for e in fits if len(e.parts) == 1 or e.person or (e.person is None and not placed)
        ]
    if fits:
        entity = max(fits, key=lambda e: (e.parts == name.parts, e.latest))
    else:
        entity = _new(tokens, name)
        _add(register.by_suffix[name.parts], entity)
    entity.count += 1
    entity.latest = name.first
    if name.title or len(name.parts) > 1 or (name.article and len(entity.parts) == 1):
        _learn(entity, name)
    elif entity.person is None and name.given and not _placed(tokens, name, words):
        entity.person = True
        entity.gender = entity.gender or (name.given if name.given in ("m", "f") else "")
    return entity


def _placed(tokens: Tokens, name: Name, words: Vocabulary) -> bool:
    """Tell whether a preposition or an article makes a lone name look like no person's."""
    before = tokens.words[name.first - 1] if name.first else ""
    return before in words.complement or name.article

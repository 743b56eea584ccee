"""The words by which a language names a speaker, compiled once per pack for look-ups by token."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from selon.languages.pack import Pack

HeadKind = Literal["role", "body", "unnamed", "document"]


@dataclass(frozen=True, slots=True)
class Head:
    """What a noun can head: headword, kind of phrase, gender ("m", "f", "mf", "") and number."""

    word: str
    kind: HeadKind
    gender: str
    plural: bool


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Word lists of one pack; genders are "m", "f", "mf" or "", with "p" for the plural."""

    heads: Mapping[str, Head]
    titles: Mapping[str, str]
    bare_titles: frozenset[str]
    first_names: Mapping[str, str]
    determiners: Mapping[str, str]
    definite: frozenset[str]
    before_noun: frozenset[str]
    complement: frozenset[str]
    governing: frozenset[str]
    speaking: frozenset[str]
    ending: frozenset[str]
    adjective_endings: tuple[str, ...]
    particles: frozenset[str]
    weak_particles: frozenset[str]
    name_articles: frozenset[str]
    openers: frozenset[str]
    demonstrative: frozenset[str]
    possessive: frozenset[str]
    documents: frozenset[str]
    named: frozenset[str]
    retold: frozenset[str]
    reporters: frozenset[str]
    agencies: frozenset[str]
    anaphora: Mapping[str, str]
    verbal: frozenset[str]
    object_pronouns: Mapping[str, str]
    speaker_pronouns: Mapping[str, str]
    nearest: frozenset[str]
    same: frozenset[str]
    same_offices: tuple[tuple[tuple[str, frozenset[str]], ...], ...]
    feminine_endings: tuple[str, ...]
    trailing: frozenset[str]
    ordered_for: frozenset[str]
    small: frozenset[str]
    handing_on: frozenset[str]
    channels: frozenset[str]
    local: frozenset[str]
    joining: frozenset[str]
    ranks: frozenset[str]
    needs_article: frozenset[str]
    issuing: frozenset[str]
    source_again: frozenset[str]
    general: frozenset[str]
    nobody: frozenset[str]


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """Drop accents and case, so that "Étienne", "ETIENNE" and "etienne" are one."""
    apart = unicodedata.normalize("NFKD", word)
    return "".join(char for char in apart if not unicodedata.combining(char)).lower()


# The lists of `speakers.toml` that are looked up word by word, by table.
_SETS = {
    "words": (
        "before_noun verbal complement governing speaking ending particles weak_particles"
        " name_articles openers trailing issuing ranks needs_article ordered_for local channels"
        " handing_on joining"
    ),
    "documents": "named retold reporters agencies",
    "pronouns": "nearest same source_again general nobody",
}


@cache
def vocabulary(pack: Pack) -> Vocabulary:
    """Compile a pack's lists."""
    table = pack.tables["speakers"]
    words, pronouns, determiners = table["words"], table["pronouns"], table["determiners"]
    titles = _with_gender(pack.words["titles"])
    kinds = ("definite", "demonstrative", "contracted")
    return Vocabulary(
        heads=_heads(pack),
        titles=titles,
        bare_titles=frozenset(word.rstrip(".") for word in titles),
        first_names={plain(w): g for w, g in _with_gender(pack.words["first_names"]).items()},
        determiners={word: g for kind in determiners.values() for word, g in kind.items()},
        definite=frozenset(word for kind in kinds for word in determiners[kind]),
        possessive=frozenset(determiners["possessive"]),
        demonstrative=frozenset(determiners["demonstrative"]),
        documents=frozenset(table["documents"]["heads"]),
        anaphora=pronouns["anaphora"],
        object_pronouns=pronouns["object"],
        speaker_pronouns=pronouns["speaker"],
        feminine_endings=tuple(pronouns["feminine_endings"]),
        adjective_endings=tuple(words["adjective_endings"]),
        small=frozenset((*words["complement"], *words["ending"], *words["joining"])).union(
            *determiners.values()
        ),
        same_offices=tuple(tuple(map(_office, same)) for same in table["roles"]["same_offices"]),
        **{
            name: frozenset(table[part][name])
            for part, names in _SETS.items()
            for name in names.split()
        },
    )


def _office(written: str) -> tuple[str, frozenset[str]]:
    role, _, complement = written.partition(" / ")
    return role, frozenset(map(plain, complement.split()))


def _with_gender(entries: tuple[str, ...]) -> dict[str, str]:
    pairs = (entry.partition(" | ") for entry in entries)
    return {word.strip(): gender.strip() or "m" for word, _, gender in pairs}


def _heads(pack: Pack) -> dict[str, Head]:
    """Map each singular and plural, with and without the accent of its initial, to its head."""
    kinds: tuple[tuple[HeadKind, dict[str, str]], ...] = (
        ("role", _with_gender(pack.words["roles"])),
        ("body", _with_gender(pack.words["organisations"])),
        ("unnamed", _with_gender(pack.words["unnamed_sources"])),
        ("document", dict.fromkeys(pack.tables["speakers"]["documents"]["heads"], "")),
    )
    plurals = pack.tables["speakers"]["roles"]["plurals"]
    heads: dict[str, Head] = {}
    for kind, entries in kinds:
        for word, gender in entries.items():
            plural = gender.endswith("p")
            for form, several in ((word, plural), (_plural(word, plurals), True)):
                head = Head(word, kind, gender.rstrip("p"), several)
                heads.setdefault(form, head)
                heads.setdefault(plain(form[0]) + form[1:], head)
    return heads


def _plural(word: str, endings: list[list[str]]) -> str:
    return next(word[: len(word) - len(one)] + many for one, many in endings if word.endswith(one))

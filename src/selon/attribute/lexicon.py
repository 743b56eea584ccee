"""The reporting verbs of a pack, by their forms, and its markers ("selon") and fixed phrases."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from selon.attribute.sentences import Tokens
from selon.languages.conjugation import FormKind, conjugate
from selon.languages.pack import Pack

_PHRASE_WORDS = 6  # behind a verb, within which "mettre … en garde" is completed


@dataclass(frozen=True, slots=True)
class Verb:
    """What one form can be: the verb, the class it belongs to in `verbs.toml`, and the kind of form."""

    lemma: str
    verb_class: str
    form_kind: FormKind
    strong: bool


@cache
def reporting_verbs(pack: Pack) -> Mapping[str, tuple[Verb, ...]]:
    """Map each conjugated form to the verbs that it can be, in the order of `verbs.toml`."""
    table = pack.tables["conjugation"]
    forms: dict[str, list[Verb]] = {}
    known: set[str] = set()
    for name, body in pack.tables["verbs"].items():
        if name == "phrases":
            continue
        for lemma in str(body["verbs"]).split():
            if lemma in known:
                continue
            known.add(lemma)
            for form in conjugate(lemma, table):
                entry = Verb(lemma, name, form.kind, bool(body["strong"]))
                if entry not in forms.setdefault(form.form, []):
                    forms[form.form].append(entry)
    return {form: tuple(verbs) for form, verbs in forms.items()}


@cache
def fixed_phrases(pack: Pack) -> Mapping[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """Map a verb's lemma to the words that may follow it, the phrase, and the class that this makes."""
    phrases: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for phrase, verb_class in pack.tables["verbs"]["phrases"].items():
        lemma, *rest = phrase.split()
        phrases.setdefault(lemma, []).append((tuple(rest), phrase, verb_class))
    return {lemma: tuple(sorted(found, reverse=True)) for lemma, found in phrases.items()}


@cache
def person_nouns(pack: Pack) -> frozenset[str]:
    """Give the nouns for people, with their plurals: a list of their own, and all roles of one word."""
    endings = pack.tables["pack"]["agreement"]["plural_nouns"]
    roles = [entry.partition("|")[0].strip() for entry in pack.words["roles"]]
    single = {word for word in (*pack.words["persons"], *roles) if " " not in word}
    plurals = {
        next(word[: len(word) - len(end)] + plural for end, plural in endings if word.endswith(end))
        for word in single
    }
    return frozenset(single | plurals)


@cache
def kin(pack: Pack) -> Mapping[str, str]:
    """Map each common word to the most frequent one of its kin, which names the group (kin.txt)."""
    groups = [line.split() for line in pack.words["kin"]]
    return {word: group[0] for group in groups for word in group}


@cache
def complements(pack: Pack) -> Mapping[str, str]:
    """Give what each verb or phrase takes when it reports: letters of its tables in complements.toml."""
    taken: dict[str, str] = {}
    for name, body in pack.tables["complements"].items():
        for lemma in str(body["verbs"]).split():
            lemma = lemma.replace("_", " ")
            taken[lemma] = taken.get(lemma, "") + name[0]
    return taken


@cache
def markers(pack: Pack) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Map the first word of each marker to the markers that it begins, the longest first."""
    return _by_first_word(pack.words["markers"])


@cache
def markers_of_other_senses(pack: Pack) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Map a first word to the phrases in which it reports nothing: "selon les cas"."""
    return _by_first_word(pack.words["not_markers"])


def _by_first_word(entries: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries:
        words = tuple(entry.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(each, key=len, reverse=True)) for first, each in found.items()}


def verb_of(tokens: Tokens, cue: tuple[int, int], *, pack: Pack) -> tuple[str, str]:
    """Give the reporting verb that a cue is, and its class; "" and "" where it is none."""
    known = reporting_verbs(pack)
    for at in range(cue[1] - 1, cue[0] - 1, -1):
        entries = known.get(tokens.words[at])
        if entries is None:
            continue
        past = at > cue[0]
        verb = next((v for v in entries if (v.form_kind == "past") == past), entries[0])
        return next(_completed(tokens, at + 1, verb.lemma, pack), (verb.lemma, verb.verb_class))
    return "", ""


def _completed(tokens: Tokens, at: int, lemma: str, pack: Pack) -> Iterator[tuple[str, str]]:
    """Yield the fixed phrases that the words behind a verb make of it."""
    for rest, phrase, verb_class in fixed_phrases(pack).get(lemma, ()):
        for start in range(at, at + _PHRASE_WORDS - len(rest)):
            if tuple(tokens.words[start : start + len(rest)]) == rest:
                yield phrase, verb_class

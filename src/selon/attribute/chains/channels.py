"""Names of links where they are printed: documents, networks, media, agencies, names in capitals.

A token at which such a name may begin goes in, behind a preposition; the token range of the name
without its article comes out, or None.
"""

from collections.abc import Callable, Mapping
from functools import cache

from selon.attribute.patterns import groups_of
from selon.attribute.sentences import Tokens
from selon.languages.pack import Pack

TokenRange = tuple[int, int]
Reader = Callable[[Tokens, int, int, Pack], TokenRange | None]

TABLE = "chains"
_SKIPPED_WORDS = 4  # determiners and adjectives before a noun
_NAME_WORDS = 7
_MARKS = frozenset('«»“”"‹›')
_ADJECTIVE = 5  # letters at least; what is shorter is a small word
_ACRONYM = range(2, 7)  # letters


def is_in(word: str, group: str, pack: Pack) -> bool:
    """Tell whether a word belongs to a group of `chains.toml`."""
    return f"@{group}" in groups_of(word, TABLE, pack)


@cache
def word_set(pack: Pack, name: str) -> frozenset[str]:
    """Give a word list of the pack for look-ups, without what it says behind a "|"."""
    return frozenset(entry.partition("|")[0].strip() for entry in pack.words.get(name, ()))


@cache
def agencies(pack: Pack) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Map the first word of each news agency's name to the names, as tokens."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in pack.tables["speakers"]["documents"]["agencies"]:
        words = tuple(name.lower().split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


def read_document(tokens: Tokens, at: int, end: int, pack: Pack) -> TokenRange | None:
    """Read "un long communiqué": the noun alone names it."""
    noun = _behind_determiner(tokens, at, end, pack)
    if noun == at or noun >= end or tokens.words[noun] not in word_set(pack, "documents"):
        return None
    return noun, noun + 1


def read_note(tokens: Tokens, at: int, end: int, pack: Pack) -> TokenRange | None:
    """Read "communiqué" without an article, as in "par communiqué"."""
    return (at, at + 1) if at < end and is_in(tokens.words[at], "note", pack) else None


def read_data(tokens: Tokens, at: int, end: int, pack: Pack) -> TokenRange | None:
    """Read "le bilan israélien": the noun with its adjective names it."""
    noun = _behind_determiner(tokens, at, end, pack)
    if noun >= end or tokens.words[noun] not in word_set(pack, "documents"):
        return None
    behind = tokens.words[noun + 1] if noun + 1 < end else ""
    described = behind.isalpha() and len(behind) >= _ADJECTIVE and not tokens.is_capital(noun + 1)
    return noun, noun + 1 + described


def read_network(tokens: Tokens, at: int, end: int, pack: Pack) -> TokenRange | None:
    """Read "Telegram"."""
    at = _behind_determiner(tokens, at, end, pack)
    return (at, at + 1) if at < end and tokens.words[at] in word_set(pack, "channels") else None


def read_agency(tokens: Tokens, at: int, end: int, pack: Pack) -> TokenRange | None:
    """Read "l'AFP", "l'agence Reuters"."""
    at = _behind_determiner(tokens, at, end, pack)
    for start in (at, at + 1):
        for words in agencies(pack).get(tokens.words[start], ()) if start < end else ():
            if (
                tuple(tokens.words[start : start + len(words)]) == words
                and start + len(words) <= end
            ):
                return _short_form(tokens, start + len(words), end) or (start, start + len(words))
        if at < end and tokens.words[at] not in word_set(pack, "media"):
            break
    return None


def read_medium(tokens: Tokens, at: int, end: int, pack: Pack) -> TokenRange | None:
    """Read "la chaîne publique Canal Marée" by its name, "la radio publique" by its description."""
    at = _behind_determiner(tokens, at, end, pack)
    if at >= end or tokens.words[at] not in word_set(pack, "media"):
        return None
    name = at + (not tokens.is_capital(at))
    while name < end and not tokens.is_capital(name):
        if not (is_in(tokens.words[name], "by_adjective", pack) or tokens.words[name] in _MARKS):
            break
        name += 1
    run = capital_run(tokens, name, end, pack)
    if run:
        whole = name > at + 1 and is_in(tokens.words[at], "whole", pack)
        return (at, run[1]) if whole else run
    described = at + 1 < end and is_in(tokens.words[at + 1], "by_adjective", pack)
    if described and not is_in(tokens.words[at + 1], "particle", pack):
        return at, at + 2
    return None


def read_name(tokens: Tokens, at: int, end: int, pack: Pack) -> TokenRange | None:
    """Read any name in capitals that isn't a person's."""
    return _medium_name(tokens, _behind_determiner(tokens, at, end, pack), end, pack)


def read_outlet(tokens: Tokens, at: int, end: int, pack: Pack) -> TokenRange | None:
    """Read a name that looks like a medium's: with a press word, a number, its own article."""
    run = _medium_name(tokens, _behind_determiner(tokens, at, end, pack), end, pack)
    if run is None:
        return None
    words = tokens.words[run[0] : run[1]]
    if any(is_in(word, "press_word", pack) for word in words) or words[-1].isdigit():
        return run
    lettered = len(words) == 1 and run[0] > at and _is_acronym(tokens, run[0])
    return run if lettered or is_in(words[0], "article", pack) else None


def read_letters(tokens: Tokens, at: int, end: int, pack: Pack) -> TokenRange | None:
    """Read a name of capital letters without an article, as in "à RVB"."""
    run = _medium_name(tokens, at, end, pack)
    return run if run and _is_acronym(tokens, run[0]) else None


def read_station(tokens: Tokens, at: int, end: int, pack: Pack) -> TokenRange | None:
    """Read a name right behind "sur": a station's even where it doesn't look like one."""
    if at < end and is_in(tokens.words[at], "determiner", pack) and not tokens.is_capital(at):
        return read_outlet(tokens, at, end, pack)
    if at < end and is_in(tokens.words[at], "small_station", pack):
        return at, at + 1
    return _medium_name(tokens, at, end, pack)


def read_body(tokens: Tokens, at: int, end: int, pack: Pack) -> TokenRange | None:
    """Read "la préfecture de police": a body with its complements."""
    at = _behind_determiner(tokens, at, end, pack)
    known = word_set(pack, "organisations")
    if at >= end or tokens.words[at] not in known:
        return None
    last = at + 1
    while last + 1 < end and is_in(tokens.words[last], "of", pack):
        last += 2
    return at, last


READERS: Mapping[str, Reader] = {
    "<document>": read_document,
    "<data>": read_data,
    "<network>": read_network,
    "<agency>": read_agency,
    "<medium>": read_medium,
    "<name>": read_name,
    "<outlet>": read_outlet,
    "<station>": read_station,
    "<body>": read_body,
    "<note>": read_note,
    "<letters>": read_letters,
}


def capital_run(tokens: Tokens, at: int, end: int, pack: Pack) -> TokenRange | None:
    """Read a name from its capital on: "Courrier de Valbrune", "Canal 2", "Phare du matin"."""
    end = min(end, at + _NAME_WORDS)
    if at >= end or not tokens.is_capital(at):
        return None
    last = at + 1
    while last < end:
        if tokens.words[last] in _MARKS:
            break
        if tokens.is_capital(last) or tokens.words[last].isdigit():
            if tokens.words[last] in word_set(pack, "first_names"):
                break
            last += 1
            continue
        ahead = last
        while ahead < end and is_in(tokens.words[ahead], "particle", pack):
            ahead += 1
        if ahead == last or ahead >= end or ahead - last > 2:
            break
        if not (tokens.is_capital(ahead) or is_in(tokens.words[ahead], "name_tail", pack)):
            break
        last = ahead + 1
    return at, last


def _medium_name(tokens: Tokens, at: int, end: int, pack: Pack) -> TokenRange | None:
    run = capital_run(tokens, at, end, pack)
    if run is None:
        return None
    words = tokens.words[run[0] : run[1]]
    person = words[0] in word_set(pack, "first_names") and len(words) > 1
    titled = words[0] in word_set(pack, "titles") or words[0].endswith(".")
    if person or titled:
        return None
    if any(is_in(word, "press_word", pack) for word in words):
        return None if is_in(words[0], "look_there", pack) else run
    no_medium = word_set(pack, "organisations")
    if any(word in no_medium or is_in(word, "no_medium", pack) for word in words):
        return None
    return run


def _short_form(tokens: Tokens, at: int, end: int) -> TokenRange | None:
    """Read the letters in brackets behind a full name."""
    if at + 2 < end and tokens.words[at] == "(" and tokens.words[at + 2] == ")":
        return (at + 1, at + 2) if _is_acronym(tokens, at + 1) else None
    return None


def _is_acronym(tokens: Tokens, token: int) -> bool:
    word = tokens.text[tokens.starts[token] : tokens.ends[token]]
    return len(word) in _ACRONYM and word.isupper() and word[0].isalpha()


def _behind_determiner(tokens: Tokens, at: int, end: int, pack: Pack) -> int:
    for _ in range(_SKIPPED_WORDS):
        if at >= end or (tokens.is_capital(at) and tokens.words[at] not in _MARKS):
            break
        word = tokens.words[at]
        if not (word in _MARKS or is_in(word, "determiner", pack) or is_in(word, "before", pack)):
            break
        at += 1
    return at

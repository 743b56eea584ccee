"""What stands around a number: its hedge before, its unit and its counted noun behind.

A number and the tokens go in; a Counted comes out, which spans the whole figure. Whether it is a
figure at all is decided elsewhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from selon.attribute.figures.numbers import Number
from selon.attribute.lexicon import person_nouns
from selon.attribute.sentences import Tokens
from selon.languages.pack import Pack
from selon.model import Bound

UnitKind = Literal["count", "percent", "money", "points", "length", "speed", "other", "duration"]

_LONGEST_NOUN = 9
_KINDS: tuple[tuple[str, UnitKind], ...] = (
    ("currencies", "money"), ("speeds", "speed"), ("lengths", "length"), ("others", "other"), ("durations", "duration"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with what belongs to it: tokens [first, last) are the whole figure.

    `unit` is "count", "percent", "money" or the unit as printed; `head` is the counted noun in
    lower case, "" where it is left out, at tokens [noun_first, noun_last).
    """

    number: Number
    first: int
    last: int
    bound: Bound
    hedge: str
    unit: str
    unit_kind: UnitKind
    head: str
    noun_first: int
    noun_last: int


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The words that surround figures, ready to be looked up."""

    small: Mapping[str, frozenset[str]]
    stops: frozenset[str]
    units: Mapping[str, UnitKind]
    squares: frozenset[str]
    hedge_ends: Mapping[str, tuple[tuple[tuple[str, ...], Bound], ...]]
    hedge_starts: Mapping[str, tuple[tuple[tuple[str, ...], Bound], ...]]
    percent: Mapping[str, frozenset[str]]
    agreeing: tuple[str, ...]
    not_agreeing: tuple[str, ...]
    between: frozenset[str]


@cache
def figure_words(pack: Pack) -> FigureWords:
    """Compile the words around figures of a pack."""
    table, measures = pack.tables["figures"], pack.tables["measures"]
    small = {
        name: frozenset(words.split())
        for name, words in table["words"].items()
        if isinstance(words, str)
    }
    stops = frozenset[str]().union(*(
        small[name] for name in (
            "determiners", "joining", "prepositions", "pronouns", "auxiliaries", "adverbs", "breaks",
        )
    ), small["left_out"], pack.tables["calendar"]["weekdays"], pack.tables["calendar"]["months"])  # fmt: skip
    units: dict[str, UnitKind] = {}
    for name, kind in _KINDS:
        units |= dict.fromkeys(measures[name]["words"].split(), kind)
    before: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    behind: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    bounds: tuple[Bound, ...] = ("about", "min", "max")
    for bound in bounds:
        for phrase in table["hedges"][bound]:
            words = tuple(phrase.split())
            words = words[:-1] if words[-1] in small["hedge_ends"] and len(words) > 1 else words
            before.setdefault(words[-1], []).append((words, bound))
        for phrase in table["hedges"][f"behind_{bound}"]:
            words = tuple(phrase.split())
            behind.setdefault(words[0], []).append((words, bound))
    percent = {name: frozenset(words.split()) for name, words in measures["percent"].items()}
    small["persons"] |= person_nouns(pack)
    return FigureWords(
        small=small,
        stops=stops,
        units=units,
        squares=frozenset(measures["others"]["squares"].split()),
        hedge_ends={
            word: tuple(sorted(found, key=lambda one: -len(one[0])))
            for word, found in before.items()
        },
        hedge_starts={
            word: tuple(sorted(found, key=lambda one: -len(one[0])))
            for word, found in behind.items()
        },
        percent=percent,
        agreeing=tuple(table["nouns"]["agreeing"]),
        not_agreeing=tuple(table["nouns"]["not_agreeing"]),
        between=frozenset(pack.tables["numbers"]["words"]["between"].split()),
    )


def read_counted(tokens: Tokens, number: Number, sentence: tuple[int, int], pack: Pack) -> Counted:
    """Read the hedge, the unit and the noun of a number within its sentence."""
    known = figure_words(pack)
    words = tokens.words
    unit, kind, at = _unit(tokens, number, sentence[1], known)
    noun_first, noun_last = _noun(
        tokens, at, sentence[1], known, measured=kind == "percent" and number.form != "ratio"
    )
    if (
        kind == "duration"
        or number.form == "ratio"
        or (kind != "count" and noun_first > at and words[at] not in known.small["of"])
    ):
        noun_first = noun_last = at
    last = noun_last if noun_last > noun_first else at
    bound, hedge, first, last = _hedge(words, number, (sentence, last), known)
    head = words[noun_first] if noun_last > noun_first else ""
    head_at = noun_first
    while head_at < noun_last and words[head_at] in known.small["adjectives"]:
        head_at += 1
    if head_at < noun_last:
        head = words[head_at]
    return Counted(number, first, last, bound, hedge, unit, kind, head, noun_first, noun_last)


def _unit(
    tokens: Tokens, number: Number, end: int, known: FigureWords
) -> tuple[str, UnitKind, int]:
    """Find the unit behind a number: how it is printed, its kind, and the token behind it."""
    words, at = tokens.words, number.last
    if number.form in ("fraction", "ratio"):
        return "percent", "percent", at
    if at >= end:
        return "count", "count", at
    word = words[at]
    if word in known.percent["words"]:
        at += 1
        if (
            at + 1 < end
            and words[at] in known.small["of"]
            and words[at + 1] in known.percent["words"]
        ):
            at += 2
        return "percent", "percent", at
    if (
        word in known.percent["spelled"]
        and at + 1 < end
        and words[at + 1] in known.percent["spelled_next"]
    ):
        return "percent", "percent", at + 2
    if word in known.percent["points"]:
        return word, "points", at + 1
    before = words[number.first - 1] if number.first else ""
    if before in ("$", "£", "€"):
        return "money", "money", at
    for skipped in (0, 1):
        if skipped and (word not in known.small["of"] and word not in known.small["adjectives"]):
            break
        place = at + skipped
        kind = known.units.get(words[place]) if place < end else None
        if kind is None or (skipped and words[place] in known.small["bare_units"]):
            continue
        return _unit_as_printed(tokens, place, end, kind, known)
    return "count", "count", at


def _unit_as_printed(
    tokens: Tokens, place: int, end: int, kind: UnitKind, known: FigureWords
) -> tuple[str, UnitKind, int]:
    words, last = tokens.words, place + 1
    if last + 1 < end and words[last] == "/" and tokens.starts[last] == tokens.ends[place]:
        last, kind = last + 2, ("speed" if kind == "length" else kind)
    elif last < end and words[last] in known.squares:
        last, kind = last + 1, "other"
    elif (
        kind == "length"
        and last + 1 < end
        and words[last] in known.small["per"]
        and words[last + 1] in known.small["per_units"]
    ):
        last, kind = last + 2, "speed"
    printed = tokens.text[tokens.starts[place] : tokens.ends[last - 1]]
    return ("money" if kind == "money" else printed), kind, last


def _noun(
    tokens: Tokens, at: int, end: int, known: FigureWords, *, measured: bool
) -> tuple[int, int]:
    """Find the counted noun phrase behind token `at`; an empty range where it is left out."""
    words, first = tokens.words, at
    quotes, of = known.small["quotes"], known.small["of"]
    for _ in range(4):
        if first < end and (words[first] in quotes or words[first] in of):
            first += 1
    if (
        first > at
        and first < end
        and words[first] in known.small["determiners"]
        and words[first - 1] in of
    ):
        first += 1
    while first < end and words[first] in known.small["determiners"] and words[first - 1] in of:
        first += 1
    if first >= end or words[first] in known.stops or not words[first][0].isalpha():
        return at, at
    last = first + 1
    while last < end and last - first < _LONGEST_NOUN:
        word = words[last]
        if word in quotes and word != "«":
            last += word in ("»", "”") or words[first - 1] == word
            break
        if (
            word in of
            and last + 1 < end
            and words[last + 1] not in known.stops - known.small["determiners"]
        ):
            last += 2 if words[last + 1] not in known.small["determiners"] else 3
            continue
        if word in known.stops or not (word[0].isalpha() or word == "-"):
            break
        agrees = word.endswith(known.agreeing) and (
            measured or not word.endswith(known.not_agreeing)
        )
        if not agrees and not tokens.is_capital(last) and word != "-":
            break
        last += 1
    return first, min(last, end)


def _hedge(
    words: Sequence[str],
    number: Number,
    bounds: tuple[tuple[int, int], int],
    known: FigureWords,
) -> tuple[Bound, str, int, int]:
    """Find the hedge around a number and how far the figure then reaches."""
    (begin, end), last = bounds
    at = number.first
    skipped = 0
    while (
        at > begin
        and skipped < 3
        and (
            words[at - 1] in known.small["of"]
            or words[at - 1] in known.small["before_number"]
            or words[at - 1] in known.small["quotes"]
        )
    ):
        at, skipped = at - 1, skipped + 1
    for start in (at, number.first) if skipped else (at,):
        for phrase, bound in known.hedge_ends.get(words[start - 1] if start > begin else "", ()):
            size = len(phrase)
            if start - size >= begin and tuple(words[start - size : start]) == phrase:
                return _bound(number, bound), " ".join(phrase), start - size, last
    for place in (number.last, last):
        for phrase, bound in known.hedge_starts.get(words[place] if place < end else "", ()):
            if tuple(words[place : place + len(phrase)]) == phrase:
                return (
                    _bound(number, bound),
                    " ".join(phrase),
                    number.first,
                    max(last, place + len(phrase)),
                )
    if number.high is not None and at > begin and words[at - 1] in known.between:
        return number.bound, "", at - 1, last
    return number.bound, "", number.first, last


def _bound(number: Number, hedge: Bound) -> Bound:
    """A range stays a range, whatever hedges it."""
    return "range" if number.high is not None else hedge

"""The votes on a number: is it a figure, what does it count, over what time.

A number with its surroundings goes in; the names of what holds of it come out, which weights
learned from annotated articles turn into an answer. Each vote is written so that a person can
read it in the weights file: "head=morts", "right=killed", "before=dont".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from selon.attribute.figures.calendar import DateMention
from selon.attribute.figures.counted import Counted, FigureWords, figure_words
from selon.attribute.sentences import Tokens
from selon.attribute.shape import word_classes
from selon.attribute.votes import Votes
from selon.languages.conjugation import conjugate
from selon.languages.pack import Pack

# The words next to a number tell much of whether it is a figure and little of what it counts.
_OF_COUNTS = frozenset(("unit", "head", "label", "headkind", "unitword", "ending"))
_TOLLS = frozenset(("killed", "injured", "missing", "captive", "freed", "arrested"))
_VERBS = "AbLVvxUyGgFf"
STEM = 6  # letters of a word that stand for all its forms
_MEASURED = 6  # words on either side of a number with a unit that vote by themselves
_VERB_REACH = 3  # words between an auxiliary and its participle
# Reporting verbs are verbs like others here.
_TENSELESS = {"V": "x", "v": "x", "U": "y", "G": "g", "F": "f"}
_REACH = 12  # tokens on either side in which a verb can say what is counted


@dataclass(frozen=True, slots=True)
class CountWords:
    """The labels of `counts.toml` by noun, by verb form and by phrase."""

    labels: tuple[str, ...]
    nouns: Mapping[str, str]
    verbs: Mapping[str, str]
    around: Mapping[str, str]
    phrases: tuple[tuple[str, str], ...]


@cache
def count_words(pack: Pack) -> CountWords:
    """Compile what figures count, with every form of the verbs that say so."""
    table, endings = pack.tables["counts"], pack.tables["conjugation"]
    nouns: dict[str, str] = {}
    verbs: dict[str, str] = {}
    around: dict[str, str] = {}
    for label, body in table.items():
        around |= dict.fromkeys(body["around"].split(), label)
        nouns |= dict.fromkeys(body["nouns"].split(), label)
        for verb in body["verbs"].split():
            verbs |= {form.form: label for form in conjugate(verb, endings)}
    phrases = tuple((phrase, label) for label, body in table.items() for phrase in body["phrases"])
    return CountWords(tuple(table), nouns, verbs, {**around, **verbs, **nouns}, phrases)


@dataclass(frozen=True, slots=True)
class TenseWords:
    """The auxiliaries and endings that tell an act from a state."""

    act: frozenset[str]
    state: frozenset[str]
    lasting_endings: tuple[str, ...]


@cache
def tense_words(pack: Pack) -> TenseWords:
    """Compile the tense words of a pack."""
    table = pack.tables["figures"]["tenses"]
    return TenseWords(
        frozenset(table["act"].split()),
        frozenset(table["state"].split()),
        tuple(table["lasting_endings"]),
    )


@dataclass(frozen=True, slots=True)
class Sighting:
    """A number in its sentence, with all that the votes look at.

    `left` and `right` are the words on either side up to the next number or the end of the
    sentence; `dates` are the mentions of its sentence; `left_verb` and `right_verb` are the build and
    the last word of the nearest verb; `label` is what its own words say that it
    counts, "" where they don't.
    """

    counted: Counted
    sentence: tuple[int, int]
    noun: Sequence[str]
    left: Sequence[str]
    right: Sequence[str]
    dates: tuple[DateMention, ...]
    label: str
    right_label: str
    left_label: str
    carried: str
    left_verb: tuple[str, str]
    right_verb: tuple[str, str]
    carried_period: str = ""


def see(
    tokens: Tokens, counted: Counted, sentence: tuple[int, int], limits: tuple[int, int], pack: Pack
) -> Sighting:
    """Look around a number between the numbers beside it, `limits`."""
    known = count_words(pack)
    words, number = tokens.words, counted.number
    first = max(sentence[0], limits[0], counted.first - _REACH)
    last = min(sentence[1], limits[1], counted.last + _REACH)
    left, right = words[first : counted.first], words[counted.last : last]
    label = known.nouns.get(counted.head, "")
    if not label:
        noun = words[counted.noun_first : counted.noun_last]
        label = next((known.nouns[w] for w in noun if w in known.nouns), "") or next(
            (known.verbs[w] for w in noun if w in known.verbs), ""
        )
    beyond = words[counted.last : min(sentence[1], counted.last + _REACH)]
    return Sighting(
        counted, sentence, words[counted.noun_first : counted.noun_last], left, right, (),
        label or _phrase(words[number.last : last], known),
        _first_label(right, known) or _phrase(beyond, known),
        _first_label(left[::-1], known) or _phrase(left, known), "",
        _verb(left[::-1], pack), _verb([*words[number.last : counted.last], *right], pack),
    )  # fmt: skip


def _verb(words: Sequence[str], pack: Pack) -> tuple[str, str]:
    """Find the nearest verb among words: the classes of its words, and its last word.

    "ont été interpellées" read either way gives ("Aby", "interpellées").
    """
    classes = word_classes(pack)
    build, stem, since = "", "", 0
    for word in words:
        symbol = classes.get(word, "w")
        if symbol in _VERBS:
            build, stem, since = build + _TENSELESS.get(symbol, symbol), stem or word, 0
            if symbol not in "AbL":
                stem = word
        elif build:
            since += 1
            if since > _VERB_REACH or len(build) > 2 or not symbol.isalnum():
                break
    return build[:3], stem


def _first_label(words: Sequence[str], known: CountWords) -> str:
    for word in words:
        label = known.around.get(word)
        if label:
            return label
    return ""


def _phrase(words: Sequence[str], known: CountWords) -> str:
    if not words:
        return ""
    line = " ".join(words)
    return next((label for phrase, label in known.phrases if phrase in line), "")


def _size(value: float, printed: str) -> str:
    if value != int(value):
        return "decimal"
    if 1900 <= value <= 2040 and printed.isdecimal() and len(printed) == 4:
        return "year"
    for limit in (1, 2, 4, 10, 31, 60, 99, 999, 9999):
        if value <= limit:
            return f"to{limit}"
    return "large"


def base_votes(tokens: Tokens, seen: Sighting, pack: Pack) -> Votes:
    """Vote on what every question looks at: the form, the unit, the noun, the words beside."""
    known = figure_words(pack)
    c, number = seen.counted, seen.counted.number
    words = tokens.words
    before = words[c.first - 1] if c.first > seen.sentence[0] else "^"
    before2 = words[c.first - 2] if c.first - 1 > seen.sentence[0] else "^"
    after = words[c.last] if c.last < seen.sentence[1] else "$"
    following = words[number.last] if number.last < seen.sentence[1] else "$"
    votes = [
        f"form={number.form}", f"unit={c.unit_kind}", f"head={c.head}", f"before={before}",
        f"after={after}", f"next={following}", f"left={seen.left_label}", f"right={seen.right_label}",
        f"label={seen.label}", f"carried={seen.carried}", f"hedge={c.bound}", f"before2={before2} {before}",
        f"headkind={head_kind(c, known)}", f"unitword={c.unit.lower()}",
    ]  # fmt: skip
    if c.head[-3:] and len(c.head) > 4:
        votes.append(f"ending={c.head[-4:]}")
    if not c.head:
        votes += [
            f"bare+{vote}"
            for vote in (f"before={before}", f"carried={seen.carried}", f"unit={c.unit_kind}")
        ]
    return votes


def head_kind(c: Counted, known: FigureWords) -> str:
    """Tell what kind of word the counted noun is, "none" where none is printed."""
    if not c.head:
        return "none"
    return "person" if c.head in known.small["persons"] else "noun"


def figure_votes(tokens: Tokens, seen: Sighting, base: Votes, pack: Pack) -> Votes:
    """Vote on whether a number is a figure."""
    known = figure_words(pack)
    c, number = seen.counted, seen.counted.number
    words = tokens.words
    size = _size(number.value, words[number.first] if number.last - number.first == 1 else "")
    at_noun = c.noun_first < c.noun_last and tokens.is_capital(c.noun_first)
    place = c.first - 1
    capital = place > seen.sentence[0] and tokens.is_capital(place) and words[place][0].isalpha()
    definite = place >= seen.sentence[0] and words[place] in known.small["definite"]
    kind = f"{number.form},{size}"
    votes = [
        *base, "bias", f"size={size}", f"kind={kind}", f"kind={kind},{head_kind(c, known)}",
        f"kind={kind},unit={c.unit_kind}",
    ]  # fmt: skip
    if definite:
        votes += [f"definite,{number.form},{size}", f"definite={words[place]},{number.form}"]
    if capital:
        votes += ["capital before", f"capital before,{number.form},{size}"]
        if not c.head:
            votes.append("capital before, bare")
    if at_noun:
        votes.append("capital noun")
    if number.last - number.first > 1 and number.form == "digits":
        votes.append("grouped")
    if place >= seen.sentence[0] and words[place] in known.small["names_before"]:
        votes.append("named")
    if tokens.text[number.span.start] in "+-–−":
        votes += ["signed", f"signed,unit={c.unit_kind}"]
    if number.form == "one" and {seen.label, seen.right_label, seen.left_label} & _TOLLS:
        votes.append(f"one in a toll,{head_kind(c, known)}")
    if seen.carried or seen.label:
        votes.append("labelled")
    if number.form == "one":
        votes += [f"one,label={seen.label}", f"one,right={seen.right_label}", f"one,left={seen.left_label}",
                  f"one,{head_kind(c, known)},right={seen.right_label}"]  # fmt: skip
    return votes


def counts_votes(seen: Sighting, base: Votes, signs: Sequence[str], pack: Pack) -> Votes:
    """Vote on what a figure counts; `signs` are the rules of time that hold beside it."""
    c = seen.counted
    rated = _is_rated(seen, pack)
    said = [vote for vote in base if vote.partition("=")[0] in _OF_COUNTS]
    votes = [
        *said, "bias", f"unit={c.unit_kind},left={seen.left_label}", f"unit={c.unit_kind},rated={rated}",
        f"form={c.number.form},rated={rated}", f"unit={c.unit_kind},negative={c.number.value < 0}",
        *(f"{sign},unit={c.unit_kind}" for sign in signs), *_measure_words(seen),
        f"unit={c.unit_kind},around={seen.left_label or seen.right_label}", f"unit={c.unit_kind},of={bool(c.head)}",
    ]  # fmt: skip
    if head_kind(c, figure_words(pack)) == "person":
        votes.append(f"right verb={seen.right_verb[1][:STEM]},person")
        votes.append(f"left verb={seen.left_verb[1][:STEM]},person")
    return votes


def _measure_words(seen: Sighting) -> list[str]:
    """Name the words around a number with a unit: "le taux atteignait 48 %", "48 % des voix"."""
    kind = seen.counted.unit_kind
    if kind == "count":
        return []
    before = {word[:STEM] for word in seen.left[-_MEASURED:] if len(word) > 2}
    behind = {word[:STEM] for word in [*seen.noun, *seen.right][:_MEASURED] if len(word) > 2}
    return [f"{kind} behind {word}" for word in sorted(before)] + [
        f"{kind} before {word}" for word in sorted(behind)
    ]


@cache
def _rate_words(pack: Pack) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    table = pack.tables["measures"]["rate_of"]
    return (
        frozenset(table["by"].split()),
        frozenset(table["per"].split()),
        frozenset(table["each"].split()),
    )


def _is_rated(seen: Sighting, pack: Pack) -> bool:
    """Tell whether a number counts so many a day, a year, a head: "par jour", "chaque année"."""
    by, per, each = _rate_words(pack)
    words = [*seen.noun, *seen.right[:6]]
    if not each.isdisjoint(words) or not each.isdisjoint(seen.left[-3:]):
        return True
    return any(one in by and two in per for one, two in pairwise(words))


def counts_echoes(seen: Sighting, topic: str, kind: str, pack: Pack) -> list[tuple[str, str]]:
    """List the labels that something says outright, each with the vote for it, whatever the label is."""
    c = seen.counted
    own = "labelled" if seen.label else kind
    if c.unit_kind != "count":
        own = c.unit_kind
    echoes = [
        (seen.label, "noun says"), (seen.right_label, f"right says,{own}"), (seen.left_label, f"left says,{own}"),
        (seen.carried, f"carried says,{own}"), (topic, f"topic says,{own}"),
    ]  # fmt: skip
    verbs = count_words(pack).verbs
    for side, (build, word) in (("left", seen.left_verb), ("right", seen.right_verb)):
        said = verbs.get(word, "")
        echoes += [(said, f"{side} verb says,{own}"), (said, f"{side} verb says,{build},{own}")]
    if not (seen.label or seen.right_label or seen.left_label):
        echoes += [(seen.carried, f"only carried says,{own}"), (topic, f"only topic says,{own}")]
    if seen.carried == topic:
        echoes.append((topic, f"carried and topic say,{own}"))
    if not seen.label and bool(seen.right_label) != bool(seen.left_label):
        echoes.append((seen.right_label or seen.left_label, f"one side says,{own}"))
    if seen.right_label == seen.left_label or seen.right_label == topic:
        echoes.append((seen.right_label, f"two say,{own}"))
    if seen.carried == seen.right_label:
        echoes.append((seen.carried, f"carried and right say,{own}"))
    return [(label, vote) for label, vote in echoes if label]


def tense_of(words: Sequence[str], pack: Pack) -> str:
    """Tell the past that lasts from the past that happened by the first verb of some words."""
    known = tense_words(pack)
    for word in words:
        if word in known.act or word in known.state:
            return word
        if len(word) > 5 and word.endswith(known.lasting_endings):
            return "lasting"
    return ""

"""What number words and printed digits are worth: "23.210", "deux mille cinq cents", "septante".

The words are the pack's (`numbers.toml`); where a numeral ends and its value come out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from selon.attribute.sentences import Tokens
from selon.languages.pack import Pack


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of a pack, ready to be looked up."""

    units: Mapping[str, float]
    tens: Mapping[str, float]
    hundreds: frozenset[str]
    scales: Mapping[str, float]
    short_scales: Mapping[str, float]
    collectives: Mapping[str, float]
    fractions: Mapping[str, float]
    whole_fractions: Mapping[str, float]
    factors: Mapping[str, float]
    small: Mapping[str, frozenset[str]]
    ordinals: frozenset[str]
    currencies: frozenset[str]
    spelled: frozenset[str]
    anchors: frozenset[str]


@cache
def number_words(pack: Pack) -> NumberWords:
    """Compile the number words of a pack."""
    table = pack.tables["numbers"]
    small = {name: frozenset(words.split()) for name, words in table["words"].items()}
    spelled = frozenset((*table["units"], *table["tens"], *table["hundreds"], *small["thousand"]))
    nouns = (
        table["collectives"],
        table["fractions"],
        table["whole_fractions"],
        table["factors"],
        table["scales"],
    )
    return NumberWords(
        units=table["units"],
        tens=table["tens"],
        hundreds=frozenset(table["hundreds"]),
        scales=table["scales"],
        short_scales=table["short_scales"],
        collectives=table["collectives"],
        fractions=table["fractions"],
        whole_fractions=table["whole_fractions"],
        factors=table["factors"],
        small=small,
        ordinals=frozenset(table["ordinals"]["endings"].split()),
        currencies=frozenset(pack.tables["measures"]["currencies"]["words"].split()),
        spelled=spelled,
        anchors=spelled.union(*nouns, small["none"]),
    )


def end_of_groups(tokens: Tokens, i: int, last: int) -> int:
    """Find the end of digits set in groups of three: "23 210", "27'000"."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    end = i + 1
    if len(words[i]) > 3 or not words[i].isdecimal() or words[i] == "0":
        return end
    while end < last:
        at = end
        if (
            words[at] == "'"
            and starts[at] == ends[at - 1]
            and at + 1 < last
            and starts[at + 1] == ends[at]
        ):
            at += 1
        elif starts[at] - ends[at - 1] != 1:
            break
        group = words[at]
        if len(group) < 3 or not group[:3].isdecimal() or (len(group) > 3 and group[3] != ","):
            break
        end = at + 1
        if len(group) > 3:
            break
    return end


def value_of_digits(parts: Sequence[str]) -> float | None:
    """Value digits as printed in French: "23.210" is a whole number, "1,2" and "3.5" are not."""
    printed = "".join(part for part in parts if part != "'")
    if len(printed) > 24:
        return None
    whole, comma, decimals = printed.partition(",")
    if "," in decimals:  # English thousands: "1,234,567"
        if "." in printed or any(len(group) != 3 for group in decimals.split(",")):
            return None
        whole, comma, decimals = printed.replace(",", ""), "", ""
    groups = whole.split(".")
    if len(groups) > 1:
        if (
            all(len(group) == 3 for group in groups[1:])
            and len(groups[0]) <= 3
            and groups[0].strip("0")
        ):
            whole = "".join(groups)
        elif len(groups) == 2 and not comma:
            whole, comma, decimals = groups[0], ",", groups[1]
        else:
            return None
    if not whole.isdecimal() or (comma and not decimals.isdecimal()):
        return None
    return float(f"{whole}.{decimals}" if comma else whole)


def spelled_value(words: Sequence[str], i: int, last: int, known: NumberWords) -> tuple[int, float]:
    """Value the number words from token i on; give where they end (i where there are none)."""
    total = current = 0.0
    at, any_word = i, False
    while at < last:
        parts = _parts(words[at], known)
        if words[at] in known.small["and"]:
            follows = words[at + 1] if at + 1 < last else ""
            tens = current % 100
            if not (
                any_word
                and 20 <= tens <= 80
                and not tens % 10
                and follows in known.small["one"] | known.small["eleven"]
            ):
                break
            at += 1
            parts = (follows,)
        if not parts:
            break
        step = current
        more = 0.0
        for part in parts:
            taken = _add(step, part, known)
            if taken is None and part in known.small["thousand"] and not total:
                more += max(step, 1.0) * 1000
                taken = 0.0
            if taken is None:
                return at, total + current
            step = taken
        total, current = total + more, step
        any_word = True
        at += 1
        if current == 0 and not total:  # "zéro" goes alone
            return at, 0.0
    return at, total + current


def _parts(word: str, known: NumberWords) -> tuple[str, ...]:
    """Split a hyphenated number word; () where it is none."""
    if word in known.spelled:
        return (word,)
    parts = tuple(word.split("-")) if "-" in word and len(word) < 60 else ()
    if all(part in known.spelled or part in known.small["and"] for part in parts):
        return tuple(part for part in parts if part not in known.small["and"])
    return ()


def _add(current: float, word: str, known: NumberWords) -> float | None:
    """Go on counting with one more word; None where French can't."""
    tens = current % 100
    if word in known.hundreds:
        return max(current, 1.0) * 100 if current < 10 else None
    if word in known.tens:
        value = known.tens[word]
        if value == 20 and tens == 4:
            return current + 76
        return current + value if tens == 0 else None
    value = known.units.get(word, -1.0)
    if value < 0:
        return None
    if value >= 10:
        return current + value if tens in (0, 60, 80) else None
    if value == 0:
        return 0.0 if current == 0 else None
    free = tens == 0 or (tens >= 20 and tens % 10 == 0) or (tens in (10, 70, 90) and value >= 7)
    return current + value if free or (tens in (70, 90) and tens % 10 == 0) else None


def rounded(value: float) -> float:
    """Take a value for whole where only arithmetic made it miss."""
    return float(round(value)) if abs(value - round(value)) < 1e-4 else value

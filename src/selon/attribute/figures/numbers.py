"""The numbers of a text: digits, number words, nouns of number, fractions, ranges and factors.

Tokens and the pack's number words go in; numbers with their span and value come out. One pass
with a look-up finds the words that begin or carry a number, and only there is more tried. What a
number means (a toll, a date, an age) is none of this module's business.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from selon.attribute.figures.numerals import (
    NumberWords,
    end_of_groups,
    number_words,
    rounded,
    spelled_value,
    value_of_digits,
)
from selon.attribute.sentences import Tokens
from selon.languages.pack import Pack
from selon.model import Bound, Span

Form = Literal[
    "digits", "words", "one", "none", "collective", "vague", "fraction", "ratio", "factor"
]

_DIGITS = frozenset("0123456789")
_MOST_GROUPS = (
    6  # "1 000 000 000 000 000 000": beyond it, a run of digits is no number that anybody counts
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens [first, last), with what its own words say of its precision.

    `form` is how it is written; "one" is an article that may be a number, "none" is "aucun".
    A fraction or a ratio is valued in percent. `scale` is the million of "1,2 million", else 1.
    """

    first: int
    last: int
    span: Span
    value: float
    form: Form
    high: float | None = None
    bound: Bound = "exact"
    scale: float = 1.0


def find_numbers(tokens: Tokens, pack: Pack) -> tuple[Number, ...]:
    """Find the numbers of a text in reading order; ranges are one number, ordinals are left out."""
    known = number_words(pack)
    anchors, spelled = known.anchors, known.spelled
    found: list[Number] = []
    for paragraph in tokens.paragraphs:
        words = tokens.words
        line = words[paragraph.first : paragraph.last]
        reader = _Reader(tokens, known, paragraph.first, paragraph.last)
        numbers: list[Number] = []
        past = paragraph.first
        for i, word in enumerate(line, paragraph.first):
            if i < past:
                continue
            if (
                word in anchors
                or word[0] in _DIGITS
                or ("-" in word and word.partition("-")[0] in spelled)
            ):
                number, past = reader.read(i)
                if number is not None:
                    numbers.append(number)
        found += reader.join(numbers)
    return tuple(found)


class _Reader:
    """Reads numbers within one paragraph, which no number leaves."""

    def __init__(self, tokens: Tokens, known: NumberWords, first: int, last: int) -> None:
        self.tokens, self.known, self.first, self.last = tokens, known, first, last
        self.words = tokens.words

    def word(self, i: int) -> str:
        return self.words[i] if self.first <= i < self.last else ""

    def is_small(self, i: int, name: str) -> bool:
        return self.word(i) in self.known.small[name]

    def number(
        self, first: int, last: int, value: float, form: Form, bound: Bound = "exact"
    ) -> Number:
        span = Span(self.tokens.starts[first], self.tokens.ends[last - 1])
        return Number(first, last, span, value, form, bound=bound)

    def read(self, i: int) -> tuple[Number | None, int]:
        """Read the number that begins at or is carried by token i; the second is where to go on."""
        word, known = self.words[i], self.known
        if word[0] in _DIGITS:
            return self.digits(i)
        if word in known.small["none"]:
            return self.number(i, i + 1, 0.0, "none"), i + 1
        if word in known.whole_fractions:
            return self.number(i, i + 1, known.whole_fractions[word], "fraction"), i + 1
        if word in known.collectives or (
            word in known.scales and word not in known.small["thousand"]
        ):
            return self.collective(i)
        if word in known.fractions:
            return self.fraction(i, i, 1.0)
        if word in known.factors:
            return self.number(i, i + 1, known.factors[word], "factor"), i + 1
        return self.spelled(i)

    def digits(self, i: int) -> tuple[Number | None, int]:
        end = end_of_groups(self.tokens, i, self.last)
        value = value_of_digits(self.words[i:end]) if end - i <= 2 * _MOST_GROUPS else None
        if value is None:
            return None, end
        if end < self.last and self.tokens.starts[end] == self.tokens.ends[end - 1]:
            if self.words[end] in self.known.ordinals:
                return None, end + 1
            if self.words[end] == "/" and self.word(end + 1)[:1] in _DIGITS:
                return self.slashed(i, end, value)
        if end - i == 1 and self.is_small(end, "out_of") is False:
            fraction = (
                self.fraction(i, end, value) if self.word(end) in self.known.fractions else None
            )
            if fraction:
                return fraction
        return self.scaled(self.number(i, end, value, "digits"))

    def slashed(self, i: int, slash: int, value: float) -> tuple[Number | None, int]:
        """Read "2/3" as a share; a score, a date or a size has other ends and is left out."""
        below = self.words[slash + 1]
        again = self.word(slash + 2) == "/"
        if below.isdecimal() and len(below) < 3 and 0 < value < float(below) <= 10 and not again:
            return self.number(i, slash + 2, 100 * value / float(below), "fraction"), slash + 2
        return None, slash + 2

    def spelled(self, i: int) -> tuple[Number | None, int]:
        end, value = spelled_value(self.words, i, self.last, self.known)
        if end == i:
            return None, i + 1
        if end < self.last and self.words[end] in self.known.fractions:
            return self.fraction(i, end, value)
        if end == i + 1 and self.words[i] in self.known.small["one"]:
            return self.article(i)
        return self.scaled(self.number(i, end, value, "words"))

    def article(self, i: int) -> tuple[Number | None, int]:
        """Read what "un" begins: "une petite centaine", "un million et demi", or one of something."""
        at = i + 1
        while at - i <= 2 and (self.is_small(at, "sized") or self.is_small(at, "quotes")):
            if self.is_small(at, "half"):
                return self.number(i, at + 1, 0.5, "words"), at + 1
            at += 1
        word = self.word(at)
        if word in self.known.collectives:
            return self.collective(at)
        if at == i + 1 and word in self.known.scales and not self.is_small(at, "thousand"):
            return self.scaled(self.number(i, i + 1, 1.0, "words"))
        return self.number(i, i + 1, 1.0, "one"), i + 1

    def fraction(self, i: int, at: int, times: float) -> tuple[Number | None, int]:
        share = round(times * self.known.fractions[self.words[at]], 2)
        first = i
        if i == at and self.is_small(i - 1, "the"):
            first = i - 1
        return self.number(first, at + 1, share, "fraction"), at + 1

    def collective(self, at: int) -> tuple[Number | None, int]:
        """Read around a noun of number: what stands before it, and "de milliers" behind it."""
        known = self.known
        value = known.collectives.get(self.words[at]) or known.scales[self.words[at]]
        last = at + 1
        while (
            self.is_small(last, "of")
            and (
                more := known.collectives.get(
                    self.word(last + 1), known.scales.get(self.word(last + 1))
                )
            )
            and more >= 1000
        ):
            value, last = value * more, last + 2
        first = at
        while at - first < 2 and (
            self.is_small(first - 1, "sized") or self.is_small(first - 1, "quotes")
        ):
            first -= 1
        before = self.word(first - 1)
        if before in known.small["one"]:
            return self.number(first - 1, last, value, "collective", "about"), last
        if before in known.small["vague"]:
            return self.number(first - 1, last, value, "vague", "min"), last
        plural = self.words[at].endswith("s")
        if before in known.small["the_one"]:
            first -= 1
        bound: Bound = "min" if plural else "about"
        first = at if first > at - 1 or before not in known.small["the_one"] else first
        return self.number(first, last, value, "vague" if plural else "collective", bound), last

    def scaled(self, number: Number) -> tuple[Number, int]:
        """Read on behind a number: "1,2 million", "un milliard et demi", "deux douzaines", "sept milliers"."""
        known, last, value, scale = self.known, number.last, number.value, 1.0
        if self.is_small(last, "sized") and self.word(last + 1) in known.scales:
            last += 1
        factor = known.scales.get(self.word(last), 0.0) or known.collectives.get(
            self.word(last), 0.0
        )
        if not factor and self.word(last + 1) in known.currencies:
            factor = known.short_scales.get(self.word(last), 0.0)
        if not factor:
            return number, number.last
        bound: Bound = "about" if self.word(last) in known.collectives else "exact"
        value, last, scale = value * factor, last + 1, factor
        if self.is_small(last, "and") and self.is_small(last + 1, "half"):
            value, last = value + factor / 2, last + 2
        else:
            value, last = self.smaller_scales(value, last, factor)
        whole = self.number(number.first, last, rounded(value), number.form, bound)
        return replace(whole, scale=scale), last

    def smaller_scales(self, value: float, last: int, factor: float) -> tuple[float, int]:
        """Add what follows in falling scales: "7 milliards 457 millions 600 mille"."""
        while factor > 1 and last < self.last:
            if self.words[last][0] in _DIGITS:
                end = end_of_groups(self.tokens, last, self.last)
                more = value_of_digits(self.words[last:end]) if end - last < 4 else None
            else:
                end, spelled = spelled_value(self.words, last, self.last, self.known)
                more = spelled if end > last else None
            smaller = self.known.scales.get(self.word(end), 1.0)
            if more is None or smaller >= factor or (smaller == 1.0 and not 99 < more < factor):
                break
            if smaller == 1.0 and self.words[last][0] not in _DIGITS and more >= 1000:
                smaller = 1.0
            value, factor = value + more * smaller, smaller
            last = end + (smaller > 1)
        return value, last

    def join(self, numbers: list[Number]) -> list[Number]:
        """Join the two ends of a range, the two terms of a ratio and the sign of a difference."""
        joined: list[Number] = []
        for number in numbers:
            before = joined[-1] if joined else None
            if before and number.first - before.last <= 8:
                both = self.ratio(before, number) or self.range(before, number)
                if both:
                    joined[-1] = both
                    continue
            joined.append(self.signed(number))
        return [self.factored(number) for number in joined]

    def ratio(self, one: Number, two: Number) -> Number | None:
        """Read "un bus sur deux" and "sept sur dix" as a share in percent."""
        if not self.is_small(two.first - 1, "out_of") or one.last == two.first:
            return None
        if one.value >= two.value or two.value > 100 or one.form not in ("one", "words", "digits"):
            return None
        if two.form not in ("words", "digits") or one.scale > 1 or one.value != int(one.value):
            return None
        between = self.words[one.last : two.first - 1]
        if any(word in (",", ".", ";", ":", *self.known.small["quotes"]) for word in between):
            return None
        if two.value != int(two.value) or (
            between and self.word(one.last) in self.known.small["of"]
        ):
            return None
        share = round(100 * one.value / two.value, 6)
        return self.number(one.first, two.last, share, "ratio")

    def range(self, one: Number, two: Number) -> Number | None:
        """Join "20 à 30", "entre 20 et 30", "deux ou trois", "3 à 400", "40 % à 70 %"."""
        if (
            one.form not in ("digits", "words", "one")
            or two.form not in ("digits", "words")
            or one.high
        ):
            return None
        words, at = self.words, two.first - 1
        while at > one.last and words[at] in self.known.small["quotes"]:
            at -= 1
        between = words[one.last : at]
        if (
            len(between) > 3
            or "," in between
            or any(word.isalpha() and len(word) > 8 for word in between)
        ):
            return None
        link = self.word(at)
        is_range = (
            (link in self.known.small["to"] and one.form != "one" and not self.is_change(one.first))
            or (link in self.known.small["or"] and not between)
            or (link in self.known.small["and"] and self.is_between(one.first))
            or (
                link in self.known.small["dashes"]
                and not between
                and self.is_tight(at)
                and one.value > 31
            )
        )
        if not is_range:
            return None
        low = _low_end(one, two, shared=link not in self.known.small["dashes"])
        if low >= two.value or (between and not self.same_unit(between, two.last)):
            return None
        span = Span(one.span.start, two.span.end)
        return Number(one.first, two.last, span, low, two.form, two.value, "range", two.scale)

    def same_unit(self, between: Sequence[str], last: int) -> bool:
        """Tell whether the unit of the low end comes again behind the high end: "40 % à 70 %"."""
        unit = [word for word in between if word not in self.known.small["quotes"]]
        return unit == self.words[last : last + len(unit)]

    def is_change(self, first: int) -> bool:
        return self.is_small(first - 1, "of") and any(
            self.is_small(i, "change") for i in range(max(self.first, first - 7), first)
        )

    def is_between(self, first: int) -> bool:
        return self.is_small(first - 1, "between") or (
            self.is_small(first - 1, "quotes") and self.is_small(first - 2, "between")
        )

    def is_tight(self, at: int) -> bool:
        starts, ends = self.tokens.starts, self.tokens.ends
        return starts[at] == ends[at - 1] and starts[at + 1] == ends[at]

    def signed(self, number: Number) -> Number:
        """Take in a printed sign where a difference or a temperature follows: "- 0,6 %", "(+ 8)"."""
        sign = self.word(number.first - 1)
        if (
            number.form != "digits"
            or not sign
            or not (sign in self.known.small["dashes"] or sign in self.known.small["plus"])
        ):
            return number
        before, behind = self.word(number.first - 2), self.word(number.last)
        tight = self.tokens.starts[number.first] == self.tokens.ends[number.first - 1]
        spaced = (
            not before or self.tokens.starts[number.first - 1] > self.tokens.ends[number.first - 2]
        )
        if before[:1] in _DIGITS and not spaced:
            return number
        held = before in ("(", ",") and behind in (")", ",", "%", *self.known.small["signed"])
        if (
            not held
            and not (tight and (spaced or before == "("))
            and behind not in self.known.small["signed"]
        ):
            return number
        value = -number.value if sign in self.known.small["dashes"] else number.value
        span = Span(self.tokens.starts[number.first - 1], number.span.end)
        return replace(number, first=number.first - 1, span=span, value=value)

    def factored(self, number: Number) -> Number:
        """Read "trois fois plus" and "divisé par deux" as factors."""
        if number.form not in ("words", "digits"):
            return number
        times = self.is_small(number.last, "times") and self.is_small(
            number.last + 1, "more_or_less"
        )
        by = self.is_small(number.first - 1, "by") and any(
            self.is_small(number.first - back, "divided") for back in (2, 3)
        )
        return replace(number, form="factor") if times or by else number


def _low_end(one: Number, two: Number, *, shared: bool) -> float:
    """Give the low end what it shares with the high end: "2,4 à 4 millions", "3 à 400"."""
    if not shared:
        return one.value
    if two.scale > 1 and one.scale == 1 and one.value < two.value / two.scale:
        return rounded(one.value * two.scale)
    for step in (100.0, 1000.0):
        if (
            one.form == "digits"
            and one.value < 100
            and two.value % step == 0
            and (one.value < two.value / step < (10 if step == 100 else 1000))
        ):
            return one.value * step
    return one.value

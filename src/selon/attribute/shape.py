"""Tokens -> the shape of a paragraph: one character a token for its class, one for a whole quotation.

A rule of a language is a short regular expression over this string, which maps back to tokens, so
it stays linear and doesn't see the words that don't matter to it.

Symbols that code gives: `Q` a quotation, `q` marks around a word or a name, `V` `v` a finite
reporting verb (strong, or not by itself), `U` its past participle, `G` its present participle,
`F` its infinitive, `x` `y` `g` `f` the same of any
other verb, `H` a role or an organisation, `B` a document,
`T` a title, `N` a word with a capital, `0` a number, `w` anything else. The other classes are the
pack's (`classes.toml`); punctuation stands for itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from selon.attribute.lexicon import Verb, kin, person_nouns, reporting_verbs
from selon.attribute.marks import Quotation
from selon.attribute.sentences import Paragraph, Tokens, is_initial
from selon.languages.conjugation import conjugate
from selon.languages.pack import Pack

FINITE = frozenset("vVAbxL")  # symbols of finite verbs, auxiliaries and modals
_TELLING = "IJHNBTq"  # classes that tell what a noun phrase is, the first before the others
_BEFORE_NOUNS = "D0az"
_HEARD = 40  # tokens of a quotation that are looked at
_SHORT_QUOTATION = 3  # words; "« dames blanches »" is a name, "« Nous partons demain »" is said
# Units; what is longer is a list or debris, and each cue looks at its whole sentence.
_LONGEST_SENTENCE = 160
_SHORT_WORD = 6  # letters; too short to be told by its ending
_VERB_SYMBOLS = {"participle": "G", "past": "U", "infinitive": "F"}
_BEGINNERS = frozenset('.!?…:«“"-–—(')
_OTHER_SYMBOLS = {
    "finite": "x", "conditional": "x", "participle": "g", "past": "y", "infinitive": "f",
}  # fmt: skip
_PUNCTUATION = {"–": "-", "—": "-", "...": ".", "…": ".", "!": ".", "?": ".", "[": "(", "]": ")"}


@dataclass(frozen=True, slots=True, eq=False)
class WordSigns:
    """What a pack knows of words: which begin a plural, how plural verbs end, nouns for people, kin.

    `sources` are the words for an unnamed source, `occasions` nouns that say when or where one spoke,
    `asides` nouns of set phrases before a subject, `polled` those whom a poll asked; `agencies` are names.
    """

    plurals: frozenset[str]
    plural_verbs: str
    sources: frozenset[str]
    occasions: frozenset[str]
    asides: frozenset[str]
    polled: frozenset[str]
    agencies: frozenset[str]
    tenses: tuple[tuple[str, str], ...]
    people: frozenset[str]
    kin: Mapping[str, str]


@cache
def word_signs(pack: Pack) -> WordSigns:
    """Compile the signs of words of a pack."""
    agreement = pack.tables["pack"]["agreement"]
    plurals = frozenset(agreement["plurals"].split())
    phrases = pack.tables["pack"]["phrases"]
    names = (name.strip() for line in pack.words["agencies"] for name in line.split("|"))
    return WordSigns(
        plurals=plurals,
        plural_verbs=agreement["plural_verbs"],
        tenses=tuple((ending, letter) for ending, letter in agreement["tenses"]),
        people=person_nouns(pack),
        kin=kin(pack),
        agencies=frozenset(name.lower() for name in names if " " not in name),
        **{name: frozenset(words.split()) for name, words in phrases.items()},
    )


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """Units of a paragraph: unit i covers tokens firsts[i] to lasts[i], symbols[i] is its class.

    `verbs[i]` counts the verbs before unit i, so that any stretch can be asked for one at once;
    `next_verb[i]` is the first finite verb at unit i or behind it, `tenses[i]` a letter for its tense;
    `voices` tells what is in the quotation that a unit is; `quoted`, that the whole stands within marks.
    """

    symbols: str
    words: list[str]
    firsts: list[int]
    lasts: list[int]
    sentences: tuple[tuple[int, int], ...]
    verbs: list[int]
    next_verb: list[int]
    tenses: str
    voices: Mapping[int, str]
    signs: WordSigns
    quoted: bool = False

    def is_plural(self, first: int, last: int) -> bool:
        """Tell whether a phrase is in the plural: by its first word, or two things joined."""
        symbols = self.symbols
        return (
            self.words[first] in self.signs.plurals
            or symbols[first] == "0"
            or (symbols.find("E", first, last) >= 0 and symbols.find("O", first, last) < 0)
        )

    def head(self, first: int, last: int) -> str:
        """Give the class of a noun phrase: its most telling symbol, "h" for a noun for people."""
        part = self.symbols[first:last]
        for symbol in _TELLING:
            if symbol in part:
                return symbol
        if not self.signs.people.isdisjoint(self.words[first:last]):
            return "h"
        return "0" if "0" in part else "w"

    def kin(self, i: int) -> str:
        """Name the kin of a unit's word, "?" where it has none."""
        return self.signs.kin.get(self.words[i], "?") if i < len(self.words) else "?"

    def tense(self, first: int, last: int) -> str:
        """Tell the tense of the first finite verb among some units, "-" where none is."""
        verb = self.next_verb[first]
        return self.tenses[verb] if verb < last else "-"

    def first_noun(self, first: int, last: int) -> int:
        """Find where the nouns of a phrase begin, behind its determiners."""
        while first < last - 1 and self.symbols[first] in _BEFORE_NOUNS:
            first += 1
        return first

    def verb_number(self, first: int, last: int) -> str:
        """Tell the number of the finite verb among some units: "p", "s", or "-" where none is."""
        for i in range(first, last):
            if self.symbols[i] in FINITE:
                return "p" if self.words[i].endswith(self.signs.plural_verbs) else "s"
        return "-"


@cache
def word_classes(pack: Pack) -> Mapping[str, str]:
    """Give the symbol of each word that has one by itself."""
    classes: dict[str, str] = {}
    for body in pack.tables["classes"].values():
        for word in body["words"].split():
            classes.setdefault(word, body["symbol"])
    for form, verbs in reporting_verbs(pack).items():
        classes.setdefault(form, _verb_symbol(verbs))
    for noun, symbol in _nouns(pack).items():
        classes.setdefault(noun, symbol)
    noun_like = str(pack.tables["pack"]["endings"]["nouns_like_verbs"])
    for lemma in pack.words["verbs"]:
        for conjugated in conjugate(lemma, pack.tables["conjugation"]):
            noun_too = conjugated.kind == "finite" and conjugated.form.endswith(noun_like)
            if not noun_too:
                classes.setdefault(conjugated.form, _OTHER_SYMBOLS[conjugated.kind])
    return classes


def _nouns(pack: Pack) -> dict[str, str]:
    lists = (("titles", "T"), ("roles", "H"), ("organisations", "H"), ("documents", "B"))
    return {
        entry.partition("|")[0].strip(): symbol
        for name, symbol in reversed(lists)
        for entry in pack.words.get(name, ())
    }


@cache
def nouns_like_verbs(pack: Pack) -> Mapping[str, str]:
    """Give the symbol, as nouns, of words that are verbs as well: "le communiqué", "un juge"."""
    verbs = reporting_verbs(pack)
    return {noun: symbol for noun, symbol in _nouns(pack).items() if noun in verbs}


def _verb_symbol(verbs: tuple[Verb, ...]) -> str:
    kinds = {verb.form_kind for verb in verbs}
    if kinds & {"finite", "conditional"}:
        return "V" if any(verb.strong for verb in verbs) else "v"
    return next(
        _VERB_SYMBOLS[kind] for kind in ("participle", "past", "infinitive") if kind in kinds
    )


def shape_of(tokens: Tokens, paragraph: Paragraph, pack: Pack) -> Shape:
    """Give the shape of a paragraph, each outer quotation folded into one unit."""
    breaks = frozenset(last for _, last in paragraph.sentences)
    outer = {q.first: q for q in paragraph.quotations if q.depth == 0}
    return _shape(tokens, (paragraph.first, paragraph.last), outer, breaks, pack)


def shape_within(tokens: Tokens, paragraph: Paragraph, quotation: Quotation, pack: Pack) -> Shape:
    """Give the shape of what stands between two marks, as one sentence however many it holds."""
    nested = {
        q.first: q
        for q in paragraph.quotations
        if q.depth == quotation.depth + 1 and quotation.first < q.first < quotation.last
    }
    return _shape(tokens, quotation.inner, nested, None, pack)


def _shape(
    tokens: Tokens,
    bounds: tuple[int, int],
    quotations: Mapping[int, Quotation],
    breaks: frozenset[int] | None,
    pack: Pack,
) -> Shape:
    firsts: list[int] = []
    lasts: list[int] = []
    token, stop = bounds
    while token < stop:
        firsts.append(token)
        token = quotations[token].last if token in quotations else token + 1
        lasts.append(token)
    words = [tokens.words[first] for first in firsts]
    shape = _symbols(tokens, firsts, quotations, pack)
    classes, signs = word_classes(pack), word_signs(pack)
    tenses = [
        _tense(word, signs.tenses) if symbol in FINITE else "-"
        for symbol, word in zip(shape, words, strict=True)
    ]
    voices = {
        i: _voice(tokens.words, quotations[firsts[i]], classes)
        for i, symbol in enumerate(shape)
        if symbol in "Qq"
    }
    return Shape(
        shape, words, firsts, lasts, _sentences(tokens, firsts, lasts, quotations, breaks),
        [0, *accumulate(symbol in FINITE for symbol in shape)], _next_verbs(shape),
        "".join(tenses), voices, signs, breaks is None,
    )  # fmt: skip


def _symbols(
    tokens: Tokens, firsts: Sequence[int], quotations: Mapping[int, Quotation], pack: Pack
) -> str:
    """Give the class of each unit."""
    classes, nouns = word_classes(pack), nouns_like_verbs(pack)
    adverbs = str(pack.tables["pack"]["endings"]["adverbs"])
    words, starts, ends, text = tokens.words, tokens.starts, tokens.ends, tokens.text
    symbols: list[str] = []
    for token in firsts:
        if token in quotations:
            symbols.append(_quotation_symbol(words, quotations[token]))
            continue
        word = words[token]
        capital = text[starts[token]].isupper()
        printed = capital and classes.get(text[starts[token] : ends[token]])
        symbol = printed or classes.get(word)
        if word == "." and is_initial(tokens, token):
            symbol = "N"
        if symbol is None or symbol in "UvVFGtwxyfg":
            begins = token == firsts[0] or words[token - 1] in _BEGINNERS
            symbol = _symbol(word, symbol, adverbs, capital=capital, begins=begins)
            if word in nouns and symbols and symbols[-1] in "DOX":
                symbol = nouns[word]
        symbols.append(symbol)
    return "".join(symbols)


def _sentences(
    tokens: Tokens,
    firsts: Sequence[int],
    lasts: Sequence[int],
    quotations: Mapping[int, Quotation],
    breaks: frozenset[int] | None,
) -> tuple[tuple[int, int], ...]:
    """Give the unit ranges of the sentences; without `breaks` there is one, if it isn't too long."""
    found: list[tuple[int, int]] = []
    begin = 0
    for i, last in enumerate(lasts, 1):
        if i - begin >= _LONGEST_SENTENCE or (
            breaks
            and last in breaks
            and _ends_sentence(tokens, after_quotation=firsts[i - 1] in quotations, token=last)
        ):
            found.append((begin, i))
            begin = i
    if begin < len(lasts):
        found.append((begin, len(lasts)))
    return tuple(found)


@cache
def _tense(word: str, tenses: tuple[tuple[str, str], ...]) -> str:
    """Tell the tense of a finite verb by how it ends: a letter of the pack's table."""
    return next((letter for ending, letter in tenses if word.endswith(ending)), "p")


def _next_verbs(symbols: str) -> list[int]:
    """Give for each unit, and for the end, the next that is a finite verb; beyond the last, the end."""
    found = [len(symbols)] * (len(symbols) + 1)
    for i in range(len(symbols) - 1, -1, -1):
        found[i] = i if symbols[i] in FINITE else found[i + 1]
    return found


def _quotation_symbol(words: list[str], quotation: Quotation) -> str:
    first, last = quotation.inner
    if last - first > 2 * _SHORT_QUOTATION:
        return "Q"
    inner = words[first:last]
    count = sum(word[0].isalnum() for word in inner)
    return "q" if count <= _SHORT_QUOTATION and not {"!", "?"} & set(inner) else "Q"


def _voice(words: list[str], quotation: Quotation, classes: Mapping[str, str]) -> str:
    """Tell whether a quotation says "I", or has a verb, and how long it is."""
    first, last = quotation.inner
    inside = {classes.get(word, "") for word in words[first : min(last, first + _HEARD)]}
    voice = "I" if "j" in inside else "V" if FINITE & inside else "-"
    return f"{voice}{min((last - first) // 4, 7)}"


def _symbol(word: str, known: str | None, adverbs: str, *, capital: bool, begins: bool) -> str:
    char = word[0]
    if char.isdigit():
        return "0"
    if not char.isalpha():
        return _PUNCTUATION.get(word, char)
    if capital and not (known and begins):
        return "N"
    if known:
        return known
    return "a" if len(word) > _SHORT_WORD and word.endswith(adverbs) else "w"


def _ends_sentence(tokens: Tokens, *, after_quotation: bool, token: int) -> bool:
    """Behind a quotation that ends with a stop a sentence may go on: « Partez ! » a-t-il lancé."""
    if not after_quotation or token >= len(tokens.words):
        return True
    return tokens.text[tokens.starts[token]].isupper() or not tokens.words[token][0].isalnum()

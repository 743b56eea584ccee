"""What a language's pack knows of pages: debris, agencies, credits. In: a pack; out: answers.

A language without a pack answers with the words of the default pack: the page's furniture is
still recognised often enough, and the reading itself is the pipeline's to refuse.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from selon.languages.pack import Pack, languages_with_pack, load_pack

DEFAULT_LANGUAGE = "fr"
# A paragraph longer than this is nobody's button, box or notice.
LONGEST_DEBRIS = 1200
# The share of small words from which a text is in their language.
FILLED = 0.26
# One to four words with a capital; a full stop only behind an initial, not at a sentence's end.
_CAPITALISED = r"[A-ZÀ-ÝŒ](?:\.|[\w'’-]{0,30})"
_NAME = (
    rf"(?:{_CAPITALISED})"
    rf"(?:\s(?:(?:de|da|van|von|der|del|el|le|la|bin|ben)\s)?{_CAPITALISED}){{0,3}}"
)
_FOLDS = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "})
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\x00"))
_WHITE = re.compile(r"[ \t\n\r\f\v]+")
_EDGES = ' \t\n-–—•·|>»«→▶:…./!+*()[]0123456789"“”'


@dataclass(frozen=True, slots=True)
class DebrisRule:
    """One kind of line that isn't the article's; words and flags as rules/debris.toml says."""

    name: str
    pattern: re.Pattern[str]
    words: int
    whole: bool
    anywhere: bool
    ends: bool
    cut_off: bool
    says: str
    quotes: frozenset[str]

    def holds(self, folded: str) -> bool:
        """Tell whether a folded paragraph is such a line."""
        if len(folded.split(None, self.words)) > self.words:
            return False
        if self.whole:
            return self.pattern.fullmatch(folded) is not None
        if not self.anywhere:
            return self.pattern.match(folded) is not None
        found = self.pattern.search(folded)
        return found is not None and not self.quotes.intersection(folded[: found.start()])


@dataclass(frozen=True, slots=True, eq=False)
class PageWords:
    """The pack's knowledge of pages, compiled."""

    language: str
    debris: tuple[DebrisRule, ...]
    labels: frozenset[str]
    credits: tuple[re.Pattern[str], ...]
    credit_label: re.Pattern[str]
    agencies: Mapping[str, str]
    agency: re.Pattern[str]
    newsroom: frozenset[str]
    months: Mapping[str, int]
    signing: frozenset[str]
    openings: frozenset[str]
    byline_start: re.Pattern[str]
    byline_join: re.Pattern[str]

    def debris_rule(self, text: str) -> DebrisRule | None:
        """Return the rule that calls a paragraph debris."""
        if len(text) > LONGEST_DEBRIS:
            return None
        folded = fold(text)
        return next((rule for rule in self.debris if rule.holds(folded)), None)

    def is_label(self, text: str) -> bool:
        """Tell a button's or a box's label, whatever arrows and counters stand around it."""
        return len(text) <= 80 and fold(text).strip(_EDGES) in self.labels

    def split_credit(self, printed: str) -> tuple[str, str]:
        """Split what stands beneath a photo into caption and credit, either may be ""."""
        printed = printed.strip()
        at = max(0, len(printed) - 200)
        for pattern in self.credits:
            if found := pattern.search(printed, at):
                caption = printed[: found.start()].rstrip(" \u00a0\u202f-–|/([")
                return caption, self.bare_credit(found["credit"])
        return printed, ""

    def bare_credit(self, printed: str) -> str:
        """Drop what only says that a credit follows: ©, "Photo", "Crédits :"."""
        return self.credit_label.sub("", printed.strip(" \u00a0\u202f"))

    def agencies_in(self, text: str) -> tuple[str, ...]:
        """List the agencies that are named in a few words, by their short names, in order."""
        names = (
            self.agencies[found[0]] for found in self.agency.finditer(text.replace("\u00a0", " "))
        )
        return tuple(dict.fromkeys(names))


def fold(text: str) -> str:
    """Fold case, apostrophes and spaces for comparing; offsets are lost."""
    return " ".join(text.translate(_FOLDS).lower().split())


def squeeze(text: str) -> str:
    """Collapse plain blanks to one space, keep no-break spaces, drop what is invisible."""
    return _WHITE.sub(" ", text.translate(_INVISIBLE)).strip(" \u00a0\u202f")


@cache
def page_words(language: str) -> PageWords:
    """Compile the page knowledge of a language, of the default one where it has no pack."""
    known = language if language in languages_with_pack() else DEFAULT_LANGUAGE
    pack = load_pack(known)
    agencies = {
        name.strip(): line.split("|")[0].strip()
        for line in pack.words.get("agencies", ())
        for name in line.split("|")
    }
    sources = _alternatives((*agencies, *pack.words.get("photo_sources", ())))
    signing = frozenset(
        token
        for name in ("newsroom", "byline_starts", "byline_joins")
        for entry in pack.words.get(name, ())
        for token in re.findall(r"[^\W\d_]+", entry)
    )
    return PageWords(
        language=known,
        debris=_debris_rules(pack),
        labels=frozenset(
            fold(label).strip(_EDGES) for label in pack.words.get("debris_labels", ())
        ),
        credits=tuple(
            re.compile(
                str(rule.body["pattern"]).replace("<source>", sources).replace("<name>", _NAME)
            )
            for rule in pack.rules.get("credits", ())
        ),
        credit_label=re.compile(
            rf"^(?:(?:{_labels(pack.words.get('credit_labels', ()))})\s*){{1,3}}(?=[^\s:])"
        ),
        agencies=agencies,
        agency=re.compile(rf"(?<![\w-])(?:{_alternatives(agencies)})(?![\w-])"),
        newsroom=frozenset(pack.words.get("newsroom", ())),
        months=pack.tables.get("calendar", {}).get("months", {}),
        signing=signing,
        openings=frozenset(t for t in pack.words.get("function_words", ()) if len(t) > 3) - signing,
        byline_start=re.compile(
            rf"^{_alternatives(pack.words.get('byline_starts', ()))}[\s:]*", re.I
        ),
        byline_join=re.compile(
            rf"\s*(?:[,;/|•·&]|\s[-–—]\s|\b{_alternatives(pack.words.get('byline_joins', ()))})\s*",
            re.I,
        ),
    )


def guess_language(text: str) -> str:
    """Name the language with a pack whose small words fill the text; "und" where none does."""
    tokens = re.findall(r"[^\W\d_]+", text[:4000].lower())
    if len(tokens) < 12:
        return DEFAULT_LANGUAGE
    shares = {
        code: sum(token in words for token in tokens) / len(tokens)
        for code in languages_with_pack()
        if (words := frozenset(load_pack(code).words.get("function_words", ())))
    }
    best = max(shares, key=lambda code: shares[code], default="")
    # 278 French articles measure .32 to .45; a dispatch in English .02, Spanish .17, Dutch .21.
    return best if best and shares[best] >= FILLED else "und"


@cache
def markup_words() -> Mapping[str, frozenset[str]]:
    """Read what the names of elements tell (markup.toml), by purpose."""
    tables = tomllib.loads((Path(__file__).parent / "markup.toml").read_text("utf-8"))
    return {name: frozenset(table["words"].split()) for name, table in tables.items()}


def _debris_rules(pack: Pack) -> tuple[DebrisRule, ...]:
    marks = pack.tables["pack"]["marks"]
    return tuple(
        DebrisRule(
            name=rule.name,
            pattern=re.compile(str(rule.body["pattern"])),
            words=int(rule.body.get("words", 60)),
            whole=bool(rule.body.get("whole")),
            anywhere=bool(rule.body.get("anywhere")),
            ends=bool(rule.body.get("ends")),
            cut_off=bool(rule.body.get("cut_off")),
            says=str(rule.body.get("says", "")),
            quotes=frozenset(marks["opening"] + marks["either"]),
        )
        for rule in pack.rules.get("debris", ())
    )


def _labels(labels: Iterable[str]) -> str:
    """Join labels; one that is a word is whole: "Photo", not in "Photothèque", nor in "Photo :"."""
    longest_first = sorted(labels, key=len, reverse=True)
    return "|".join(
        re.escape(label).replace(r"\ :", r"\s?:") + (r"\b(?!\s*:)" if label[-1].isalpha() else "")
        for label in longest_first
    )


def _alternatives(names: Iterable[str]) -> str:
    """Join names into one pattern, longest first: "AP" must not be cut out of "AP Photo"."""
    return (
        r"(?:"
        + "|".join(sorted((re.escape(n) for n in set(names)), key=len, reverse=True))
        + r")(?![\w])"
    )

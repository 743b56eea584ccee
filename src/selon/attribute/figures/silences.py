"""Silences: an authority that was asked for a count, or owes one, and gives none.

A phrase of the pack ("n'a pas communiqué de chiffre") is looked for around its rarest word; what
stands before it in the sentence is who keeps silent.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from selon.attribute.figures.calendar import DateMention
from selon.attribute.figures.clues import count_words
from selon.attribute.figures.counted import figure_words
from selon.attribute.figures.dates import find_dates
from selon.attribute.sentences import Tokens
from selon.languages.pack import Pack
from selon.model import Article, Attribution, Link, Silence, Span, Statement

_REACH = 12  # tokens between the negation and what is not given


@dataclass(frozen=True, slots=True)
class _SilentPhrase:
    """One rule: words that must follow each other within reach, the last of them the thing not given."""

    rule: str
    negations: frozenset[str]
    verbs: frozenset[str]
    things: frozenset[str]


@cache
def _phrases(pack: Pack) -> tuple[_SilentPhrase, ...]:
    return tuple(
        _SilentPhrase(
            f"{pack.language}/{rule.name}",
            frozenset(rule.body["negations"].split()),
            frozenset(rule.body["verbs"].split()),
            frozenset(rule.body["things"].split()),
        )
        for rule in pack.rules.get("silences", ())
    )


def find_silences(
    tokens: Tokens, field: str, *, article: Article, statements: Sequence[Statement], pack: Pack
) -> tuple[Silence, ...]:
    """Find where an authority gives no figure; a statement's own words are left to their speaker."""
    things = frozenset[str]().union(*(phrase.things for phrase in _phrases(pack)))
    if things.isdisjoint(tokens.words):
        return ()
    dates = find_dates(tokens, article.published, pack)
    return tuple(_read(tokens, field, article, dates, pack))


def _read(
    tokens: Tokens, field: str, article: Article, dates: Sequence[DateMention], pack: Pack
) -> Iterator[Silence]:
    phrases, small = _phrases(pack), figure_words(pack).small
    things = frozenset[str]().union(*(phrase.things for phrase in phrases))
    for paragraph in tokens.paragraphs:
        for first, last in paragraph.sentences:
            for at in range(first, last):
                if tokens.words[at] not in things:
                    continue
                silence = _silence(tokens, (first, last), at, phrases, small)
                if silence:
                    start, rule, source = silence
                    day = _day(dates, (first, last)) or (article.published or "")[:10] or None
                    name = tokens.text[slice(*source)] if source else ""
                    by = Attribution(
                        _bare(name, pack),
                        source,
                        None,
                        (Link(_bare(name, pack), "speaker", source),) if name else (),
                    )
                    text = Span(tokens.starts[start], tokens.ends[at])
                    yield Silence(field, text, _counts(tokens, (first, last), pack), day, by, rule)
                    break


def _silence(
    tokens: Tokens,
    sentence: tuple[int, int],
    at: int,
    phrases: Sequence[_SilentPhrase],
    small: Mapping[str, frozenset[str]],
) -> tuple[int, str, Span | None] | None:
    """Match a phrase that ends at token `at`; give its start, its rule and its source."""
    words = tokens.words
    for phrase in phrases:
        if words[at] not in phrase.things:
            continue
        verb = next(
            (
                i
                for i in range(at - 1, max(sentence[0], at - _REACH) - 1, -1)
                if words[i] in phrase.verbs
            ),
            None,
        )
        if verb is None:
            continue
        reach = range(verb, max(sentence[0], verb - 5) - 1, -1)
        start = next((i for i in reach if words[i] in phrase.negations), None)
        if start is not None:
            return start, phrase.rule, _source(tokens, sentence[0], start, small)
    return None


def _source(
    tokens: Tokens, first: int, start: int, small: Mapping[str, frozenset[str]]
) -> Span | None:
    """Take the words before the phrase, from the last comma, as the one who keeps silent."""
    walls = small["silence_walls"]
    begin = start
    while begin > first and tokens.words[begin - 1] not in walls:
        begin -= 1
    if start - 1 > begin and tokens.words[start - 1] in small["auxiliaries"]:
        start -= 1
    return Span(tokens.starts[begin], tokens.ends[start - 1]) if begin < start else None


def _bare(name: str, pack: Pack) -> str:
    """Drop the article before a name."""
    articles: Mapping[str, frozenset[str]] = figure_words(pack).small
    first, _, rest = name.replace("’", "'").partition(" ")
    if first.lower().startswith(tuple(articles["elided_the"])):
        return name.partition("'")[2] or name.partition("’")[2]
    return rest if rest and first.lower() in articles["determiners"] else name


def _day(dates: Sequence[DateMention], sentence: tuple[int, int]) -> str | None:
    inside = (m.day for m in dates if sentence[0] <= m.first < sentence[1] and m.role == "on")
    return next((day for day in inside if day), None)


def _counts(tokens: Tokens, sentence: tuple[int, int], pack: Pack) -> str:
    """Tell what was not counted, by the first word of the sentence that says so."""
    known = count_words(pack)
    return next(
        (known.around[w] for w in tokens.words[sentence[0] : sentence[1]] if w in known.around),
        "other",
    )

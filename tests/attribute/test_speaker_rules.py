"""Each line of `rules/speakers.toml` is a test: every marked source gets the speaker beside it."""

import pytest

from selon.attribute.sentences import Tokens, cut
from selon.attribute.speakers.naming import Source, name_speakers
from selon.attribute.speakers.people import find_people
from selon.languages.examples import parse_example
from selon.languages.pack import languages_with_pack, load_pack
from selon.model import Article, Span

MISS = pytest.mark.xfail(strict=True, reason="a known miss")
LINES = [
    pytest.param(language, line, id=f"{language}/{rule.name}: {line}", marks=marks)
    for language in languages_with_pack()
    for rule in load_pack(language).rules["speakers"]
    for lines, marks in (
        (rule.finds, ()),
        (rule.ignores, ()),
        (rule.body.get("misses", ()), MISS),
    )
    for line in lines
]


def tokens_within(tokens: Tokens, span: Span) -> tuple[int, int]:
    touched = [
        i
        for i in range(len(tokens.words))
        if span.start < tokens.ends[i] and tokens.starts[i] < span.end
    ]
    return touched[0], touched[-1] + 1


@pytest.mark.parametrize(("language", "line"), LINES)
def test_a_source_is_named_as_its_example_says(language: str, line: str) -> None:
    pack = load_pack(language)
    text, marks = parse_example(line)
    tokens = cut(text, pack)
    sources = []
    for mark in marks:
        first, last = tokens_within(tokens, mark.span)
        if mark.label == "content":
            sources.append(Source(None, first, ((first, last),)))
        else:
            sources.append(Source((first, last), last))
    people = find_people(tokens, article=Article(id="example", text=text), pack=pack)
    said = name_speakers(sources, people, pack)
    assert said == tuple(mark.get("speaker") for mark in marks)


@pytest.mark.parametrize("language", languages_with_pack())
def test_every_speaker_rule_has_two_finds_and_an_ignore(language: str) -> None:
    rules = load_pack(language).rules["speakers"]
    assert [r.name for r in rules if len(r.finds) < 2 or not r.ignores] == []

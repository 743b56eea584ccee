"""Each line of `rules/chains.toml` is a test: its links are found, and no others."""

import pytest

from selon.attribute.chains.carriers import find_carriers
from selon.attribute.chains.linking import Said, chains_of
from selon.attribute.sentences import Tokens, cut
from selon.attribute.statements.signs import TokenRange
from selon.languages.examples import parse_example
from selon.languages.pack import languages_with_pack, load_pack
from selon.model import Article, Span

LINES = [
    pytest.param(language, rule.name, line, holds, id=f"{language}/{rule.name}: {line}")
    for language in languages_with_pack()
    for rule in load_pack(language).rules["chains"]
    for lines, holds in ((rule.finds, True), (rule.ignores, False))
    for line in lines
]


def tokens_within(tokens: Tokens, span: Span) -> TokenRange:
    count = range(len(tokens.words))
    within = [i for i in count if span.start < tokens.ends[i] and tokens.starts[i] < span.end]
    return within[0], within[-1] + 1


@pytest.mark.parametrize(("language", "name", "line", "holds"), LINES)
def test_a_chain_rule_finds_the_links_of_its_finds_and_ignores_the_rest(
    language: str, name: str, line: str, holds: bool
) -> None:
    pack = load_pack(language)
    text, marks = parse_example(line)
    tokens = cut(text, pack)
    spans = {
        label: [tokens_within(tokens, mark.span) for mark in marks if mark.label == label]
        for label in ("cue", "source", "content")
    }
    source = next(mark.span for mark in marks if mark.label == "source")
    said = Said(
        spans["cue"][0],
        spans["source"][0],
        tuple(spans["content"]),
        text[source.start : source.end],
    )
    (chain,) = chains_of(tokens, [said], Article(id="example", text=text), pack=pack)
    found = {(link.name, link.role) for link in chain if link.role in ("carrier", "data")}
    wanted = {
        (text[mark.span.start : mark.span.end], mark.get("role"))
        for mark in marks
        if mark.label == "link"
    }
    rules = {carrier.rule for carrier in find_carriers(tokens, 0, len(tokens.words), pack=pack)}
    assert (found, name in rules) == (wanted, holds)


@pytest.mark.parametrize("language", languages_with_pack())
def test_every_chain_rule_has_two_finds_and_an_ignore(language: str) -> None:
    rules = load_pack(language).rules["chains"]
    assert [r.name for r in rules if len(r.finds) < 2 or not r.ignores] == []

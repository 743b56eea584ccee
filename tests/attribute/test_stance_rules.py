"""Each line of `rules/stances.toml` is a test: the rule holds of finds and not of ignores."""

import pytest

from selon.attribute.lexicon import verb_of
from selon.attribute.sentences import Tokens, cut
from selon.attribute.statements.signs import TokenRange, signs_of
from selon.attribute.statements.stances import first_rule, stance_of
from selon.languages.examples import Mark, parse_example
from selon.languages.pack import languages_with_pack, load_pack
from selon.model import Span

MISS = pytest.mark.xfail(strict=True, reason="a known miss")
LINES = [
    pytest.param(
        language, rule.name, line, holds, id=f"{language}/{rule.name}: {line}", marks=marks
    )
    for language in languages_with_pack()
    for rule in load_pack(language).rules["stances"]
    for lines, holds, marks in (
        (rule.finds, True, ()),
        (rule.ignores, False, ()),
        (rule.body.get("misses", ()), False, MISS),
    )
    for line in lines
]


def tokens_within(tokens: Tokens, span: Span) -> TokenRange:
    within = [
        i
        for i in range(len(tokens.words))
        if span.start < tokens.ends[i] and tokens.starts[i] < span.end
    ]
    return within[0], within[-1] + 1


def marked(marks: tuple[Mark, ...], label: str) -> list[Mark]:
    return [mark for mark in marks if mark.label == label]


@pytest.mark.parametrize(("language", "name", "line", "holds"), LINES)
def test_a_stance_rule_finds_its_finds_and_ignores_the_rest(
    language: str, name: str, line: str, holds: bool
) -> None:
    pack = load_pack(language)
    text, marks = parse_example(line)
    tokens = cut(text, pack)
    content = [tokens_within(tokens, mark.span) for mark in marked(marks, "content")]
    cue = next((tokens_within(tokens, mark.span) for mark in marked(marks, "cue")), None)
    lemma, verb_class = verb_of(tokens, cue, pack=pack) if cue else ("", "")
    rule = first_rule(lemma, verb_class, signs_of(tokens, cue, content, pack=pack), pack)
    stance = stance_of(tokens, cue, lemma, verb_class, content, pack=pack)
    wanted = marked(marks, "content")[0].get("stance")
    assert (stance, (rule.name if rule else None) == name) == (wanted, holds)


@pytest.mark.parametrize("language", languages_with_pack())
def test_every_stance_rule_has_two_finds_and_an_ignore(language: str) -> None:
    poor = [
        r.name for r in load_pack(language).rules["stances"] if len(r.finds) < 2 or not r.ignores
    ]
    assert poor == []

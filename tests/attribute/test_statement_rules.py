import pytest

from selon.attribute.sentences import cut
from selon.attribute.statements.reading import find_statements
from selon.languages.examples import Mark, parse_example
from selon.languages.pack import load_pack
from selon.model import Article, Span, Statement

PACK = load_pack("fr")
FINDS = [
    pytest.param(rule.name, sentence, id=f"{rule.name}-finds-{i}")
    for rule in PACK.rules["statements"]
    for i, sentence in enumerate(rule.finds, 1)
]
IGNORES = [
    pytest.param(rule.name, sentence, id=f"{rule.name}-ignores-{i}")
    for rule in PACK.rules["statements"]
    for i, sentence in enumerate(rule.ignores, 1)
]
KNOWN = [
    pytest.param(kind, sentence, id=f"{rule.name}-{kind}-{i}")
    for rule in PACK.rules["statements"]
    for kind in ("misses", "mistakes")
    for i, sentence in enumerate(rule.body.get(kind, ()), 1)
]


def read(text: str) -> tuple[Statement, ...]:
    article = Article(id="example", text=text, language="fr")
    return find_statements(cut(text, PACK), "text", article=article, pack=PACK)


def letters(text: str, spans: list[Span] | tuple[Span, ...]) -> set[int]:
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def expected(marks: tuple[Mark, ...]) -> list[dict[str, list[Span]]]:
    """Group the marks of an example into statements: one cue each, its source, its contents."""
    contents = [mark for mark in marks if mark.label == "content"]
    cues = [mark for mark in marks if mark.label == "cue"]
    if len(cues) <= 1:
        return [{"content": [m.span for m in contents], "cue": [m.span for m in cues]}]
    return [
        {"content": [content.span], "cue": [cue.span]}
        for content, cue in zip(contents, cues, strict=True)
    ]


def assert_found(sentence: str) -> None:
    text, marks = parse_example(sentence)
    said = read(text)
    for want in expected(marks):
        content = letters(text, want["content"])
        found = [s for s in said if letters(text, s.content) == content]
        assert found, [[text[slice(*part)] for part in s.content] for s in said]
        for start, end in want["cue"]:
            assert any(s.by.cue and s.by.cue.start < end and start < s.by.cue.end for s in found)
    sources = [mark.span for mark in marks if mark.label == "source"]
    printed = [s.by.source for s in said if s.by.source]
    for source in sources:
        assert any(source.start < end and start < source.end for start, end in printed)


@pytest.mark.parametrize(("rule", "sentence"), FINDS)
def test_the_whole_pack_finds_what_a_rule_is_for(rule: str, sentence: str) -> None:
    assert_found(sentence)


@pytest.mark.parametrize(("rule", "sentence"), IGNORES)
def test_what_a_rule_must_pass_over_gives_no_statement(rule: str, sentence: str) -> None:
    text, marks = parse_example(sentence)
    assert not marks
    assert [[text[slice(*part)] for part in s.content] for s in read(text)] == []


@pytest.mark.parametrize(("kind", "sentence"), KNOWN)
@pytest.mark.xfail(strict=True, reason="a known failure, kept with its sentence")
def test_a_known_miss_or_mistake_is_still_made(kind: str, sentence: str) -> None:
    if kind == "misses":
        assert_found(sentence)
    else:
        assert read(sentence) == ()

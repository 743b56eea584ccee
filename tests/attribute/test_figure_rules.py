"""Every example of the figures' rules is found or ignored by the whole of the pack."""

import pytest

from selon.attribute.figures.reading import find_figures
from selon.attribute.figures.silences import find_silences
from selon.attribute.sentences import cut
from selon.languages.examples import Mark, parse_example
from selon.languages.pack import load_pack
from selon.model import Article, Figure

PACK = load_pack("fr")
PUBLISHED = "2024-01-09"  # a Tuesday


def examples(kind: str, *files: str):
    return [
        pytest.param(example, id=f"{rule.name}-{i}")
        for name in files
        for rule in PACK.rules[name]
        for i, example in enumerate(getattr(rule, kind))
    ]


def read(text: str) -> tuple[Figure, ...]:
    article = Article(id="example", text=text, published=PUBLISHED)
    return find_figures(cut(text, PACK), "text", article=article, statements=(), pack=PACK)


def printed(value: object) -> str:
    return (
        f"{value:g}"
        if isinstance(value, float) and value < 1e6
        else (str(int(value)) if isinstance(value, float) else str(value))
    )


def answered(figure: Figure, text: str, mark: Mark) -> tuple[str, dict[str, str]]:
    said = {name: printed(getattr(figure, name)) for name, _ in mark.attributes}
    return text[slice(*figure.text)], said


@pytest.mark.parametrize("example", examples("finds", "figures", "periods"))
def test_a_rule_finds_its_figures(example: str) -> None:
    text, marks = parse_example(example)
    figures = read(text)
    assert [answered(f, text, m) for f, m in zip(figures, marks, strict=True)] == [
        (text[slice(*mark.span)], dict(mark.attributes)) for mark in marks
    ]


@pytest.mark.parametrize("example", examples("ignores", "figures", "periods"))
def test_a_rule_ignores_what_is_no_figure(example: str) -> None:
    assert read(example) == ()


@pytest.mark.parametrize("example", examples("finds", "silences"))
def test_a_rule_finds_its_silence(example: str) -> None:
    text, marks = parse_example(example)
    article = Article(id="example", text=text, published=PUBLISHED)
    (silence,) = find_silences(cut(text, PACK), "text", article=article, statements=(), pack=PACK)
    by_label = {mark.label: mark for mark in marks}
    assert text[slice(*silence.text)] == text[slice(*by_label["silence"].span)]
    assert silence.by.source == by_label["source"].span
    assert silence.counts == (by_label["silence"].get("counts") or silence.counts)


@pytest.mark.parametrize("example", examples("ignores", "silences"))
def test_a_rule_ignores_what_is_no_silence(example: str) -> None:
    article = Article(id="example", text=example, published=PUBLISHED)
    assert (
        find_silences(cut(example, PACK), "text", article=article, statements=(), pack=PACK) == ()
    )


@pytest.mark.parametrize("name", ["figures", "periods", "silences"])
def test_each_rule_says_why_and_has_examples(name: str) -> None:
    for rule in PACK.rules[name]:
        assert rule.why
        assert len(rule.finds) >= 2, rule.name
        assert len(rule.ignores) >= 1, rule.name

import pytest

from selon.clean.words import fold, page_words
from selon.languages.examples import parse_example
from selon.languages.pack import languages_with_pack, load_pack

DEBRIS = [
    pytest.param(language, rule, line, found, id=f"{language}/debris/{rule.name}/{kind}-{number}")
    for language in languages_with_pack()
    for rule in load_pack(language).rules.get("debris", ())
    for kind, lines, found in (("finds", rule.finds, True), ("ignores", rule.ignores, False))
    for number, line in enumerate(lines, 1)
]
CREDITS = [
    pytest.param(language, line, id=f"{language}/credits/{rule.name}/{kind}-{number}")
    for language in languages_with_pack()
    for rule in load_pack(language).rules.get("credits", ())
    for kind, lines in (("finds", rule.finds), ("ignores", rule.ignores))
    for number, line in enumerate(lines, 1)
]


@pytest.mark.parametrize(("language", "rule", "line", "found"), DEBRIS)
def test_a_debris_rule_finds_what_it_says_and_no_sentence_of_an_article(
    language, rule, line, found
):
    words = page_words(language)
    mine = next(one for one in words.debris if one.name == rule.name)
    by_anyone = words.debris_rule(line)
    assert (mine.name if mine.holds(fold(line)) else None, by_anyone is not None) == (
        rule.name if found else None,
        found,
    )


@pytest.mark.parametrize(("language", "line"), CREDITS)
def test_caption_and_credit_are_told_apart_as_the_example_marks_them(language, line):
    plain, marks = parse_example(line)
    wanted = {mark.label: plain[mark.span.start : mark.span.end] for mark in marks}
    expected = (wanted.get("caption", ""), wanted["credit"]) if marks else (plain, "")
    assert page_words(language).split_credit(plain) == expected


@pytest.mark.parametrize("language", languages_with_pack())
def test_every_rule_of_pages_says_why_and_is_tried_both_ways(language):
    rules = [r for name in ("debris", "credits") for r in load_pack(language).rules.get(name, ())]
    assert [r.name for r in rules if not (r.why and r.finds and r.ignores)] == []


@pytest.mark.parametrize("language", languages_with_pack())
def test_no_label_stands_twice(language):
    labels = load_pack(language).words["debris_labels"]
    assert [label for label in labels if labels.count(label) > 1] == []

import re
import unicodedata
from pathlib import Path

import pytest

from selon.languages.conjugation import conjugate
from selon.languages.examples import parse_example
from selon.languages.pack import FOLDER, Rule, languages_with_pack, load_pack, read_list

PACKS = [load_pack(code) for code in languages_with_pack()]
LISTS = sorted(FOLDER.glob("*/words/*.txt"))
RULES = [
    pytest.param(rule, id=f"{pack.language}/{name}/{rule.name}")
    for pack in PACKS
    for name, rules in pack.rules.items()
    for rule in rules
]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_a_word_list_has_no_doubles_and_composed_characters(path: Path) -> None:
    entries = read_list(path)
    assert len(set(entries)) == len(entries)
    assert all(unicodedata.is_normalized("NFC", entry) for entry in entries)
    assert all(entry == " ".join(entry.split()) for entry in entries)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_says_why_it_is_there_and_brings_its_own_tests(rule: Rule) -> None:
    assert rule.why.strip()
    assert len(rule.finds) >= 2
    assert len(rule.ignores) >= 1


@pytest.mark.parametrize("rule", RULES)
def test_the_examples_of_a_rule_can_be_parsed_and_differ(rule: Rule) -> None:
    plain = [parse_example(sentence)[0] for sentence in (*rule.finds, *rule.ignores)]
    assert len(set(plain)) == len(plain)


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.language)
def test_every_verb_of_a_pack_can_be_conjugated(pack) -> None:
    table = pack.tables["conjugation"]
    listed = [
        lemma
        for name, body in pack.tables["verbs"].items()
        if name != "phrases"
        for lemma in body["verbs"].split()
    ]
    for lemma in (*listed, *pack.words["verbs"]):
        assert {form.lemma for form in conjugate(lemma, table)} == {lemma}


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.language)
def test_each_class_of_words_has_a_symbol_of_its_own(pack) -> None:
    symbols = [body["symbol"] for body in pack.tables["classes"].values()]
    assert len(set(symbols)) == len(symbols)
    assert not set(symbols) & set("QqVvUGFxygfHBTN0w")


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.language)
def test_every_pattern_of_a_pack_is_a_regular_expression(pack) -> None:
    for rules in pack.rules.values():
        for rule in rules:
            for name in ("pattern",):
                if name in rule.body:
                    re.compile(rule.body[name])


def test_a_language_without_a_folder_has_no_pack() -> None:
    with pytest.raises(LookupError):
        load_pack("xx")

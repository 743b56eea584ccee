"""Numbers are read as a newsroom writes them; ranges, ratios and what is no number too."""

import tomllib
from pathlib import Path

import pytest

from selon.attribute.figures.numbers import find_numbers
from selon.attribute.sentences import cut
from selon.languages.pack import load_pack

PACK = load_pack("fr")
TABLE = tomllib.loads((Path(__file__).parent / "numbers.toml").read_text("utf-8"))


def read(text: str) -> list[tuple[str, float, float | None]]:
    found = find_numbers(cut(text, PACK), PACK)
    return [(text[slice(*n.span)], n.value, n.high) for n in found if n.form != "one"]


@pytest.mark.parametrize(
    ("value", "printed"), [(float(v), p) for v, forms in TABLE.items() for p in forms]
)
def test_a_number_has_the_value_that_it_prints(value: float, printed: str) -> None:
    assert [found for _, found, _ in read(f"On en compte {printed}.")] == [value]


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("entre 20 et 30 maisons", 20, 30),
        ("20 à 30 maisons", 20, 30),
        ("deux ou trois maisons", 2, 3),
        ("3 à 400 maisons", 300, 400),
        ("3 à 5.000 maisons", 3000, 5000),
        ("de 20.000 à 25.000 maisons", 20000, 25000),
        ("entre 2,4 et 4 millions", 2400000, 4000000),
        ("entre « 40 % et 70 % »", 40, 70),
        ("3% à 5% des maisons", 3, 5),
        ("80 000-85 000 maisons", 80000, 85000),
    ],
)
def test_the_two_ends_of_a_range_are_one_number(printed: str, low: float, high: float) -> None:
    assert [(a, b) for _, a, b in read(f"On compte {printed}.")] == [(low, high)]


def test_a_change_from_one_number_to_another_is_two_numbers() -> None:
    assert read("Le réseau passera de 3,4 millions à 5,1 millions de foyers.") == [
        ("3,4 millions", 3400000.0, None),
        ("5,1 millions", 5100000.0, None),
    ]


def test_two_counts_in_a_row_stay_two_numbers() -> None:
    assert read("Elle a compté 282.710 puis 287.710 voix.") == [
        ("282.710", 282710.0, None),
        ("287.710", 287710.0, None),
    ]


@pytest.mark.parametrize("text", ["le 95e jour", "le 1er rang", "la 2ème place", "le 2nd tour"])
def test_an_ordinal_is_no_number(text: str) -> None:
    assert read(text) == []


def test_the_span_is_the_number_alone() -> None:
    assert read("Près d'une petite centaine de toits et environ 1 140 murs.") == [
        ("une petite centaine", 100.0, None),
        ("1 140", 1140.0, None),
    ]


def test_a_million_digits_in_groups_are_no_number() -> None:
    assert read("1 " + "000 " * 250_000) == []


def test_a_paragraph_of_a_million_characters_is_read_to_its_end() -> None:
    found = read("Il y a 12 000 vaches et une trentaine de toits, " * 20_000)
    assert len(found) == 40_000

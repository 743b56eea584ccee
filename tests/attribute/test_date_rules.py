"""Every example of the dates' rules is read as it says, and what is no date is left alone."""

import pytest

from selon.attribute.figures.dates import find_dates
from selon.attribute.sentences import cut
from selon.languages.examples import parse_example
from selon.languages.pack import load_pack

PACK = load_pack("fr")
PUBLISHED = "2024-01-09"  # a Tuesday
RULES = PACK.rules["dates"]


@pytest.mark.parametrize(
    "example",
    [pytest.param(e, id=f"{r.name}-{i}") for r in RULES for i, e in enumerate(r.finds)],
)
def test_a_date_is_read_as_its_example_says(example: str) -> None:
    text, marks = parse_example(example)
    found = find_dates(cut(text, PACK), PUBLISHED, PACK)
    expected = [(text[slice(*m.span)], {"day": None, **dict(m.attributes)}) for m in marks]
    assert [
        (text[slice(*d.span)], {name: none_or_text(getattr(d, name)) for name in asked})
        for d, (_, asked) in zip(found, expected, strict=True)
    ] == expected


@pytest.mark.parametrize(
    "example",
    [pytest.param(e, id=f"{r.name}-{i}") for r in RULES for i, e in enumerate(r.ignores)],
)
def test_what_is_no_date_is_left_alone(example: str) -> None:
    assert find_dates(cut(example, PACK), PUBLISHED, PACK) == ()


def test_an_undated_text_gives_no_day_for_a_weekday() -> None:
    (mention,) = find_dates(cut("La digue a cédé lundi.", PACK), None, PACK)
    assert mention.day is None


def test_an_undated_text_takes_the_day_that_its_posts_repeat() -> None:
    text = "La digue a cédé lundi. Mairie 9 janvier 2024\nPréfecture 9 janvier 2024"
    assert [m.day for m in find_dates(cut(text, PACK), None, PACK)] == [
        "2024-01-08", "2024-01-09", "2024-01-09",
    ]  # fmt: skip


def none_or_text(value: object) -> str | None:
    return None if value is None else str(value)

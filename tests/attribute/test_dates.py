"""Sixty expressions of time: the day that each names, beside what dateparser makes of it."""

import tomllib
import warnings
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from selon.attribute.figures.dates import find_dates
from selon.attribute.sentences import cut
from selon.languages.pack import load_pack

PACK = load_pack("fr")
PUBLISHED = datetime(2024, 1, 9, 12)  # noqa: DTZ001 - dateparser wants a plain one
ROWS = tomllib.loads(Path(__file__).with_name("dates.toml").read_text("utf-8"))["date"]


def ours(row: dict[str, Any]) -> str:
    text, said = row["sentence"], row["said"]
    start = text.lower().index(said.lower())
    found = find_dates(cut(text, PACK), PUBLISHED.date().isoformat(), PACK)
    within = [d.day for d in found if d.span.start < start + len(said) and start < d.span.end]
    return next((day for day in within if day), "")


def theirs(row: dict[str, Any]) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        dateparser = pytest.importorskip("dateparser")
        settings = {"RELATIVE_BASE": PUBLISHED, "PREFER_DATES_FROM": "past"}
        parsed = dateparser.parse(row["said"], languages=["fr"], settings=settings)
    return parsed.date().isoformat() if parsed else ""


def test_the_table_holds_sixty_expressions() -> None:
    assert len({row["said"] for row in ROWS}) == 60


@pytest.mark.parametrize("row", [pytest.param(row, id=row["said"]) for row in ROWS])
def test_an_expression_names_its_day(row: dict[str, Any]) -> None:
    assert ours(row) == row["day"]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["said"]) for row in ROWS])
def test_the_table_says_where_dateparser_differs(row: dict[str, Any]) -> None:
    assert theirs(row) == row.get("dateparser", row["day"])

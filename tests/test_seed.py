"""The page that the project began from, read where it lies and never copied."""

import json

import pytest

import selon
from selon.model import Reading, links_between


@pytest.fixture(scope="module")
def reading(shared) -> Reading:
    return selon.read(shared / "seed.txt")


@pytest.fixture(scope="module")
def truth(shared) -> dict:
    return json.loads((shared / "gold" / "fr-seed.json").read_text("utf-8"))


def test_the_body_is_the_readers_without_labels_and_teaser(reading, truth) -> None:
    article = reading.article
    assert article.text == truth["text"]
    assert article.title == truth["title"]
    (section,) = [article.text[slice(*span)] for span in article.sections]
    assert (section[0], section[-1], section.count(" ")) == ("«", "»", 3)
    (photo,) = article.photos
    assert photo.credit.endswith(" / POOL / AFP")
    assert photo.caption.endswith(".")
    assert "POOL" not in photo.caption
    assert (article.published, article.agency) == (truth["published"], ())


def test_its_statements_are_found(reading, truth) -> None:
    text = reading.article.text

    def letters(spans):
        return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}

    said = [letters(s.content) for s in reading.statements if s.field == "text"]
    found = 0
    for statement in truth["statements"]:
        spans = [(at := text.find(piece), at + len(piece)) for piece in statement["content"]]
        want = letters(spans)
        found += any(len(want & got) / len(want | got) >= 0.5 for got in said)
    assert found >= 10


def test_its_five_figures_are_according_to_whom_they_are(reading) -> None:
    figures = {f.value: f for f in reading.figures if f.field == "text"}
    assert sorted(figures) == [100, 132, 250, 1140, 23210]
    toll = figures[23210]
    assert toll.by.speaker.startswith("ministère de la Santé")
    assert (toll.since, toll.as_of, toll.period) == ("2023-10-07", "2024-01-09", "cumulative")
    count = figures[1140]
    assert (count.by.speaker, links_between(count.by)) == ("AFP", ("bilan israélien",))
    assert {figures[value].by.speaker for value in (100, 132, 250)} == {""}

import json
from datetime import datetime
from pathlib import Path

import pytest

from selon.clean.page import article_of
from selon.clean.words import fold
from selon.model import Page

DOSSIER = Path(__file__).parents[2] / "examples" / "dossier"
EXPECTED = json.loads((DOSSIER / "expected.json").read_text("utf-8"))
PAGES = [name for name in EXPECTED if (DOSSIER / name).exists()]


def read(name):
    path = DOSSIER / name
    return article_of(Page(name=path.stem, url="", body=path.read_bytes(), media_type="text/html"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_dossier_is_read_as_its_writer_meant_it(name):
    article, wanted = read(name), EXPECTED[name]
    text = fold(article.text)
    lines = {fold(line) for line in article.text.split("\n\n")}
    assert article.title == wanted["title"]
    assert fold(article.standfirst) == fold(wanted["standfirst"] or "")
    assert text.startswith(fold(wanted["starts"]))
    assert text.endswith(fold(wanted["ends"]))
    assert [article.text[start:end] for start, end in article.sections] == wanted["sections"]
    assert [(p.caption, p.credit) for p in article.photos] == [
        (p["caption"], p["credit"]) for p in wanted["photos"]
    ]
    assert article.outlet == wanted["outlet"]
    assert [
        d for d in wanted["debris"] if fold(d) in lines or (len(d) > 20 and fold(d) in text)
    ] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_dossier_is_dated_to_the_minute(name):
    article, wanted = read(name), EXPECTED[name]
    told = [(article.published, "published"), (article.modified, "modified")]
    assert [told and datetime.fromisoformat(told) for told, _ in told] == [
        wanted[key] and datetime.fromisoformat(wanted.get(f"{key}_at") or wanted[key])
        for _, key in told
    ]


@pytest.mark.parametrize("name", PAGES)
def test_who_signed_a_page_of_the_dossier_is_known(name):
    article, wanted = read(name), EXPECTED[name]
    persons = [author.partition(" (avec")[0] for author in wanted["authors"]]
    assert (list(article.authors), list(article.agency)) == (persons, wanted["agency"])

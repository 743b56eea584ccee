import re
from dataclasses import replace

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.model import Attribution, Link, Photo, Reading, Span
from selon.serve.harmless import harmless
from selon.serve.page import TEMPLATES, readings_page
from selon.serve.passages import cut_passages
from selon.serve.wording import wording_for

from .readings import ARTICLE, FIGURES, READING, STATEMENTS, TEXT

FRENCH = wording_for("fr")

spans = st.tuples(st.integers(0, len(TEXT)), st.integers(1, 160)).map(
    lambda found: Span(min(found[0], len(TEXT) - 1), min(sum(found), len(TEXT)))
)
statements = st.builds(
    lambda content, cue: replace(
        STATEMENTS[0], content=tuple(content), by=Attribution("Odile Marchandeau", None, cue)
    ),
    st.lists(spans, min_size=1, max_size=3),
    st.none() | spans,
)
figures = st.builds(lambda text: replace(FIGURES[0], text=text, number=text), spans)


def parsed(*readings: Reading) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring("".join(readings_page(readings, FRENCH)))


def having(page: lxml.html.HtmlElement, tag: str, name: str) -> list[lxml.html.HtmlElement]:
    return [element for element in page.iter(tag) if name in element.get("class", "").split()]


def names_of(element: lxml.html.HtmlElement) -> list[str]:
    return element.get("data-of", "").split()


def check_links(page: lxml.html.HtmlElement) -> None:
    """Every mark leads to an entry that it belongs to, and every entry back to its first mark."""
    named = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(named) == len(set(named))
    marks = having(page, "a", "mark")
    for mark in marks:
        entry = page.get_element_by_id(mark.get("href")[1:])
        assert names_of(entry)[0] in names_of(mark)
    first = {name: mark for mark in reversed(marks) for name in names_of(mark)}
    for entry in having(page, "a", "back"):
        name = names_of(next(entry.iterancestors("li", "tr")))[0]
        target = page.get_element_by_id(entry.get("href")[1:])
        assert (target if target.tag == "a" else target.getnext()) is not None
        assert name in names_of(
            next(each for each in [target, *target.itersiblings()] if each.tag == "a")
        )
        assert name in names_of(first[name])
    for described in page.xpath("//*[@aria-describedby]"):
        page.get_element_by_id(described.get("aria-describedby"))
    for link in page.xpath("//a[starts-with(@href, '#')]"):
        page.get_element_by_id(link.get("href")[1:])
    assert page.xpath("//a//a") == []


def printed(page: lxml.html.HtmlElement, field: str) -> list[str]:
    return [element.text_content() for element in page.xpath(f"//*[@data-field='{field}']")]


def test_marks_and_entries_lead_to_each_other():
    page = parsed(READING)
    check_links(page)
    entries = page.xpath("//ol/li[@data-of] | //tr[@data-of]")
    assert [names_of(entry) for entry in entries] == [
        ["r1s1"], ["r1s2"], ["r1s3"], ["r1s4"], ["r1s5"], ["r1s6"],
        ["r1f1"], ["r1f2"], ["r1f3"], ["r1f4"],
    ]  # fmt: skip


def test_the_page_prints_the_article_to_the_letter():
    page = parsed(READING)
    assert printed(page, "title") == [ARTICLE.title]
    assert printed(page, "standfirst") == [ARTICLE.standfirst]
    assert printed(page, "text") == TEXT.split("\n\n")
    assert printed(page, "caption:0") == ["La digue, lundi."]


def test_a_figure_within_a_statement_is_marked_as_both():
    (mark,) = parsed(READING).xpath("//a[contains(@data-of, 'r1f3')][contains(@class, 'mark')]")
    assert mark.attrib == {
        "class": "mark said figure",
        "href": "#r1f3",
        "id": "r1mf3",
        "aria-describedby": "r1n7",
        "data-of": "r1s5 r1f3",
        "data-tip": "1,2\u00a0million\u00a0d'euros · démenti · Bastien Korvel ‹ AFP (agence)"
        " ‹ Le Courrier de Vernaise (média)\n"
        "dément · Bastien Korvel ‹ AFP (agence) ‹ Le Courrier de Vernaise (média)",
    }


def test_the_margin_says_who_carries_each_paragraph():
    rows = parsed(READING).xpath("//div[@class='body']/div")
    assert [
        [" ".join(note.text_content().split()) for note in row.xpath(".//ul/li")] for row in rows
    ] == [
        ["Odile Marchandeau", "Odile Marchandeau redoute"],
        ["préfecture ‹ communiqué ≥ 1 240 déplacés", "sans source nommée ≈ 100 déplacés"],
        [],
        [
            "Bastien Korvel",
            "Bastien Korvel dément 1,2 million d'euros",
            "sans source nommée 20–30 bâtiments",
        ],
    ]


def test_several_readings_make_one_page_with_names_of_their_own():
    page = parsed(READING, READING)
    check_links(page)
    assert printed(page, "title") == [ARTICLE.title] * 2
    assert [link.get("href") for link in page.xpath("//nav//a")] == ["#r1", "#r2"]


def test_a_page_needs_nothing_from_elsewhere_and_runs_no_script():
    page = parsed(READING)
    assert page.xpath("//script | //link | //img | //iframe | //*[@src]") == []
    assert [
        name for element in page.iter() for name in element.attrib if name.startswith("on")
    ] == []
    styles = page.findtext(".//style")
    assert re.findall(r"url\(|@import", styles) == []
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == [
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    ]


def test_nothing_in_an_article_becomes_markup():
    evil = "\"><script>alert(1)</script><a href='javascript:alert(1)'>&amp; \x1b\u202e"
    by = Attribution(evil, None, None, (Link(evil, "speaker"), Link(evil, "outlet")))
    article = replace(
        ARTICLE,
        id=evil,
        text=evil,
        title=evil,
        standfirst=evil,
        outlet=evil,
        language=evil,
        url="javascript:alert(1)",
        photos=(Photo("data:text/html,x", evil, evil),),
        sections=(),
    )
    said = replace(STATEMENTS[0], content=(Span(3, 20),), by=by)
    counted = replace(FIGURES[0], text=Span(5, 9), number=Span(5, 9), of=evil, place=evil, by=by)
    page = parsed(
        replace(READING, article=article, statements=(said,), figures=(counted,), silences=())
    )
    check_links(page)
    assert page.xpath("//script") == []
    assert page.xpath("//@href[not(starts-with(., '#'))]") == []
    assert printed(page, "text") == printed(page, "title") == [harmless(evil).strip()]


@settings(max_examples=60, deadline=None)
@given(st.lists(statements, max_size=5), st.lists(figures, max_size=4))
def test_marks_that_nest_and_overlap_leave_the_text_whole_and_the_links_sound(said, counted):
    page = parsed(Reading(ARTICLE, statements=tuple(said), figures=tuple(counted)))
    assert printed(page, "text") == [
        TEXT[slice(*part.span)] for part in cut_passages(TEXT, ARTICLE.sections).paragraphs
    ]
    named = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(named) == len(set(named))
    assert page.xpath("//a//a") == []
    for mark in having(page, "a", "mark"):
        assert names_of(page.get_element_by_id(mark.get("href")[1:]))[0] in names_of(mark)


def colours(css: str) -> list[dict[str, str]]:
    return [
        dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block))
        for block in re.findall(r":root \{[^}]*\}", css)
    ]


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (
            c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", colours((TEMPLATES / "reading.css").read_text("utf-8"))[:2])
def test_text_and_marks_stand_out_from_the_paper(theme):
    text = [
        contrast(theme[ink], theme[ground])
        for ink in ("ink", "soft", "act")
        for ground in ("paper", "tie")
    ]
    assert min(text) >= 4.5
    assert contrast(theme["rule"], theme["paper"]) >= 3

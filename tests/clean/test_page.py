# ruff: noqa: E501 - a page of HTML is as wide as its paragraphs
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.clean.page import article_of, with_overrides
from selon.model import Article, Page, Photo

LEAD = (
    "La Sorne est sortie de son lit dans la nuit de samedi à dimanche et a emporté le pont de Valbrune, "
    "a annoncé la préfecture."
)
SECOND = (
    "Quelque 340 habitants ont été relogés au lycée, selon la mairie, qui a ouvert un registre pour "
    "retrouver les personnes dont on est sans nouvelles."
)
THIRD = (
    "« Nous rouvrirons la route avant vendredi », a promis le maire, tandis que les pompiers pompaient "
    "encore les caves du quartier bas de la ville."
)
HTML = f"""<!DOCTYPE html><html lang="fr-FR"><head><meta charset="utf-8">
<title>Crue de la Sorne : le pont de Valbrune emporté - Le Phare</title>
<meta property="og:site_name" content="Le Phare"><meta property="og:title" content="Crue de la Sorne : le pont de Valbrune emporté">
<meta name="description" content="La préfecture parle d'un bilan encore provisoire après la crue de dimanche.">
<link rel="canonical" href="https://phare.example/crue-sorne">
<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":"2031-03-09T07:30:00+01:00",
"dateModified":"2031-03-09T11:02:00+01:00","author":[{{"@type":"Person","name":"Anne Vial"}}]}}</script></head><body>
<nav><a href="/">Accueil</a><a href="/sport">Sport</a></nav>
<article><h1>Crue de la Sorne : le pont de Valbrune emporté</h1>
<p class="chapo">La préfecture parle d'un bilan encore provisoire après la crue de dimanche.</p>
<p class="meta">Par <a href="/vial">Anne Vial</a> avec AFP — Publié le 9 mars 2031 à 7h30</p>
<figure><img src="/photos/pont.jpg" alt=""><figcaption>Le pont de Valbrune, dimanche matin.
<span class="credit">© Marc Tarn / AFP</span></figcaption></figure>
<div class="body"><p>{LEAD}</p><p>{SECOND}</p>
<p><a href="/autre">Lire aussi : les digues oubliées de la Sorne</a></p>
<h2>Une route «&nbsp;avant vendredi&nbsp;»</h2><p>{THIRD}</p><p>(AFP)</p></div>
<div class="newsletter"><p>Inscrivez-vous pour recevoir chaque matin l'essentiel de la vallée, gratuitement et sans publicité.</p></div>
</article>
<aside><h3>Les plus lus</h3><a href="/1">Le marché du dimanche annulé</a></aside>
<footer>© Le Phare 2031. Tous droits réservés.</footer></body></html>"""


def read(html, **more):
    body = html if isinstance(html, bytes) else html.encode()
    return article_of(Page(name="crue", url="", body=body, media_type="text/html"), **more)


def test_a_page_becomes_an_article_with_nothing_lost_and_nothing_foreign_in_it():
    text = f"{LEAD}\n\n{SECOND}\n\nUne route «\u00a0avant vendredi\u00a0»\n\n{THIRD}"
    start = text.index("Une route")
    assert read(HTML) == Article(
        id="crue",
        text=text,
        title="Crue de la Sorne : le pont de Valbrune emporté",
        standfirst="La préfecture parle d'un bilan encore provisoire après la crue de dimanche.",
        url="https://phare.example/crue-sorne",
        outlet="Le Phare",
        language="fr",
        published="2031-03-09T07:30:00+01:00",
        modified="2031-03-09T11:02:00+01:00",
        authors=("Anne Vial",),
        agency=("AFP",),
        sections=((start, start + len("Une route «\u00a0avant vendredi\u00a0»")),),
        photos=(
            Photo(
                "https://phare.example/photos/pont.jpg",
                "Le pont de Valbrune, dimanche matin.",
                "Marc Tarn / AFP",
            ),
        ),
    )


def test_a_photos_agency_is_not_the_texts():
    html = HTML.replace(" avec AFP", "").replace("<p>(AFP)</p>", "")
    assert read(html).agency == ()


def test_a_page_in_windows_1252_that_says_utf8_is_read_right():
    assert read(HTML.encode("windows-1252", "xmlcharrefreplace")).text == read(HTML).text


def test_a_paywalled_article_is_marked_as_cut_off():
    html = HTML.replace(
        "<p>(AFP)</p>",
        "<p>Il vous reste 42 % de ce récit. La suite est réservée à nos abonnés.</p>",
    )
    article = read(html)
    assert article.text.endswith(THIRD)
    assert [p.message for p in article.problems] == [
        "only the beginning of this article is in the page: the rest is for subscribers"
    ]


def test_boxes_are_read_as_paragraphs_where_a_paper_knows_no_p():
    html = HTML.replace("<p>", '<div class="par">').replace("</p>", "</div>")
    assert read(html).text.split("\n\n")[0] == LEAD


def test_a_bold_line_between_paragraphs_is_a_cross_heading():
    html = HTML.replace(
        "<h2>Une route «&nbsp;avant vendredi&nbsp;»</h2>",
        "<p><strong>Une route promise</strong></p>",
    )
    article = read(html)
    assert [article.text[s:e] for s, e in article.sections] == ["Une route promise"]


def test_two_line_breaks_end_a_paragraph():
    html = HTML.replace(f"<p>{LEAD}</p><p>{SECOND}</p>", f"<p>{LEAD}<br><br>{SECOND}</p>")
    assert read(html).text.split("\n\n")[:2] == [LEAD, SECOND]


def test_a_time_near_the_title_dates_a_page_without_metadata():
    html = HTML.replace('"datePublished":"2031-03-09T07:30:00+01:00",', "")
    assert read(html).published == "2031-03-09T07:30:00"


def test_soft_hyphens_and_zero_width_spaces_are_dropped():
    html = HTML.replace("préfecture.</p>", "pré\u00adfec\u200bture.</p>")
    assert read(html).text.split("\n\n")[0] == LEAD


def test_what_the_caller_knows_better_is_set():
    article = with_overrides(read(HTML), published="2031-03-10", language="de")
    assert (article.published, article.language) == ("2031-03-10", "de")
    assert with_overrides(article) == article


@pytest.mark.parametrize(
    "html",
    [
        "",
        " ",
        "<html></html>",
        "<ul><li><a href='/'>Accueil</a></li></ul>",
        "<h1>Titre</h1>",
        "\x00\x01\x02",
        "<?xml version='1.0' encoding='utf-16'?><html/>",
    ],
)
def test_a_page_without_an_article_says_so(html):
    article = read(html)
    assert (article.text, [p.message for p in article.problems]) == (
        "",
        ["no article was found in this page"],
    )


@pytest.mark.parametrize(
    "tag", ["div", "b", "ul><li", "table><tr><td", "blockquote", "article", "figure", "font"]
)
def test_a_hundred_thousand_nested_tags_end_in_an_article_or_a_problem(tag):
    html = HTML.replace("<nav>", f"<{tag}>" * 100_000 + "<nav>")
    article = read(html)
    assert article.text or article.problems


def test_thirty_thousand_siblings_are_read():
    html = HTML.replace(
        "</article>",
        "<p class='x'>Mot</p><figure></figure><div class='legende'>a</div>" * 10_000 + "</article>",
    )
    assert read(html).text.startswith(LEAD)


def test_a_paragraph_of_a_million_characters_is_read():
    long = "La crue a emporté le pont de Valbrune dans la nuit. " * 20_000
    assert len(read(HTML.replace(THIRD, long)).text) > 1_000_000


def test_a_page_of_fifty_megabytes_is_refused_with_its_size():
    article = read(b"<p>" + b"a" * 50_000_000)
    assert [(p.message, p.details) for p in article.problems] == [
        ("this page is too large: {0} bytes, the most is {1}", ("50000003", "20000000"))
    ]


@given(st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_a_mutated_page_never_raises_and_its_spans_fit(seed):
    chance = random.Random(seed)
    body = bytearray(HTML.encode())
    for _ in range(chance.randint(1, 40)):
        at = chance.randrange(len(body))
        match chance.randrange(4):
            case 0:
                body[at] = chance.randrange(256)
            case 1:
                del body[at : at + chance.randrange(60)]
            case 2:
                body[at:at] = chance.choice(
                    [b"<", b">", b"</div>", b"<p>", b"&#0;", b"<!--", b"<table>", b"\"'"]
                )
            case _:
                cut = body[at : at + 80]
                body[at:at] = cut
    article = read(bytes(body))
    assert all(0 <= start < end <= len(article.text) for start, end in article.sections)
    assert not [p for p in article.problems if "could not be read" in p.message]


SHARED_PAGES = Path(__file__).parents[3] / "shared" / "pages"


@pytest.mark.skipif(not SHARED_PAGES.exists(), reason="../shared/pages isn't here")
@pytest.mark.parametrize("name", ["p274", "p300", "p377"])
def test_reading_a_real_page_twice_gives_the_same_article(name):
    body = (SHARED_PAGES / f"{name}.html").read_bytes()
    assert read(body) == read(body)

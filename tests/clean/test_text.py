# ruff: noqa: E501 - a page saved as text has a line a paragraph
from pathlib import Path

from selon.clean.page import article_of
from selon.model import Page, Photo

SHARED = Path(__file__).parents[3] / "shared"

PAGE = """Rechercher
Rechercher

Actualités - Valbrune

La préfète défend l'ouverture des vannes devant les maires

La préfète Anne Vial (à gauche) devant la digue de Valbrune, le 3 mars 2031. Photo MARC TARN / POOL / AFP

La préfète de la Sorne, Anne Vial, a défendu lundi devant les maires la décision d'ouvrir les vannes du barrage, prise dans la nuit de samedi à dimanche au plus fort de la crue.

Elle a reconnu que l'alerte avait été donnée trop tard dans deux communes, mais refusé de parler de faute, lors d'une réunion de trois heures à la sous-préfecture.

Lire aussi : À Valbrune, la digue cède une seconde fois

« Un choix terrible »

« C'était un choix terrible », a dit la préfète aux maires, selon plusieurs participants qui ont quitté la salle en silence avant de répondre aux questions des journalistes.

Partager sur Facebook Twitter WhatsApp

La préfète de la Sorne, Anne Vial, a défendu lundi devant les maires la décision d'ouvrir les vannes du barrage, prise dans la nuit de samedi à dimanche au plus fort de la crue.Elle a reconnu que l'alerte avait été (...
"""


def read(text, name="page"):
    return article_of(Page(name=name, url="", body=text.encode(), media_type="text/plain"))


def test_a_page_saved_as_text_is_told_apart_by_its_shape():
    article = read(PAGE)
    assert article.title == "La préfète défend l'ouverture des vannes devant les maires"
    assert article.photos == (
        Photo(
            "",
            "La préfète Anne Vial (à gauche) devant la digue de Valbrune, le 3 mars 2031.",
            "MARC TARN / POOL / AFP",
        ),
    )
    assert [article.text[start:end] for start, end in article.sections] == ["« Un choix terrible »"]
    assert [p[:24] for p in article.text.split("\n\n")] == [
        "La préfète de la Sorne, ",
        "Elle a reconnu que l'ale",
        "« Un choix terrible »",
        "« C'était un choix terri",
    ]
    assert (article.published, article.agency, article.authors) == ("2031-03-03", (), ())
    assert (article.language, article.problems) == ("fr", ())


def test_a_byline_and_a_date_above_the_text_are_read():
    text = PAGE.replace(
        "La préfète Anne Vial (à gauche)",
        "Par Marc Tarn, avec AFP\n\nPublié le 4 mars 2031 à 18h04\n\nLa préfète (à gauche)",
    )
    article = read(text)
    assert (article.published, article.authors, article.agency) == (
        "2031-03-04T18:04:00",
        ("Marc Tarn",),
        ("AFP",),
    )


def test_carriage_returns_and_wrapped_lines_make_the_same_paragraphs():
    assert read(PAGE.replace("\n", "\r\n")).text == read(PAGE).text
    body = read(PAGE).text
    wrapped = "\n\n".join(_wrap(paragraph) for paragraph in body.split("\n\n"))
    assert read(wrapped).text.split("\n\n") == body.split("\n\n")


def _wrap(paragraph):
    lines, line = [], ""
    for word in paragraph.split(" "):
        if len(line) + len(word) > 75:
            lines, line = [*lines, line], ""
        line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def test_a_text_without_an_article_says_so():
    article = read("Menu\n\nRechercher\n\nNos offres\n")
    assert (article.text, [p.message for p in article.problems]) == (
        "",
        ["no article was found in this page"],
    )


def test_a_paragraph_of_a_million_characters_is_read():
    paragraph = "La crue a emporté le pont de Valbrune dans la nuit. " * 20_000
    article = read(f"Titre de la page du jour\n\n{paragraph}\n\n{paragraph}")
    assert len(article.text) > 1_000_000

"""Embedded posts are direct words of the account that signs them."""

from selon.attribute.sentences import cut
from selon.attribute.statements.reading import find_statements
from selon.languages.pack import load_pack
from selon.model import Article, Statement

PACK = load_pack("fr")


def posts_in(text: str) -> list[tuple[str, str, str]]:
    article = Article(id="x", text=text, language="fr")
    found: tuple[Statement, ...] = find_statements(
        cut(text, PACK), "text", article=article, pack=PACK
    )
    return [
        (text[slice(*said.content[0])], said.by.speaker, said.kind)
        for said in found
        if said.rule == "fr/post"
    ]


def test_a_post_ends_at_its_signature_and_its_links_are_left_out() -> None:
    text = (
        "La pluie a cessé.\n\nLe pont est fermé. pic.twitter.com/aB3xYz"
        "— Ville de Brisac (@villebrisac) 4 novembre 2019"
    )
    assert posts_in(text) == [("Le pont est fermé", "Ville de Brisac", "direct")]


def test_a_signature_on_a_line_of_its_own_signs_the_line_before() -> None:
    text = "Merci à tous les secouristes\n\n— Anne Vial (@annevial) 12 mars 2021\n\nLa nuit tombe."
    assert posts_in(text) == [("Merci à tous les secouristes", "Anne Vial", "direct")]


def test_a_post_begins_behind_the_signature_of_the_one_before() -> None:
    text = (
        "Alerte levée — Anne Vial (@vial) 2 mai 2020 Merci à vous — Karim Sallet (@ks) 2 mai 2020"
    )
    assert [said for said, _, _ in posts_in(text)] == ["Alerte levée", "Merci à vous"]


def test_where_nothing_tells_the_beginning_no_post_is_found() -> None:
    prose = "La rivière monte et les routes sont coupées. " * 10
    assert posts_in(prose + "Le pont est fermé — Ville de Brisac (@villebrisac)") == []


def test_brackets_and_dashes_alone_sign_nothing() -> None:
    assert posts_in("Le pont est fermé — selon la mairie (contactée mardi).") == []


def test_a_post_whose_words_are_printed_again_behind_it_begins_where_they_begin() -> None:
    prose = "La rivière monte et les routes sont coupées. " * 10
    said = "Évitez les quais. Le pont est fermé pic.twitter.com/aB3xYz"
    text = f"{prose}{said}— Ville de Brisac (@villebrisac) 4 novembre 2019  {said} La nuit tombe."
    assert posts_in(text) == [("Évitez les quais. Le pont est fermé", "Ville de Brisac", "direct")]

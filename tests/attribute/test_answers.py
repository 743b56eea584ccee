"""Words without a cue of their own: the answers of an interview, and quotations over paragraphs."""

from selon.attribute.sentences import cut
from selon.attribute.statements.reading import find_statements
from selon.languages.pack import load_pack
from selon.model import Article

PACK = load_pack("fr")


def answers_in(text: str) -> list[tuple[str, str, str]]:
    article = Article(id="x", text=text, language="fr")
    found = find_statements(cut(text, PACK), "text", article=article, pack=PACK)
    return [
        (text[slice(*said.content[0])], said.by.speaker, said.kind)
        for said in found
        if said.rule == "fr/answer"
    ]


def test_answers_behind_questions_are_the_words_of_the_one_who_is_asked() -> None:
    text = (
        "Anne Vial est maire de Brisac depuis 2014.\n\nPourquoi avoir fermé le pont ?\n\n"
        "Parce que la pile nord ne tient plus. Nous avons reçu le rapport lundi.\n\n"
        "Quand rouvrira-t-il ?\n\nPas avant le printemps, je le crains."
    )
    assert answers_in(text) == [
        (
            "Parce que la pile nord ne tient plus. Nous avons reçu le rapport lundi",
            "Anne Vial",
            "direct",
        ),
        ("Pas avant le printemps, je le crains", "Anne Vial", "direct"),
    ]


def test_a_name_before_the_colon_says_who_asks_and_who_answers() -> None:
    text = (
        "Le Phare : Pourquoi avoir fermé le pont ?\n\nAnne Vial : La pile nord ne tient plus.\n\n"
        "Le Phare : Quand rouvrira-t-il ?\n\nAnne Vial : Pas avant le printemps."
    )
    assert answers_in(text) == [
        ("La pile nord ne tient plus", "Anne Vial", "direct"),
        ("Pas avant le printemps", "Anne Vial", "direct"),
    ]


def test_a_page_that_explains_in_questions_is_no_interview() -> None:
    text = (
        "Pourquoi la digue a-t-elle cédé ?\n\nLa pile nord était fissurée depuis l'automne.\n\n"
        "Quand sera-t-elle reconstruite ?\n\nLes travaux doivent commencer au printemps."
    )
    assert answers_in(text) == []


def test_one_question_makes_no_interview() -> None:
    assert answers_in("Que faire ?\n\nNous n'en savons rien, et je le regrette.") == []


def test_a_quotation_that_goes_on_over_paragraphs_belongs_to_its_cue() -> None:
    text = (
        "« Nous partons, a dit Anne Vial.\n\n« Rien ne nous retient ici.\n\n"
        "« Le village est mort. »\n\nLe préfet n'a pas répondu."
    )
    article = Article(id="x", text=text, language="fr")
    (said,) = find_statements(cut(text, PACK), "text", article=article, pack=PACK)
    assert [text[slice(*part)] for part in said.content] == [
        "Nous partons",
        "« Rien ne nous retient ici",
        "« Le village est mort. »",
    ]
    assert (said.by.speaker, said.kind) == ("Anne Vial", "direct")

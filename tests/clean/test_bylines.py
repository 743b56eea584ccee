import pytest

from selon.clean.blocks import Block
from selon.clean.bylines import agencies_of, authors_of, is_signature
from selon.clean.words import page_words

FR = page_words("fr")


@pytest.mark.parametrize(
    ("signed", "authors"),
    [
        (["Par Anne Vial"], ("Anne Vial",)),
        (["Anne Vial et Marc Tarn"], ("Anne Vial", "Marc Tarn")),
        (["Anne Vial", "ANNE VIAL", "Par Anne Vial, avec AFP"], ("Anne Vial",)),
        (["Marc Tarn Publié le 19 nov. 31 à 13:10"], ("Marc Tarn",)),
        (["Le Phare", "Anne Vial"], ("Anne Vial",)),
        (["AFP"], ("AFP",)),
        (["Le Phare avec AFP"], ("Le Phare avec AFP",)),
        (["La Rédaction"], ("La Rédaction",)),
        ([], ()),
    ],
)
def test_persons_are_the_authors_and_else_the_signature_as_printed(signed, authors):
    assert authors_of(signed, FR, ["Le Phare"]) == authors


@pytest.mark.parametrize(
    ("signed", "text", "agency"),
    [
        (["Le Phare avec AFP"], "La digue a cédé.", ("AFP",)),
        (["AFP/VNA"], "La digue a cédé.", ("AFP", "VNA")),
        ([], "VALBRUNE (Reuters) - La digue a cédé.", ("Reuters",)),
        ([], "La digue a cédé. (Belga)", ("BELGA",)),
        ([], "La digue a cédé. (avec Agence France-Presse)", ("AFP",)),
        ([], "La crue a tué douze personnes, selon un décompte de l'AFP.", ()),
        ([], "Le maire l'a dit à l'Agence France-Presse (AFP) mardi matin.", ()),
        (["AMV"], "La digue a cédé.", ("AMV",)),
        (["Par Anne Vial (avec AMV)"], "La digue a cédé.", ("AMV",)),
        (["PHARE"], "La digue a cédé.", ()),
        (["Marc Tarn"], "La digue a cédé.", ()),
    ],
)
def test_an_agency_is_one_that_signs_not_one_that_is_spoken_of(signed, text, agency):
    assert agencies_of(signed, [Block(text)], FR, ["Le Phare"]) == agency


@pytest.mark.parametrize(
    "line", ["Avec AFP", "AFP/VNA/CVN", "(Reuters)", "Le Phare avec Reuters", "Source : AFP"]
)
def test_a_line_of_agencies_is_a_signature(line):
    assert is_signature(line, FR)


@pytest.mark.parametrize(
    "line", ["L'AFP dément", "Selon l'AFP", "Qui a prévenu l'AFP ?", "Anne Vial"]
)
def test_a_line_about_an_agency_is_no_signature(line):
    assert not is_signature(line, FR)

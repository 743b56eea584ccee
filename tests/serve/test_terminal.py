import re
from dataclasses import replace

import pytest

from selon.model import Article, Photo, Reading
from selon.serve.terminal import reading_text
from selon.serve.wording import wording_for

from .readings import ARTICLE, READING, STATEMENTS

FRENCH = wording_for("fr")
ENGLISH = wording_for("en")
PLAIN = """\
La digue de Vernaise cède, « un drame » selon le maire
Le Courrier de Vernaise · lundi 10 mars 2031 à 18~h~04 · Lise Aubrac · avec AFP

Plus d'un millier d'habitants ont quitté leur maison.

  La digue, lundi. (Photo~: J. TERVAL / AFP)

QUI DIT QUOI

Odile Marchandeau
  §~1    La digue de Vernaise a cédé lundi à l'aube
         rapporté
  §~1    un bilan plus lourd
         redoute · rapporté

préfecture
  §~2    Au moins 1.240 personnes ont été évacuées depuis le 3 mars
         rapporté · préfecture ‹ communiqué

Bastien Korvel
  §~3    «^Nous avions prévenu […] et personne n'est venu^»
         cité
  §~3    avoir reçu 1,2 million d'euros pour la digue
         dément · rapporté
  titre  «^un drame^»
         cité

CHIFFRES

             Valeur  Quoi                  Où et quand          Selon
──────────────────────────────────────────────────────────────────────────────────────────
            ≥~1^240  déplacés, personnes   Vernaise · depuis    préfecture ‹          §~2
                     · provisoire          le 3 mars 2031, au   communiqué
                                           10 mars 2031
              ≈~100  déplacés, enfants ·                        sans source nommée    §~2
                     compris dans 1.240
1,2~million~d'euros  digue · démenti                            Bastien Korvel        §~3
              20–30  bâtiments, maisons    14~h~30              sans source nommée    §~3

AUCUN CHIFFRE COMMUNIQUÉ

compagnie des eaux · bâtiments · §~3
  La compagnie des eaux n'a pas souhaité communiquer de chiffre.
"""


def test_a_reading_is_laid_out_in_plain_lines():
    plain = reading_text(replace(READING, problems=()), FRENCH, width=90)
    assert plain.replace("\u00a0", "~").replace("\u202f", "^") == PLAIN


@pytest.mark.parametrize("width", [20, 33, 59, 60, 80, 110])
def test_no_line_is_wider_than_the_page_or_ends_in_spaces(width):
    lines = reading_text(READING, FRENCH, width=width).split("\n")
    assert [line for line in lines if len(line) > width or line != line.rstrip(" ")] == []


def test_a_no_break_space_is_never_where_a_line_breaks():
    words = "«\u00a0" + "a" * 10 + "\u202f! "
    article = Article(id="a", text="b", title=words * 9)
    lines = reading_text(Reading(article), FRENCH, width=20).split("\n")[:9]
    assert lines == [words.strip()] * 9


def test_a_terminal_gets_links_and_colours():
    text = reading_text(READING, FRENCH, width=90, terminal=True, colour=True)
    assert (
        re.findall(r"\x1b\]8;[^;]*;([^\x1b]*)\x1b\\", text)[0] == "https://courrier.example/digue"
    )
    assert "#:~:text=La%20digue%20de%20Vernaise,c%C3%A9d%C3%A9%20lundi%20%C3%A0%20l%27aube" in text
    assert "\x1b[36mQUI DIT QUOI" in text


def test_without_colour_a_terminal_still_gets_links():
    text = reading_text(READING, FRENCH, width=90, terminal=True, colour=False)
    colours = [code for found in re.findall(r"\x1b\[([\d;]*)m", text) for code in found.split(";")]
    assert "]8;" in text
    assert {code for code in colours if len(code) == 2} == set()


def test_nothing_found_is_said():
    text = reading_text(Reading(Article(id="vide", text="Rien.")), ENGLISH, width=40)
    assert text == ("vide\n\nWHO SAID WHAT\n\nNo statement found.\n\nFIGURES\n\nNo figure found.\n")


def test_what_an_article_holds_cannot_steer_the_terminal():
    evil = "a\x1b]0;titre\x07\x9b31m\u202eb\u2066c\x7f\r\nd\ud800"
    speaker = replace(STATEMENTS[0].by, speaker=evil)
    article = replace(
        ARTICLE,
        title=evil,
        standfirst=evil,
        outlet=evil,
        url="javascript:alert(1)",
        photos=(Photo("", evil, evil),),
    )
    reading = replace(READING, article=article, statements=(replace(STATEMENTS[0], by=speaker),))
    text = reading_text(reading, ENGLISH, width=90)
    assert (
        re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
        == []
    )
    assert text.startswith("a␛]0;titre␇\ufffd31m\ufffdb\ufffdc␡  d\ufffd\n")

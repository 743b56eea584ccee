from dataclasses import replace

from selon.serve.markdown import plain, reading_markdown
from selon.serve.wording import wording_for

from .readings import READING

EXPECTED = """\
# [La digue de Vernaise cède, « un drame » selon le maire](<https://courrier.example/digue>)

Le Courrier de Vernaise · Monday 10 March 2031, 18:04 · Lise Aubrac · with AFP

**Plus d'un millier d'habitants ont quitté leur maison.**

*La digue, lundi. — Photo: J. TERVAL / AFP*

## Who said what

### Odile Marchandeau

- La digue de Vernaise a cédé lundi à l'aube  
  §~1 · reported

### Bastien Korvel

- avoir reçu 1,2 million d'euros pour la digue  
  **denies** · §~3 · reported

## Figures

| Value | What | As printed | Where | When | According to | Paragraph |
|---:|---|---|---|---|---|---|
| ≥~1,240 | displaced, personnes · provisional | Au moins 1.240 personnes | Vernaise | \
since 3 Mar 2031, as of 10 Mar 2031 | préfecture ‹ communiqué | §~2 |

## No figure given

- **compagnie des eaux** (§~3) — La compagnie des eaux n'a pas souhaité communiquer de chiffre.
"""  # noqa: W291


def test_a_reading_is_laid_out_as_markdown():
    said = (READING.statements[0], READING.statements[4])
    reading = replace(READING, statements=said, figures=READING.figures[:1], problems=())
    markdown = reading_markdown(reading, wording_for("en"))
    assert markdown.replace("\u00a0", "~") == EXPECTED


def test_nothing_in_an_article_becomes_markup():
    assert (
        plain("# a *b* <i>[c](d)|`e`_f_&amp;")
        == "\\# a \\*b\\* \\<i\\>\\[c\\](d)\\|\\`e\\`\\_f\\_\\&amp;"
    )
    assert [plain(text) for text in ("- a", "12. b", "+ c", "2024 d")] == [
        "\\- a",
        "12\\. b",
        "\\+ c",
        "2024 d",
    ]

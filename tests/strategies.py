"""Press-like French for property tests: our own words, in every typography."""

from hypothesis import strategies as st

WORDS = st.sampled_from(
    "la préfète le maire une source policière Jeanne Morel M. Vial elle il les habitants "
    "a déclaré affirme selon d'après pour a-t-il ajouté que qu'il la digue barrage trois ponts "
    "1.240 23 500 personnes une centaine au moins douze morts mardi depuis le 6 mars dément "
    "craint demande et mais dont , ; : . ? ! … ( ) – communiqué de l'agence".split(" ")
)
MARKS = st.sampled_from(
    ["« ", " »", "«\u00a0", "\u00a0»", "“", "”", '"', "‹", "›", "'", "’", "«", "»", "« « ", " » »"]
)
SPACES = st.sampled_from([" ", " ", " ", "\u00a0", "\u202f", "  ", "\t"])


@st.composite
def prose(draw: st.DrawFn) -> str:
    """A few paragraphs, most of them nonsense, with marks that open, close or do neither."""
    paragraphs = []
    for _ in range(draw(st.integers(1, 3))):
        pieces = draw(st.lists(WORDS | WORDS | WORDS | MARKS, min_size=1, max_size=40))
        paragraph = "".join(piece + draw(SPACES) for piece in pieces)
        paragraphs.append(paragraph.strip() + draw(st.sampled_from([".", "", " »."])))
    return "\n\n".join(paragraphs)

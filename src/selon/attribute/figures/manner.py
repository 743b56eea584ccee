"""How a figure is put forward: as a fact, on hearsay, as a plan; and whether it is final."""

from functools import cache
from typing import get_args

from selon.attribute.figures.clues import Sighting
from selon.attribute.figures.counted import figure_words
from selon.attribute.sentences import Tokens
from selon.languages.pack import Pack
from selon.model import Stance


@cache
def _stance_words(pack: Pack) -> tuple[tuple[Stance, frozenset[str]], ...]:
    table = pack.tables["figures"]["stances"]
    return tuple(
        (stance, frozenset(table[stance].split())) for stance in get_args(Stance) if stance in table
    )


def stance_of(tokens: Tokens, seen: Sighting, held: Stance, pack: Pack) -> Stance:
    """Tell how a figure is held: by its statement's stance, else by the verbs of its clause."""
    if held in ("planned", "feared", "conditional", "questioned"):
        return held
    near = {*seen.left[-6:], *seen.right[:6]}
    for stance, words in _stance_words(pack):
        if near & words:
            return stance
    return "asserted"


def is_provisional(tokens: Tokens, seen: Sighting, pack: Pack) -> bool:
    """Tell whether the sentence says that the count is not final."""
    small = figure_words(pack).small["provisional"]
    first = max(seen.sentence[0], seen.counted.first - 40)
    words = tokens.words[first : min(seen.sentence[1], seen.counted.last + 40)]
    if any(word in small for word in words):
        return True
    line = " ".join(words)
    return any(phrase in line for phrase in pack.tables["figures"]["words"]["not_final"])

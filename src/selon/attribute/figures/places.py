"""The place of a figure: the named place that its clause stands in."""

from selon.attribute.figures.clues import Sighting
from selon.attribute.figures.counted import figure_words
from selon.attribute.sentences import Tokens
from selon.languages.pack import Pack

_REACH = 12


def place_of(tokens: Tokens, seen: Sighting, pack: Pack) -> str:
    """Tell the place named behind a figure, else before it, "" where none is."""
    c = seen.counted
    behind = range(c.last, min(seen.sentence[1], c.last + len(seen.right)))
    before = range(c.first - 1, max(seen.sentence[0], c.first - len(seen.left)) - 1, -1)
    for places in (behind, before):
        for at in places:
            place = _named(tokens, at, seen.sentence[1], pack)
            if place:
                return place
    return ""


def _named(tokens: Tokens, at: int, end: int, pack: Pack) -> str:
    """Read "à Lille", "en Savoie", "dans la Sarthe" at the preposition `at`."""
    words, small = tokens.words, figure_words(pack).small
    if words[at] not in small["place_in"]:
        return ""
    first = name = at + 1
    if name < end and words[name] in small["the"]:
        name += 1
    last = name
    while last < end and last - name < 4 and tokens.is_capital(last) and words[last][0].isalpha():
        last += 1
    if last == name or words[name] in pack.tables["calendar"]["months"]:
        return ""
    return tokens.text[tokens.starts[first] : tokens.ends[last - 1]]

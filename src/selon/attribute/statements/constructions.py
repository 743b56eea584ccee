"""The constructions of a language (`rules/statements.toml`): which hold of a cue and its content.

A pattern is a regular expression in which `<name>` stands for a class of words: one of the pack's
`classes.toml`, or one that the shape gives by itself (`NAMED`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from selon.attribute.shape import Shape
from selon.attribute.statements.borders import Ground, side_of
from selon.languages.pack import Pack

NAMED = {
    "quotation": "Q", "marks": "q", "comma": ",", "colon": ":", "name": "N", "number": "0",
    "word": "wyg", "role": "HT", "document": "B", "infinitive": "fFAb", "any": "", "words": "",
    "verb": "", "silent": "", "de": "O",
}  # fmt: skip
_VERBS = "vVAbxL"
_SPECIAL = {
    "any": ".",
    "words": "[^Qq,.;:]",
    "verb": f"[{_VERBS}]",
    "silent": f"[^{_VERBS}UFG.;:]",
}
_SLOT = re.compile(r"<(\w+)>")


@dataclass(frozen=True, slots=True)
class Construction:
    """One rule, compiled: patterns over the content's shape and over what stands before the cue."""

    name: str
    side: str
    content: re.Pattern[str]
    between: re.Pattern[str]


@cache
def constructions(pack: Pack) -> Mapping[tuple[str, str], tuple[Construction, ...]]:
    """Compile the constructions of a pack, by kind of cue and side of the content."""
    classes = {name: body["symbol"] for name, body in pack.tables["classes"].items()}
    found: dict[tuple[str, str], list[Construction]] = {}
    for rule in pack.rules["statements"]:
        construction = Construction(
            name=rule.name,
            side=rule.body["side"],
            content=_compile(rule.body["content"], classes),
            between=_compile(rule.body.get("between", "<any>*"), classes),
        )
        for kind in rule.body["anchors"]:
            found.setdefault((kind, construction.side), []).append(construction)
    return {key: tuple(value) for key, value in found.items()}


def holding(
    shape: Shape,
    ground: Ground,
    borders: tuple[int, int],
    known: Mapping[tuple[str, str], tuple[Construction, ...]],
) -> list[str]:
    """Name the constructions that hold of a cue and the content from `start` to `end`."""
    start, end = borders
    anchor = ground.anchor
    side = side_of(ground, start, end)
    symbols = shape.symbols
    content = symbols[start:end]
    between = symbols[anchor.last : start] if side == "right" else symbols[end : ground.first]
    if side == "left" and symbols[ground.first : ground.first + 1] == ",":
        between += ","
    return [
        construction.name
        for construction in known.get((anchor.kind, side), ())
        if construction.content.fullmatch(content) and construction.between.fullmatch(between)
    ]


def _compile(pattern: str, classes: Mapping[str, str]) -> re.Pattern[str]:
    def slot(match: re.Match[str]) -> str:
        name = match[1]
        return _SPECIAL.get(name) or f"[{NAMED.get(name) or classes[name]}]"

    return re.compile(_SLOT.sub(slot, pattern), re.DOTALL)

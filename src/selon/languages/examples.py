"""Marked-up example sentences: plain prose in which braces name what a reading should find.

`{content stance=denied:Nous partons}` marks the words after the colon as a content and says
that its stance is a denial. A value with a space stands in quotation marks:
`{source speaker="Anne Vial":elle}`. Marks may be nested.
"""

import re
from dataclasses import dataclass

from selon.model import Span

_HEAD = re.compile(r"\{([a-z_]+)((?:\s+[a-z_]+=(?:\"[^\"]*\"|[^\s:\"]*))*)\s*:")
_ATTRIBUTE = re.compile(r"([a-z_]+)=(?:\"([^\"]*)\"|([^\s:\"]*))")


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked stretch of an example: its label, the words' span, and what else is said of it."""

    label: str
    span: Span
    attributes: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str | None:
        """Return the value of an attribute, None where the example says nothing of it."""
        return dict(self.attributes).get(name)


def parse_example(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """Split a marked-up sentence into its plain words and its marks, in order of their starts.

    >>> parse_example("{source:Elle} {cue:part}.")[0]
    'Elle part.'
    """
    plain: list[str] = []
    length, at = 0, 0
    opened: list[tuple[str, tuple[tuple[str, str], ...], int]] = []
    marks: list[Mark] = []
    while at < len(marked):
        head = _HEAD.match(marked, at) if marked[at] == "{" else None
        if head:
            pairs = tuple((n, quoted or bare) for n, quoted, bare in _ATTRIBUTE.findall(head[2]))
            opened.append((head[1], pairs, length))
            at = head.end()
        elif marked[at] == "}" and opened:
            label, pairs, start = opened.pop()
            marks.append(Mark(label, Span(start, length), pairs))
            at += 1
        else:
            plain.append(marked[at])
            length, at = length + 1, at + 1
    if opened:
        raise ValueError(f"unclosed mark in example: {marked}")
    return "".join(plain), tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)))

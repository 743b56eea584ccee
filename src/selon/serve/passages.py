"""Where things stand in a field: its paragraphs, and what statements and figures mark in them.

In: a field's text and a reading's spans, which may nest and overlap. Out: paragraphs, and for each
the segments that together are its text, none overlapping another.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from selon.model import Figure, Span, Statement


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a field. `number` counts the field's paragraphs from 1; a cross-heading has 0."""

    span: Span
    number: int


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch that a statement ("s3") or a figure ("f1") has in a field."""

    entry: str
    span: Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks, named from the outermost to the innermost."""

    span: Span
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passages:
    """The paragraphs of one field, and where each begins."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    starts: tuple[int, ...]

    def number_at(self, offset: int) -> int:
        """Return the number of the paragraph that an offset falls in; 0 in a cross-heading."""
        index = bisect_right(self.starts, offset) - 1
        return self.paragraphs[index].number if index >= 0 else 0


def cut_passages(text: str, sections: Iterable[Span] = ()) -> Passages:
    """Cut a field at its line breaks; blank lines are dropped, cross-headings are not counted."""
    headings = {section.start for section in sections}
    found: list[Paragraph] = []
    start = number = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            begin = start + len(line) - len(line.lstrip())
            heading = begin in headings
            number += not heading
            found.append(Paragraph(Span(begin, begin + len(bare)), 0 if heading else number))
        start += len(line) + 1
    return Passages(text, tuple(found), tuple(paragraph.span.start for paragraph in found))


def statement_marks(entry: str, statement: Statement) -> list[Mark]:
    """List the stretches that show a statement: its cue and its content."""
    cue = (statement.by.cue,) if statement.by.cue else ()
    return [Mark(entry, span) for span in (*cue, *statement.content)]


def figure_marks(entry: str, figure: Figure) -> list[Mark]:
    """List the stretch that shows a figure: the number with its hedge and what it counts."""
    return [Mark(entry, figure.text)]


def cut_segments(span: Span, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Cut a stretch wherever a mark begins or ends; longer marks lie outside shorter ones."""
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in marks:
        start, end = max(mark.span.start, span.start), min(mark.span.end, span.end)
        if start < end:
            opening.setdefault(start, []).append(mark)
            closing.setdefault(end, []).append(mark)
    borders = sorted({span.start, span.end, *opening, *closing})
    active: list[Mark] = []
    segments: list[Segment] = []
    for start, end in pairwise(borders):
        for mark in closing.get(start, ()):
            active.remove(mark)
        active.extend(opening.get(start, ()))
        # A figure that is as long as its statement lies inside it; otherwise the order given holds.
        active.sort(key=lambda mark: (mark.span.start - mark.span.end, mark.entry[0] == "f"))
        entries = tuple(dict.fromkeys(mark.entry for mark in active))
        segments.append(Segment(Span(start, end), entries))
    return tuple(segments)

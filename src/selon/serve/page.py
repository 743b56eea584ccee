"""Readings as one page that needs nothing else: no script, no font, no picture from elsewhere.

In: readings and a wording. Out: HTML, the article with its statements and figures marked in place,
a margin that says who carries each paragraph, and the two lists beneath, linked both ways.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, Template, select_autoescape

from selon.model import Reading, Span, field_text
from selon.serve.entries import (
    ARROW,
    Entries,
    FigureEntry,
    Said,
    StatementEntry,
    group_by_speaker,
    word_entries,
)
from selon.serve.harmless import harmless, link_to_words, web_link
from selon.serve.heading import byline, headline, photo_line
from selon.serve.passages import (
    Mark,
    Paragraph,
    Segment,
    cut_passages,
    cut_segments,
    figure_marks,
    statement_marks,
)
from selon.serve.records import reading_problems
from selon.serve.wording import Wording

TEMPLATES = Path(__file__).parent / "templates"
# Each tie between a mark, its note and its entry is a style rule of its own: a page of a thousand
# articles does without rather than weigh ten times as much.
_MOST_TIES = 600


@dataclass(slots=True)
class Note:
    """What the margin says beside a paragraph: one source, what it says there and which figures."""

    id: str
    by: Said
    named: bool
    stance: str
    marks: list[str] = field(default_factory=list)
    figures: list[FigureEntry] = field(default_factory=list)

    @property
    def chain(self) -> str:
        """The chain beside the speaker, who isn't named twice."""
        return self.by.chain.removeprefix(self.by.speaker).strip()

    @property
    def target(self) -> str:
        """The entry that the note leads to."""
        return self.marks[0]


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment as the page prints it; `anchors` are the entries whose first segment this is."""

    text: str
    entries: tuple[str, ...]
    depth: int
    figure: bool
    first: bool
    anchors: tuple[str, ...]
    tip: str
    note: str


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a field with its margin."""

    paragraph: Paragraph
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


def readings_page(readings: Iterable[Reading], wording: Wording) -> Iterator[str]:
    """Yield the page of one reading, or of several one below the other, piece by piece."""
    sheets = [
        _Sheet(reading, wording, prefix=f"r{number}") for number, reading in enumerate(readings, 1)
    ]
    names = [name for sheet in sheets for name in sheet.names]
    return _template().generate(
        sheets=sheets,
        wording=wording,
        _=wording.say,
        styles=(TEMPLATES / "reading.css").read_text("utf-8"),
        tied=names if len(names) <= _MOST_TIES else [],
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(["html"]),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("reading.html")


class _Sheet:
    """One reading, cut up for the template. `prefix` keeps its names apart from its neighbours'."""

    def __init__(self, reading: Reading, wording: Wording, *, prefix: str) -> None:
        self.prefix = prefix
        self.reading = reading
        self.article = article = reading.article
        self.title = headline(article, wording)
        self.byline = byline(article, wording)
        self.link = web_link(article.url)
        self.language = article.language if article.language.isalpha() else ""
        self.problems = reading_problems(reading, wording)
        self.entries: Entries = word_entries(reading, wording)
        self.speakers = group_by_speaker(self.entries.statements)
        marked: list[StatementEntry | FigureEntry] = [
            *self.entries.statements,
            *self.entries.figures,
        ]
        self.names = [f"{prefix}{entry.id}" for entry in marked]
        self._by_id = {entry.id: entry for entry in marked}
        self._notes_made = 0
        self._seen: set[str] = set()
        self._marks = self._collect_marks()
        self.head = self._blocks("title")
        self.standfirst = self._blocks("standfirst")
        self.body = self._blocks("text")
        self.photos = [
            (self._blocks(f"caption:{index}"), photo_line(photo, wording)[1], web_link(photo.url))
            for index, photo in enumerate(article.photos)
        ]

    def source_link(self, entry: StatementEntry | FigureEntry) -> str:
        """Return a link to the entry's words on the publisher's page."""
        if isinstance(entry, FigureEntry):
            field_name, span = entry.figure.field, entry.figure.text
        else:
            field_name, span = entry.statement.field, entry.statement.content[0]
        return link_to_words(self.article.url, field_text(self.article, field_name)[slice(*span)])

    def _collect_marks(self) -> dict[str, list[Mark]]:
        marks: dict[str, list[Mark]] = {}
        for said in self.entries.statements:
            marks.setdefault(said.statement.field, []).extend(
                statement_marks(said.id, said.statement)
            )
        for counted in self.entries.figures:
            marks.setdefault(counted.figure.field, []).extend(
                figure_marks(counted.id, counted.figure)
            )
        for found in marks.values():
            found.sort(key=lambda mark: (mark.span.start, -mark.span.end))
        return marks

    def _blocks(self, field_name: str) -> list[Block]:
        sections = self.article.sections if field_name == "text" else ()
        passages = cut_passages(field_text(self.article, field_name), sections)
        waiting = _Queue(self._marks.get(field_name, []))
        return [
            self._block(paragraph, passages.text, waiting.within(paragraph.span))
            for paragraph in passages.paragraphs
        ]

    def _block(self, paragraph: Paragraph, text: str, marks: Sequence[Mark]) -> Block:
        notes = self._notes(marks, paragraph.span.start)
        where = {name: note.id for note in notes for name in note.marks}
        drawn: set[str] = set()
        pieces = []
        for segment in cut_segments(paragraph.span, marks):
            pieces.append(self._piece(segment, text, where, drawn))
            drawn.update(segment.entries)
        return Block(paragraph, tuple(pieces), tuple(notes))

    def _piece(self, segment: Segment, text: str, where: dict[str, str], drawn: set[str]) -> Piece:
        names = segment.entries
        fresh = tuple(name for name in names if name not in self._seen)
        self._seen.update(fresh)
        return Piece(
            text=harmless(text[slice(*segment.span)]),
            entries=names,
            depth=sum(name.startswith("s") for name in names),
            figure=any(name.startswith("f") for name in names),
            first=any(name not in drawn for name in names),
            anchors=fresh,
            tip=_tips([self._by_id[name] for name in reversed(names)]),
            note=where.get(names[-1], "") if names else "",
        )

    def _notes(self, marks: Sequence[Mark], start: int) -> list[Note]:
        """Write the notes of what begins at or behind an offset, in the order of the text."""
        begun = dict.fromkeys(mark.entry for mark in marks if mark.span.start >= start)
        entries = [self._by_id[name] for name in begun]
        alike: dict[tuple[str, str, str], Note] = {}
        of_entry: dict[str, Note] = {}
        of_speaker: dict[str, Note] = {}
        for entry in entries:
            if isinstance(entry, StatementEntry):
                key = (entry.by.speaker, entry.by.chain, entry.stance)
                if key not in alike:
                    alike[key] = self._note(entry)
                of_entry[entry.id] = alike[key]
                of_speaker.setdefault(entry.by.speaker, alike[key])
                alike[key].marks.append(entry.id)
        around = self._statements_around(marks)
        for entry in entries:
            if isinstance(entry, FigureEntry):
                speaker = entry.by.speaker
                note = of_entry.get(around.get(entry.id, "")) or of_speaker.get(speaker)
                if note is None:
                    note = of_speaker[speaker] = self._note(entry)
                note.figures.append(entry)
                note.marks.append(entry.id)
        return list({note.id: note for note in (*alike.values(), *of_speaker.values())}.values())

    def _statements_around(self, marks: Sequence[Mark]) -> dict[str, str]:
        """Find for each figure the innermost statement of its own speaker that it stands in."""
        around: dict[str, str] = {}
        open_ones: list[Mark] = []
        for mark in marks:
            open_ones = [one for one in open_ones if one.span.end > mark.span.start]
            entry = self._by_id[mark.entry]
            if isinstance(entry, StatementEntry):
                open_ones.append(mark)
                continue
            for one in open_ones:
                if self._by_id[one.entry].by.speaker == entry.by.speaker:
                    around[mark.entry] = one.entry
        return around

    def _note(self, entry: StatementEntry | FigureEntry) -> Note:
        self._notes_made += 1
        if isinstance(entry, StatementEntry):
            by, stance = entry.statement.by, entry.stance
        else:
            by, stance = entry.figure.by, ""
        return Note(f"n{self._notes_made}", entry.by, bool(by.speaker), stance)


class _Queue:
    """Hands out the marks of a field to its paragraphs, which ask in the order of the text."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.marks = marks
        self.next = 0
        self.open: list[Mark] = []

    def within(self, span: Span) -> list[Mark]:
        """Return the marks that share a character with a paragraph."""
        while self.next < len(self.marks) and self.marks[self.next].span.start < span.end:
            self.open.append(self.marks[self.next])
            self.next += 1
        self.open = [mark for mark in self.open if mark.span.end > span.start]
        return list(self.open)


def _tips(entries: Sequence[StatementEntry | FigureEntry]) -> str:
    """Say the way of each entry, innermost first; what the line before has said is left out."""
    lines: list[str] = []
    for line in map(_tip, entries):
        if not lines or not lines[-1].endswith(line):
            lines.append(line)
    return "\n".join(lines)


def _tip(entry: StatementEntry | FigureEntry) -> str:
    speaker = entry.by.speaker
    links = [name if name == speaker else f"{name} ({role})" for name, role in entry.by.way]
    way = ARROW.join(links if speaker in links else [speaker, *links])
    own = (
        (entry.amount, entry.what, *entry.notes)
        if isinstance(entry, FigureEntry)
        else (entry.stance,)
    )
    return " · ".join(filter(None, (*own, way)))

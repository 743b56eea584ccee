"""A reading as text: for a terminal with colour and links, or plain for a pipe.

In: a reading, a wording, a width, and whether the reader is a terminal. Out: one string that ends
with a line end; plain text has no trailing spaces.
"""

from collections.abc import Iterable
from io import StringIO

from rich.box import Box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from selon.model import Article, Reading
from selon.serve.entries import (
    CUT,
    Entries,
    FigureEntry,
    SilenceEntry,
    StatementEntry,
    group_by_speaker,
    word_entries,
)
from selon.serve.harmless import harmless, link_to_words, web_link
from selon.serve.heading import byline, headline, photo_line
from selon.serve.records import reading_problems
from selon.serve.wording import N_, Wording

DOT = " · "
_ACCENT = "cyan"
_HEADER_RULE = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")
# Rich breaks lines at no-break spaces too, so they travel as characters that it knows nothing of.
_HIDDEN = {0xA0: 0xE000, 0x202F: 0xE001}
_SHOWN = {hidden: shown for shown, hidden in _HIDDEN.items()}
_NARROW = 60


def reading_text(
    reading: Reading, wording: Wording, *, width: int, terminal: bool = False, colour: bool = False
) -> str:
    """Lay out a reading in lines of at most `width` cells, with links if it is for a terminal."""
    sheet = _Sheet(reading.article, wording, width)
    entries = word_entries(reading, wording)
    parts: list[RenderableType] = [*sheet.heading(), *sheet.statements(entries)]
    parts += [*sheet.figures(entries.figures), *sheet.silences(entries.silences)]
    parts += sheet.problems(reading_problems(reading, wording))
    paper = StringIO()
    console = Console(
        file=paper,
        width=width,
        force_terminal=terminal,
        color_system="standard" if terminal else None,
        no_color=not colour,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    console.print(Group(*parts))
    lines = paper.getvalue().translate(_SHOWN).split("\n")
    return "\n".join(line if terminal else line.rstrip() for line in lines)


def _text(words: str, style: str | Style = "") -> Text:
    return Text(harmless(words).translate(_HIDDEN), style=style)


def _linked(words: str, url: str, style: str = "") -> Text:
    return _text(words, Style.parse(style) + Style(link=url) if url else style)


class _Sheet:
    """Lays out the parts of one article."""

    def __init__(self, article: Article, wording: Wording, width: int) -> None:
        self.article = article
        self.say = wording.say
        self.wording = wording
        self.width = width

    def heading(self) -> Iterable[RenderableType]:
        """Yield title, byline, standfirst and photos."""
        yield _linked(headline(self.article, self.wording), web_link(self.article.url), "bold")
        facts = byline(self.article, self.wording)
        if facts:
            yield _text(DOT.join(facts), "dim")
        if self.article.standfirst:
            yield Text()
            yield _text(self.article.standfirst, "italic")
        for photo in self.article.photos:
            caption, credit = photo_line(photo, self.wording)
            line = _text(caption)
            if credit:
                line.append_text(_text(f" ({credit})" if caption else credit, "dim"))
            yield Text()
            yield _indented(line)

    def statements(self, entries: Entries) -> Iterable[RenderableType]:
        """Yield the statements, each speaker's together."""
        yield from self._title(self.say("Who said what"))
        if not entries.statements:
            yield _text(self.say("No statement found."), "dim")
        margin = max((cell_len(entry.where) for entry in entries.statements), default=0)
        for number, (speaker, group) in enumerate(group_by_speaker(entries.statements)):
            if number:
                yield Text()
            yield _text(speaker, "bold" if group[0].statement.by.speaker else "bold dim")
            grid = Table.grid(padding=(0, 2, 0, 0))
            grid.add_column(width=margin)
            grid.add_column()
            for entry in group:
                grid.add_row(self._where(entry), _text(entry.quoted))
                grid.add_row("", self._about(entry))
            yield _indented(grid)

    def figures(self, entries: tuple[FigureEntry, ...]) -> Iterable[RenderableType]:
        """Yield the figures as a table, or one beneath the other where there is no room for it."""
        yield from self._title(self.say("Figures"))
        if not entries:
            yield _text(self.say("No figure found."), "dim")
        elif self.width < _NARROW:
            for entry in entries:
                yield Text.assemble(_text(entry.amount, "bold"), " ", _text(entry.counted))
                yield _indented(self._details(entry))
        else:
            yield self._table(entries)

    def silences(self, entries: tuple[SilenceEntry, ...]) -> Iterable[RenderableType]:
        """Yield who gives no figure, and the words that say so."""
        if not entries:
            return
        yield from self._title(self.say("No figure given"))
        for entry in entries:
            line = _text(entry.by.speaker, "bold")
            line.append_text(_text(DOT.join(("", *filter(None, (entry.what, entry.where))))))
            yield line
            yield _indented(_text(entry.words))

    def problems(self, sentences: list[str]) -> Iterable[RenderableType]:
        """Yield what went wrong in reading."""
        if sentences:
            yield from self._title(self.say("Noticed while reading"))
        for sentence in sentences:
            yield _text(sentence, "dim")

    def _title(self, words: str) -> Iterable[RenderableType]:
        yield Text()
        yield _text(words.upper(), _ACCENT)
        yield Text()

    def _where(self, entry: StatementEntry | FigureEntry) -> Text:
        field = entry.statement.field if isinstance(entry, StatementEntry) else entry.figure.field
        first = entry.words.partition(CUT)[0]
        link = link_to_words(self.article.url, first) if field == "text" else ""
        return _linked(entry.where, link, "dim")

    def _about(self, entry: StatementEntry) -> Text:
        line = _text(f"{entry.stance}{DOT}" if entry.stance else "", f"bold {_ACCENT}")
        facts = filter(None, (entry.kind, entry.by.chain))
        return line.append_text(_text(DOT.join(facts), "dim"))

    def _details(self, entry: FigureEntry) -> Text:
        by = entry.by.chain or entry.by.speaker
        facts = (by, entry.place, entry.when, *entry.notes, entry.where)
        return _text(DOT.join(filter(None, facts)), "dim")

    def _table(self, entries: tuple[FigureEntry, ...]) -> Table:
        table = Table(box=_HEADER_RULE, show_edge=False, padding=(0, 1, 0, 0), header_style="dim")
        table.add_column(_text(self.say("Value")), justify="right", style="bold", no_wrap=False)
        for title in (N_("What"), N_("Where and when"), N_("According to")):
            table.add_column(_text(self.say(title)), overflow="fold")
        table.add_column("")
        for entry in entries:
            where_and_when = DOT.join(filter(None, (entry.place, entry.when)))
            named = "" if entry.figure.by.speaker else "dim"
            table.add_row(
                _text(entry.amount),
                _text(DOT.join((entry.counted, *entry.notes))),
                _text(where_and_when),
                _text(entry.by.chain or entry.by.speaker, named),
                self._where(entry),
            )
        return table


def _indented(part: RenderableType) -> Padding:
    return Padding(part, (0, 0, 0, 2))

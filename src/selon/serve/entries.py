"""What every view of a reading shows: an entry for each statement, figure and silence, in words.

In: a reading and a wording. Out: entries in reading order, named "s1", "f1", "q1" so that a
mark and its entry can point to each other. The views only lay them out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selon.model import Attribution, Figure, Reading, Silence, Statement, field_text
from selon.serve.harmless import harmless
from selon.serve.labels import COUNTS, FIGURE_STANCES, KINDS, ROLES, STANCES, field_label
from selon.serve.passages import Passages, cut_passages
from selon.serve.wording import N_, NO_BREAK, Wording

ARROW = " ‹ "
CUT = " […] "
NOBODY = N_("no source named")


@dataclass(frozen=True, slots=True)
class Said:
    """According to whom: `chain` up to the article's own heading, `way` whole and with roles."""

    speaker: str
    chain: str
    way: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """A statement for a reader.

    `stance` is "" for a plain assertion; `where` is "§ 3" or a field; `quoted` are
    the words, in quotation marks where the article has them in some.
    """

    id: str
    statement: Statement
    words: str
    quoted: str
    by: Said
    kind: str
    stance: str
    where: str


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """A figure for a reader.

    `amount` has hedge and unit, `what` is the label of what is counted, `counted` says it whole.
    """

    id: str
    figure: Figure
    words: str
    amount: str
    what: str
    counted: str
    place: str
    when: str
    by: Said
    notes: tuple[str, ...]
    where: str


@dataclass(frozen=True, slots=True)
class SilenceEntry:
    """An authority that gives no figure, for a reader."""

    id: str
    silence: Silence
    words: str
    what: str
    by: Said
    where: str


@dataclass(frozen=True, slots=True)
class Entries:
    """All that a reading shows, and the passages of each field."""

    statements: tuple[StatementEntry, ...]
    figures: tuple[FigureEntry, ...]
    silences: tuple[SilenceEntry, ...]
    passages: dict[str, Passages]


def word_entries(reading: Reading, wording: Wording) -> Entries:
    """Word all statements, figures and silences of a reading."""
    writer = _Writer(reading, wording, {})
    statements = [writer.statement(f"s{i}", one) for i, one in enumerate(reading.statements, 1)]
    figures = [writer.figure(f"f{i}", one) for i, one in enumerate(reading.figures, 1)]
    silences = [writer.silence(f"q{i}", one) for i, one in enumerate(reading.silences, 1)]
    return Entries(tuple(statements), tuple(figures), tuple(silences), writer.passages)


def group_by_speaker(
    entries: Iterable[StatementEntry],
) -> list[tuple[str, list[StatementEntry]]]:
    """Put together what each speaker says, in the order in which the speakers appear."""
    groups: dict[str, list[StatementEntry]] = {}
    for entry in entries:
        groups.setdefault(entry.by.speaker, []).append(entry)
    return list(groups.items())


@dataclass(frozen=True, slots=True)
class _Writer:
    reading: Reading
    wording: Wording
    passages: dict[str, Passages]

    def statement(self, name: str, statement: Statement) -> StatementEntry:
        text = field_text(self.reading.article, statement.field)
        words = harmless(CUT.join(text[slice(*span)].strip() for span in statement.content))
        direct = statement.kind == "direct" and not words.startswith(("«", "“", '"'))
        return StatementEntry(
            id=name,
            statement=statement,
            words=words,
            quoted=self.wording.say("“{}”", words) if direct else words,
            by=self._said(statement.by),
            kind=self.wording.say(KINDS[statement.kind]),
            stance=self.wording.say(STANCES[statement.stance]),
            where=self._where(statement.field, statement.content[0].start),
        )

    def figure(self, name: str, figure: Figure) -> FigureEntry:
        text = field_text(self.reading.article, figure.field)
        stance = self.wording.say(FIGURE_STANCES[figure.stance])
        provisional = self.wording.say("provisional") if figure.provisional else ""
        part = self._part(figure, text)
        words = harmless(text[slice(*figure.text)])
        what = self.wording.say(COUNTS.get(figure.counts, figure.counts))
        noun = harmless(figure.of)
        counted = dict.fromkeys(name for name in (what, noun) if name)
        return FigureEntry(
            id=name,
            figure=figure,
            words=words,
            amount=harmless(self.wording.amount(figure, text)),
            what=what,
            # What has neither label nor noun describes itself; an amount of money has said it.
            counted=", ".join(counted) or ("" if figure.unit == "money" else words),
            place=harmless(figure.place),
            when=self._when(figure),
            by=self._said(figure.by),
            notes=tuple(note for note in (stance, provisional, part) if note),
            where=self._where(figure.field, figure.number.start),
        )

    def silence(self, name: str, silence: Silence) -> SilenceEntry:
        text = field_text(self.reading.article, silence.field)
        return SilenceEntry(
            id=name,
            silence=silence,
            words=harmless(text[slice(*silence.text)]),
            what=self.wording.say(COUNTS.get(silence.counts, silence.counts)),
            by=self._said(silence.by),
            where=self._where(silence.field, silence.text.start),
        )

    def _said(self, by: Attribution) -> Said:
        speaker = harmless(by.speaker) if by.speaker else self.wording.say(NOBODY)
        links = [(harmless(link.name), link.role) for link in by.chain]
        # Agency and outlet are the same all over an article and stand in its heading.
        near = [name for name, role in links if role not in ("agency", "outlet") or name == speaker]
        if near and by.speaker and speaker not in near:
            near.insert(0, speaker)
        way = tuple((name, self.wording.say(ROLES[role])) for name, role in links)
        return Said(speaker, "" if near == [speaker] else ARROW.join(near), way)

    def _where(self, field: str, offset: int) -> str:
        article = self.reading.article
        if field != "text":
            return field_label(field, self.wording)
        if field not in self.passages:
            self.passages[field] = cut_passages(article.text, article.sections)
        number = self.passages[field].number_at(offset)
        return f"§{NO_BREAK}{number}" if number else self.wording.say("cross-heading")

    def _part(self, figure: Figure, text: str) -> str:
        if figure.part_of is None:
            return ""
        return self.wording.say("part of {}", harmless(text[slice(*figure.part_of)]))

    def _when(self, figure: Figure) -> str:
        say, day = self.wording.say, self.wording.short_day
        hour = self.wording.hour(figure.at)
        parts: Sequence[str] = (
            say("change") if figure.period == "change" else "",
            say("since {}", day(figure.since)) if figure.since else "",
            self._as_of(figure, hour),
            hour if hour and not figure.as_of else "",
        )
        return ", ".join(part for part in parts if part)

    def _as_of(self, figure: Figure, hour: str) -> str:
        if not figure.as_of:
            return ""
        day = self.wording.short_day(figure.as_of)
        if figure.period in ("cumulative", "instant"):
            day = self.wording.say("as of {}", day)
        return f"{day}, {hour}" if hour else day

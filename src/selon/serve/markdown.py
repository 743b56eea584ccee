"""A reading as Markdown: for a note, a wiki or an issue.

In: a reading and a wording. Out: one string of CommonMark with pipe tables, in which nothing of the
article's own text acts as markup.
"""

import re
from collections.abc import Iterable

from selon.model import Reading
from selon.serve.entries import Entries, FigureEntry, StatementEntry, group_by_speaker, word_entries
from selon.serve.harmless import harmless, web_link
from selon.serve.heading import byline, headline, photo_line
from selon.serve.records import reading_problems
from selon.serve.wording import N_, Wording

_DOT = " · "
_HEADS = (
    N_("Value"),
    N_("What"),
    N_("As printed"),
    N_("Where"),
    N_("When"),
    N_("According to"),
    N_("Paragraph"),
)
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&])")
# These begin a list, a heading or a rule only where a line begins.
_OPENING = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def reading_markdown(reading: Reading, wording: Wording) -> str:
    """Lay out a reading as Markdown."""
    entries = word_entries(reading, wording)
    blocks = [
        *_heading(reading, wording),
        *_statements(entries, wording),
        *_figures(entries.figures, wording),
        *_silences(entries, wording),
        *_problems(reading_problems(reading, wording), wording),
    ]
    return "\n\n".join(blocks) + "\n"


def plain(text: str) -> str:
    """Escape what Markdown would take for markup."""
    escaped = _MARKUP.sub(r"\\\1", harmless(text))
    return _OPENING.sub(lambda found: f"{found[1]}{_behind_backslash(found[2])}", escaped)


def _behind_backslash(opening: str) -> str:
    # A backslash before a digit would be printed; before the stop that follows it cannot be seen.
    return f"{opening}\\" if opening[0].isdigit() else f"\\{opening}"


def _heading(reading: Reading, wording: Wording) -> Iterable[str]:
    article = reading.article
    title, url = plain(headline(article, wording)), web_link(article.url)
    yield f"# [{title}](<{url}>)" if url else f"# {title}"
    if facts := byline(article, wording):
        yield plain(_DOT.join(facts))
    if article.standfirst:
        yield f"**{plain(article.standfirst)}**"
    for photo in article.photos:
        caption, credit = photo_line(photo, wording)
        yield f"*{plain(' — '.join(filter(None, (caption, credit))))}*"


def _statements(entries: Entries, wording: Wording) -> Iterable[str]:
    yield f"## {plain(wording.say('Who said what'))}"
    if not entries.statements:
        yield plain(wording.say("No statement found."))
    for speaker, group in group_by_speaker(entries.statements):
        yield f"### {plain(speaker)}"
        yield "\n".join(f"- {_statement(entry)}" for entry in group)


def _statement(entry: StatementEntry) -> str:
    facts = (entry.where, entry.kind, entry.by.chain)
    about = plain(_DOT.join(filter(None, facts)))
    stance = f"**{plain(entry.stance)}** · " if entry.stance else ""
    return f"{plain(entry.quoted)}  \n  {stance}{about}"


def _figures(entries: tuple[FigureEntry, ...], wording: Wording) -> Iterable[str]:
    yield f"## {plain(wording.say('Figures'))}"
    if not entries:
        yield plain(wording.say("No figure found."))
        return
    rows = [[wording.say(head) for head in _HEADS]]
    rows += [
        [
            entry.amount,
            _DOT.join(filter(None, (entry.counted, *entry.notes))),
            entry.words,
            entry.place,
            entry.when,
            entry.by.chain or entry.by.speaker,
            entry.where,
        ]
        for entry in entries
    ]
    lines = ["| " + " | ".join(map(plain, row)) + " |" for row in rows]
    yield "\n".join([lines[0], "|---:" + "|---" * (len(_HEADS) - 1) + "|", *lines[1:]])


def _silences(entries: Entries, wording: Wording) -> Iterable[str]:
    if entries.silences:
        yield f"## {plain(wording.say('No figure given'))}"
        yield "\n".join(
            f"- **{plain(entry.by.speaker)}** ({plain(entry.where)}) — {plain(entry.words)}"
            for entry in entries.silences
        )


def _problems(sentences: list[str], wording: Wording) -> Iterable[str]:
    if sentences:
        yield f"## {plain(wording.say('Noticed while reading'))}"
        yield "\n".join(f"- {plain(sentence)}" for sentence in sentences)

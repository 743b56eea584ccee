"""Readings written out: each format, one reading after another as they come.

In: readings, the name of a format, a stream. Out: what the format says of them, in the stream; a
file is in its place only when it is whole.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from selon.model import Reading
from selon.serve.records import reading_record, record_line
from selon.serve.wording import Wording

# The endings under which a file names its own format.
ENDINGS = {
    ".txt": "text",
    ".json": "json",
    ".jsonl": "jsonl",
    ".html": "html",
    ".htm": "html",
    ".md": "md",
}
FORMATS = ("text", "json", "jsonl", "html", "md")


@dataclass(frozen=True, slots=True)
class Layout:
    """What the reader has: cells in a line, a terminal or not, colour; and if several may come."""

    width: int = 100
    terminal: bool = False
    colour: bool = False
    several: bool = False


def write_readings(
    readings: Iterable[Reading], format_name: str, out: TextIO, wording: Wording, layout: Layout
) -> None:
    """Write readings in one of FORMATS, each as it comes, but for a page, which needs them all."""
    for part in _WRITERS[format_name](readings, wording, layout):
        out.write(part)
        if layout.terminal:
            out.flush()


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open a file for writing that takes its place only once it is written to the end."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    draft = Path(name)
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as out:
            yield out
        # mkstemp keeps others out; what replaces a file should be as open as a new one.
        draft.chmod(0o666 & ~_mask())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _text(readings: Iterable[Reading], wording: Wording, layout: Layout) -> Iterator[str]:
    from selon.serve.terminal import reading_text

    for number, reading in enumerate(readings):
        if number:
            yield f"\n{'─' * layout.width}\n\n"
        yield reading_text(
            reading,
            wording,
            width=layout.width,
            terminal=layout.terminal,
            colour=layout.colour,
        )


def _jsonl(readings: Iterable[Reading], wording: Wording, layout: Layout) -> Iterator[str]:
    for reading in readings:
        yield record_line(reading_record(reading, wording)) + "\n"


def _json(readings: Iterable[Reading], wording: Wording, layout: Layout) -> Iterator[str]:
    records = (record_line(reading_record(reading, wording), indent=2) for reading in readings)
    if not layout.several:
        yield from (f"{record}\n" for record in records)
        return
    before = "["
    for record in records:
        yield f"{before}\n{record}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _markdown(readings: Iterable[Reading], wording: Wording, layout: Layout) -> Iterator[str]:
    from selon.serve.markdown import reading_markdown

    for number, reading in enumerate(readings):
        yield ("\n---\n\n" if number else "") + reading_markdown(reading, wording)


def _html(readings: Iterable[Reading], wording: Wording, layout: Layout) -> Iterator[str]:
    from selon.serve.page import readings_page

    kept = list(readings)
    return readings_page(kept, wording) if kept else iter(())


_WRITERS = {"text": _text, "json": _json, "jsonl": _jsonl, "html": _html, "md": _markdown}

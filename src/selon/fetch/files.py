"""SOURCES IN: files, folders and standard input become pages and articles, one at a time.

A source that can't be read becomes an Unread that says why in one sentence, and the next is read.
Nothing is held but the source at hand: a JSON Lines file may be of any size, its lines may not.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from selon.fetch.articles import article_of_json, articles_of_lines
from selon.model import Article, Page, Problem, Unread

LARGEST_FILE = 20_000_000
MEDIA_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".txt": "text/plain",
}
SUFFIXES = frozenset({*MEDIA_TYPES, ".json", ".jsonl"})
_BINARY = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"\x7fELF",
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")

Source = Page | Article | Unread


def read_sources(
    sources: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    published: str | None = None,
    language: str | None = None,
) -> Iterator[Source]:
    """Read every source in turn: files, folders of them, or "-" for standard input.

    `published` and `language` override what a JSON article says; for a page, what reads it
    applies them (`article_of`, `with_overrides`).
    """
    for source in sources:
        for one in _read_source(source, stdin):
            if isinstance(one, Article):
                one = replace(
                    one, published=published or one.published, language=language or one.language
                )
            yield one


def count_sources(sources: Iterable[str]) -> int:
    """Count what `read_sources` will read, for a progress bar; a JSON Lines file counts as one."""
    return sum(
        sum(1 for _ in files_in(Path(s))) if s != "-" and os.path.isdir(s) else 1 for s in sources
    )


def files_in(folder: Path) -> Iterator[Path]:
    """Walk a folder's readable files in order of their names; links to folders aren't followed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from files_in(path)
        elif path.suffix.lower() in SUFFIXES and not entry.is_dir():
            yield path


def _read_source(source: str, stdin: BinaryIO | None) -> Iterator[Source]:
    if source == "-":
        yield from _read_stdin(stdin)
    elif source.lower().startswith(("http://", "https://")):
        yield Unread(
            source, Problem("web addresses cannot be read yet: save the page and give its file")
        )
    elif os.path.isdir(source):
        if not os.access(source, os.R_OK | os.X_OK):
            yield Unread(source, Problem("this folder may not be read: permission denied"))
            return
        found = False
        for path in files_in(Path(source)):
            found = True
            yield from _read_file(path)
        if not found:
            yield Unread(
                source,
                Problem(
                    "there is nothing to read in this folder: no {0} file",
                    (", ".join(sorted(SUFFIXES)),),
                ),
            )
    else:
        yield from _read_file(Path(source))


def _read_file(path: Path) -> Iterator[Source]:
    name, suffix = str(path), path.suffix.lower()
    try:
        mode = path.stat()
        if not stat.S_ISREG(mode.st_mode):
            yield Unread(name, Problem("this is not a file"))
        elif suffix == ".jsonl":
            with path.open("rb") as lines:
                yield from articles_of_lines(lines, name, path.stem)
        elif mode.st_size > LARGEST_FILE:
            yield Unread(name, _too_large(mode.st_size))
        else:
            yield _read_bytes(path.read_bytes(), name, path.stem, suffix)
    except FileNotFoundError:
        yield Unread(
            name,
            Problem("this link leads to nothing" if path.is_symlink() else "there is no such file"),
        )
    except PermissionError:
        yield Unread(name, Problem("this file may not be read: permission denied"))
    except (OSError, ValueError) as error:
        yield Unread(
            name,
            Problem(
                "this file could not be read: {0}",
                (getattr(error, "strerror", None) or str(error),),
            ),
        )


def _read_bytes(body: bytes, name: str, stem: str, suffix: str) -> Source:
    if problem := _unreadable(body):
        return Unread(name, problem)
    if suffix == ".json":
        return article_of_json(body, name, stem)
    if suffix in MEDIA_TYPES:
        return Page(name=stem, url="", body=body, media_type=MEDIA_TYPES[suffix])
    return Unread(
        name,
        Problem(
            "files of this kind are not read: {0}; those that are: {1}",
            (suffix or stem, ", ".join(sorted(SUFFIXES))),
        ),
    )


def _unreadable(body: bytes) -> Problem | None:
    """Say why bytes can't be text: nothing, or a picture, a PDF, an archive."""
    if not body.strip():
        return Problem("this file is empty")
    if body.startswith(_BINARY):
        return Problem("this is a binary file, not text or HTML")
    head = body[:4096]
    # UTF-16 is full of zero bytes too, but only in every other place.
    wide = head.startswith(_UTF16) or 0 in (head[0::2].count(0), head[1::2].count(0))
    if head.count(0) and not (wide and head.count(0) > len(head) // 4):
        return Problem("this is a binary file, not text or HTML")
    return None


def _read_stdin(stdin: BinaryIO | None) -> Iterator[Source]:
    if stdin is None:
        yield Unread("-", Problem("nothing came through standard input"))
        return
    try:
        body = stdin.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        yield Unread("-", Problem("this file could not be read: {0}", (str(error),)))
        return
    if len(body) > LARGEST_FILE:
        yield Unread("-", _too_large(len(body)))
    elif problem := _unreadable(body):
        yield Unread(
            "-", Problem("nothing came through standard input") if not body.strip() else problem
        )
    elif body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from _read_json_stream(body)
    else:
        yield Page(name="-", url="", body=body)


def _read_json_stream(body: bytes) -> Iterator[Source]:
    """Read one JSON object, or one a line, whichever the bytes are."""
    whole = article_of_json(body, "-", "-")
    lines = body.strip().splitlines(keepends=True)
    if isinstance(whole, Unread) and len(lines) > 1 and lines[0].rstrip().endswith(b"}"):
        yield from articles_of_lines(lines, "-", "-")
    else:
        yield whole


def _too_large(size: int) -> Problem:
    return Problem(
        "this file is too large: {0} MB, the most is {1} MB",
        (str(-(-size // 1_000_000)), str(LARGEST_FILE // 1_000_000)),
    )

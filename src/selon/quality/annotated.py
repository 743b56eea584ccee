"""Annotated articles, as files on disk -> their strings at their offsets.

An annotation quotes the words that it means; where words stand more than once, the order of the
statements and the distance to their content tell which are meant.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selon.model import Article, Span

_LOOK_BACK = 200  # characters; nested statements are annotated after the ones that hold them
_SENTENCE_END = re.compile(r"[.!?…]\s|\n")


@dataclass(frozen=True, slots=True)
class AnnotatedStatement:
    """One annotated statement at its offsets; `names` are all ways to name its speaker rightly."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    names: frozenset[str]
    fields: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article and what careful readers found in it; `figures` are the annotation's own objects."""

    article: Article
    statements: tuple[AnnotatedStatement, ...]
    figures: tuple[dict[str, Any], ...]


def load_annotated(folder: Path) -> Iterator[Annotated]:
    """Read a folder of annotated articles in the order of their names."""
    for path in sorted(folder.glob("*.json")):
        yield annotated(json.loads(path.read_text("utf-8")))


def annotated(record: dict[str, Any]) -> Annotated:
    """Find the annotations of an article, given as its record, at their offsets."""
    article = Article(
        id=record["id"],
        text=record["text"],
        title=record.get("title") or "",
        language=record.get("lang") or "",
        published=record.get("published"),
    )
    return Annotated(article, tuple(_statements(record)), tuple(record["figures"]))


def _statements(record: dict[str, Any]) -> Iterator[AnnotatedStatement]:
    text, last = record["text"], 0
    for entry in record["statements"]:
        spans: list[Span] = []
        at = entry.get("near", last)
        for piece in entry["content"]:
            start = text.find(piece, at)
            start = start if start >= 0 else text.find(piece)
            if start < 0:
                raise ValueError(f"{record['id']}: not in the text: {piece[:60]!r}")
            spans.append(Span(start, start + len(piece)))
            at = spans[-1].end
        last = max(0, min((span.start for span in spans), default=last) - _LOOK_BACK)
        cue = _nearest(text, entry["cue"], spans) if entry.get("cue") and spans else None
        source = None
        if entry.get("source"):
            source = _nearest(text, entry["source"], [cue] if cue else spans, outside=spans)
        names = frozenset([entry["speaker"], *entry.get("aka", ())])
        yield AnnotatedStatement(tuple(spans), cue, source, names, entry)


def _nearest(
    text: str, piece: str, spans: list[Span], outside: list[Span] | None = None
) -> Span | None:
    """Find the piece nearest to some spans, not in the content (a source may stand in its cue)."""
    # Whole words first: "il" stands inside many others.
    whole = rf"(?<!\w){re.escape(piece)}(?!\w)"
    found = [Span(*match.span()) for match in re.finditer(whole, text)]
    found = found or [Span(*match.span()) for match in re.finditer(re.escape(piece), text)]

    def gap(span: Span) -> tuple[bool, int]:
        inside = any(
            start <= span.start < end for start, end in (spans if outside is None else outside)
        )
        return inside, min(_distance(text, span, other) for other in spans)

    return min(found, key=gap, default=None)


def _distance(text: str, one: Span, other: Span) -> int:
    between = text[one.end : other.start] if one.end <= other.start else text[other.end : one.start]
    return len(between) + 1000 * bool(_SENTENCE_END.search(between))


def digest(folder: Path) -> str:
    """Name a folder of annotated articles by its content."""
    whole = hashlib.sha256()
    for path in sorted(folder.glob("*.json")):
        whole.update(path.name.encode() + path.read_bytes())
    return whole.hexdigest()[:12]

"""Annotations kept apart from their texts, as offsets (`tests/gold/*.json`) <-> annotated articles.

The articles belong to their publishers and stay where they are (`../shared/corpus`); what the project
keeps of them is where words stand and what they are. A digest holds each file to its text.
`python -m selon.quality.apart ANNOTATED… ` turns annotations that quote their words into such files.
"""

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from selon.quality.annotated import Annotated, annotated

SHARED = Path(os.environ.get("SELON_SHARED", "../shared"))
CORPUS = Path(os.environ.get("SELON_CORPUS", SHARED / "corpus"))
APART = Path(os.environ.get("SELON_APART", Path(__file__).parents[3] / "tests" / "gold"))
_QUOTED = frozenset(
    ("content", "cue", "source", "speaker", "aka", "via", "text", "number", "of", "place")
)

Record = dict[str, Any]


def load_apart(folder: Path = APART, texts: Path = CORPUS) -> Iterator[Annotated]:
    """Read the annotations whose texts are at hand; ValueError where a text isn't the one annotated."""
    for path in sorted(folder.glob("*.json")):
        kept = json.loads(path.read_text("utf-8"))
        source = texts / path.name
        if not source.is_file():
            continue
        article = json.loads(source.read_text("utf-8"))
        if digest_of(article["text"]) != kept["text"]:
            raise ValueError(f"{path.name}: annotated on another text than that of {source}")
        yield annotated(with_words(kept, article))


def digest_of(text: str) -> str:
    """Name a text by its content."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def with_words(kept: Record, article: Record) -> Record:
    """Put the words of an article in the place of the offsets."""
    text = article["text"]
    record = {name: article.get(name) for name in ("id", "title", "published", "text")}
    for name in ("statements", "figures"):
        record[name] = [_spelled(one, text) for one in kept[name]]
    return record | {"lang": "fr"}


def _spelled(one: Record, text: str) -> Record:
    spelled = {
        name: _words(value, text) if name in _QUOTED else value for name, value in one.items()
    }
    # So that the words are found again where they were, and not where they stand first.
    first = one["content"][0] if "content" in one else one["text"]
    return spelled | {"near": first[0]}


def _words(value: Any, text: str) -> Any:
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(end, int) for end in value):
            return text[slice(*value)]
        return [_words(one, text) for one in value]
    return value


def without_words(record: Record, article: Record) -> Record:
    """Put offsets in the place of all words that the article prints; names that it doesn't are left out."""
    text = article["text"]
    kept: Record = {"id": record["id"], "text": digest_of(text)}
    for name, first in (("statements", "content"), ("figures", "text")):
        last, kept[name] = 0, []
        for one in record[name]:
            pieces = one[first] if isinstance(one[first], list) else [one[first]]
            spans = list(_found(pieces, text, one.get("near", last)))
            last = max(0, spans[0][0] - 200) if first == "content" else spans[0][0] + 1
            kept[name].append(_placed(one, first, spans, text))
    return kept


def _found(pieces: Sequence[str], text: str, at: int) -> Iterator[list[int]]:
    for piece in pieces:
        start = text.find(piece, at)
        start = start if start >= 0 else text.index(piece)
        at = start + len(piece)
        yield [start, at]


def _placed(one: Record, first: str, spans: list[list[int]], text: str) -> Record:
    begin, end = spans[0][0], spans[-1][1]
    placed: Record = {}
    for name, value in one.items():
        if name == first:
            placed[name] = spans if isinstance(value, list) else spans[0]
        elif name == "number":
            start = text.index(value, begin)
            placed[name] = [start, start + len(value)]
        elif name in _QUOTED and isinstance(value, list):
            places = [_nearest(words, text, begin, end) for words in value]
            placed[name] = [place for place in places if place]
        elif name in _QUOTED:
            placed[name] = _nearest(value, text, begin, end)
        elif name != "near":
            placed[name] = value
    return placed


def _nearest(words: str, text: str, begin: int, end: int) -> list[int] | str:
    """Find the words nearest to a range; those without a capital may stay, "" where nothing may."""
    if not words:
        return ""
    starts, at = [], text.find(words)
    while at >= 0:
        starts.append(at)
        at = text.find(words, at + 1)
    if not starts:
        return words if words.islower() and not any(map(str.isdigit, words)) else ""
    near = min(starts, key=lambda start: max(begin - start - len(words), start - end, 0))
    return [near, near + len(words)]


def main(arguments: list[str] | None = None) -> int:
    """Write annotations that quote their words as offsets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "annotated", type=Path, nargs="+", help="annotations of articles of the corpus"
    )
    options = parser.parse_args(arguments)
    APART.mkdir(parents=True, exist_ok=True)
    for path in options.annotated:
        article = json.loads((CORPUS / path.name).read_text("utf-8"))
        kept = without_words(json.loads(path.read_text("utf-8")), article)
        lines = (
            json.dumps(kept, ensure_ascii=False).replace('}, {"', '},\n{"').replace("[{", "[\n{")
        )
        (APART / path.name).write_text(lines + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

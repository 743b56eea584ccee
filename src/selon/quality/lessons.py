"""Practice articles of our own writing, with the annotation in the text -> annotated articles.

A file is a head ("published: 2023-05-16", "title: …"), an empty line, and paragraphs in which
braces mark what a careful reading finds:

    {content of=1 speaker="Anne Vial" aka="la maire" stance=denied:…}, {cue of=1:assure} …
    {figure value=12 counts=killed period=interval as_of=2023-05-15:douze} morts

`of` numbers the statement within the file; the number words alone are a figure's. A figure belongs
to the innermost statement that it stands in, unless it names a speaker of its own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from selon.languages.examples import Mark, parse_example
from selon.model import Article, Span
from selon.quality.annotated import Annotated, AnnotatedStatement


def load_lessons(folder: Path, language: str) -> Iterator[Annotated]:
    """Read the practice articles of a folder in the order of their names."""
    for path in sorted(folder.glob("*.txt")):
        yield read_lesson(path.read_text("utf-8"), name=path.stem, language=language)


def read_lesson(marked: str, *, name: str, language: str) -> Annotated:
    """Read one practice article; ValueError where its marks don't fit together."""
    head, _, body = marked.partition("\n\n")
    facts = dict(line.partition(": ")[::2] for line in head.splitlines())
    text, marks = parse_example(body.strip("\n"))
    article = Article(
        id=name,
        text=text,
        title=facts.get("title", ""),
        language=language,
        published=facts.get("published") or None,
    )
    statements = list(_statements(text, marks, name))
    figures = [_figure(text, mark, statements) for mark in marks if mark.label == "figure"]
    return Annotated(article, tuple(statements), tuple(figures))


def _statements(text: str, marks: Sequence[Mark], name: str) -> Iterator[AnnotatedStatement]:
    parts: dict[str, list[Mark]] = {}
    words: dict[tuple[str, str], Span] = {}
    for mark in marks:
        for number in (mark.get("of") or "").split(","):
            if mark.label == "content":
                parts.setdefault(number, []).append(mark)
            elif mark.label in ("cue", "source"):
                words[mark.label, number] = mark.span
    orphans = {number for _, number in words} - set(parts)
    if orphans:
        raise ValueError(f"{name}: a cue or source without content: {sorted(orphans)}")
    for number, content in parts.items():
        first = content[0]
        cue, source = words.get(("cue", number)), words.get(("source", number))
        fields: dict[str, Any] = {
            "cue": text[slice(*cue)] if cue else "",
            "source": text[slice(*source)] if source else "",
            "speaker": first.get("speaker") or "",
            "aka": _listed(first, "aka"),
            "via": _listed(first, "via"),
            "stance": first.get("stance") or "asserted",
        }
        names = frozenset([fields["speaker"], *fields["aka"]])
        yield AnnotatedStatement(tuple(m.span for m in content), cue, source, names, fields)


def _figure(text: str, mark: Mark, statements: Iterable[AnnotatedStatement]) -> dict[str, Any]:
    """Fill in what the mark leaves out, as the annotated articles have it."""
    holders = [s for s in statements if any(_within(mark.span, part) for part in s.content)]
    inner = min(holders, key=lambda s: sum(b - a for a, b in s.content), default=None)
    fields: Mapping[str, Any] = inner.fields if inner and mark.get("speaker") is None else {}
    words = text[slice(*mark.span)]
    high = mark.get("high")
    return {
        "text": words,
        "number": words,
        "near": mark.span.start,
        "value": float(mark.get("value") or "nan"),
        "high": float(high) if high else None,
        "bound": mark.get("bound") or "exact",
        "unit": mark.get("unit") or "count",
        "counts": mark.get("counts"),
        "speaker": fields.get("speaker") or mark.get("speaker") or "",
        "aka": [*fields.get("aka", ()), *_listed(mark, "aka")],
        "via": [*fields.get("via", ()), *_listed(mark, "via")],
        "as_of": mark.get("as_of") or None,
        "since": mark.get("since") or None,
        "place": mark.get("place") or "",
        "stance": mark.get("stance") or "asserted",
        "period": mark.get("period"),
        "at": mark.get("at") or None,
        "provisional": mark.get("provisional") == "true",
    }


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _listed(mark: Mark, name: str) -> list[str]:
    return [one for one in (mark.get(name) or "").split("|") if one]

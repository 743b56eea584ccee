"""Practice of our own writing -> annotated articles: whole articles, and paragraphs marked up.

`lessons/articles/*.json` of a pack are invented articles, annotated in the manner of `../shared/gold`.
`lessons/statements/*.txt` of a pack have one paragraph a line, in the mark-up of the rules' examples
(`languages/examples.py`); `of=1`, `of="1,2"` tell apart the statements of one paragraph;
a source without a number is that of all who have none of their own. What isn't
marked reports nothing: the near misses teach as much.
"""

from collections.abc import Iterator, Sequence

from selon.languages.examples import parse_example
from selon.languages.pack import FOLDER, Pack, read_list
from selon.model import Article, Span
from selon.quality.annotated import Annotated, AnnotatedStatement, load_annotated

_LABELS = ("content", "cue", "source")
_EDGES = ", "


def load_articles(pack: Pack) -> Iterator[Annotated]:
    """Read the practice articles of a pack, in the order of their names."""
    return load_annotated(FOLDER / pack.language / "lessons" / "articles")


def load_lessons(pack: Pack) -> Iterator[Annotated]:
    """Read the practice paragraphs on statements of a pack, in the order of their files and lines."""
    for path in sorted((FOLDER / pack.language / "lessons" / "statements").glob("*.txt")):
        for i, line in enumerate(read_list(path)):
            yield read_paragraph(line, name=f"{path.stem}-{i}", pack=pack)


def read_paragraph(marked: str, *, name: str, pack: Pack) -> Annotated:
    """Read one marked-up paragraph; ValueError where its marks don't fit together."""
    text, marks = parse_example(marked)
    parts: dict[str, list[Span]] = {}
    words: dict[tuple[str, str], Span] = {}
    for mark in marks:
        if mark.label not in _LABELS:
            raise ValueError(f"{name}: no such mark: {mark.label}")
        for number in (mark.get("of") or "").split(","):
            if mark.label == "content":
                parts.setdefault(number, []).append(mark.span)
            else:
                words[mark.label, number] = mark.span
    # A source without a number is everybody's who has none of his own.
    orphans = {number for label, number in words if (label, number) != ("source", "")} - set(parts)
    if orphans:
        raise ValueError(f"{name}: a cue or source without content: {sorted(orphans)}")
    statements = []
    for number, content in parts.items():
        cue = words.get(("cue", number))
        source = words.get(("source", number), words.get(("source", "")))
        if cue and not source:
            source = _hung(text, cue, pack)
        fields = {
            "cue": text[slice(*cue)] if cue else "",
            "source": text[slice(*source)] if source else "",
        }
        whole = tuple(_around(text, content, [one for one in (cue, source) if one]))
        statements.append(AnnotatedStatement(whole, cue, source, frozenset(), fields))
    return Annotated(Article(id=name, text=text, language=pack.language), tuple(statements), ())


def _hung(text: str, cue: Span, pack: Pack) -> Span | None:
    """Find the pronoun that hangs on an inverted cue: "a-t-il dit"."""
    pronouns = pack.tables["pack"]["tokens"]["inversions"]
    for start in range(cue.start, cue.end):
        word = text[start : cue.end].partition(" ")[0]
        if text[start - 1 : start] == "-" and word in pronouns:
            return Span(start, start + len(word))
    return None


def _around(text: str, content: Sequence[Span], aside: Sequence[Span]) -> Iterator[Span]:
    """Leave the cue and the source that stand within a content out of it."""
    for start, end in content:
        inside = [one for one in aside if start < one.start and one.end <= end]
        if not inside:
            yield Span(start, end)
            continue
        first, last = min(one.start for one in inside), max(one.end for one in inside)
        before = len(text[start:first].rstrip(_EDGES))
        behind = len(text[last:end]) - len(text[last:end].lstrip(_EDGES))
        yield Span(start, start + before)
        yield Span(last + behind, end)

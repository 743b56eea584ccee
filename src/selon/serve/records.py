"""A reading as plain data: the contract for other programs.

In: a reading. Out: a dict in the order of the contract, ready for JSON. Offsets are code points
into the named field, end excluded; what is not printed is null, what nobody names is "".
"""

import json
import re
from typing import Any

from selon.model import (
    Article,
    Figure,
    Problem,
    Reading,
    Silence,
    Span,
    Statement,
    field_names,
    field_text,
    links_between,
)
from selon.serve.labels import field_label
from selon.serve.wording import Wording

# Readers that split at any line end would cut a record, and a terminal would obey the others.
_UNSAFE_IN_A_LINE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def reading_record(reading: Reading, wording: Wording) -> dict[str, Any]:
    """Return a reading as the JSON contract has it; problems are sentences in the user's locale."""
    article = reading.article
    return {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "standfirst": article.standfirst,
        "outlet": article.outlet,
        "published": article.published,
        "modified": article.modified,
        "authors": list(article.authors),
        "agency": list(article.agency),
        "language": article.language,
        "text": article.text,
        "sections": [list(span) for span in article.sections],
        "photos": [
            {"url": photo.url, "caption": photo.caption, "credit": photo.credit}
            for photo in article.photos
        ],
        "statements": [_statement(statement, article) for statement in reading.statements],
        "figures": [_figure(figure, article) for figure in reading.figures],
        "silences": [_silence(silence) for silence in reading.silences],
        "problems": reading_problems(reading, wording),
        "pack": reading.pack,
    }


def record_line(record: dict[str, Any], *, indent: int | None = None) -> str:
    """Write a record as JSON, on one line unless indented; what could break a line is escaped."""
    text = json.dumps(record, ensure_ascii=False, indent=indent)
    return _UNSAFE_IN_A_LINE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def reading_problems(reading: Reading, wording: Wording) -> list[str]:
    """Say once each what went wrong in the article and in its reading, as sentences."""
    fields = {name: field_label(name, wording) for name in field_names(reading.article)}
    sentences = []
    for problem in dict.fromkeys((*reading.article.problems, *reading.problems)):
        details = tuple(fields.get(detail, detail) for detail in problem.details)
        said = wording.problem(Problem(problem.message, details))
        stop = "" if said.endswith((".", "!", "?")) else "."
        sentences.append(said[:1].upper() + said[1:] + stop)
    return sentences


def _statement(statement: Statement, article: Article) -> dict[str, Any]:
    text = field_text(article, statement.field)
    by = statement.by
    return {
        "field": statement.field,
        "content": [list(span) for span in statement.content],
        "words": [text[slice(*span)] for span in statement.content],
        "cue": _span(by.cue),
        "source": _span(by.source),
        "speaker": by.speaker,
        "kind": statement.kind,
        "stance": statement.stance,
        "via": list(links_between(by)),
        "chain": [{"name": link.name, "role": link.role} for link in by.chain],
        "rule": statement.rule,
    }


def _figure(figure: Figure, article: Article) -> dict[str, Any]:
    by = figure.by
    return {
        "field": figure.field,
        "number": list(figure.number),
        "text": list(figure.text),
        "words": field_text(article, figure.field)[slice(*figure.text)],
        "value": _whole(figure.value),
        "high": _whole(figure.high),
        "bound": figure.bound,
        "unit": figure.unit,
        "counts": figure.counts,
        "of": figure.of,
        "part_of": _span(figure.part_of),
        "stance": figure.stance,
        "period": figure.period,
        "at": figure.at,
        "provisional": figure.provisional,
        "speaker": by.speaker,
        "via": list(links_between(by)),
        "chain": [{"name": link.name, "role": link.role} for link in by.chain],
        "as_of": figure.as_of,
        "since": figure.since,
        "place": figure.place,
        "rule": figure.rule,
    }


def _silence(silence: Silence) -> dict[str, Any]:
    return {
        "field": silence.field,
        "text": list(silence.text),
        "source": _span(silence.by.source),
        "speaker": silence.by.speaker,
        "counts": silence.counts,
        "as_of": silence.as_of,
        "rule": silence.rule,
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def _whole(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value

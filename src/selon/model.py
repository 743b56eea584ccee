"""The types that everything else speaks in: frozen, without input or output, importing nothing of Selon.

Offsets are code points into one named field of an article (`text`, `title`, `standfirst`,
`caption:0`…), end excluded. Dates are ISO 8601 strings, a day ("2024-01-09") or, where the page
tells more, a moment with its zone ("2024-01-09T18:04:00+01:00").
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal["direct", "mixed", "indirect"]
Stance = Literal["asserted", "denied", "questioned", "conditional", "asked", "planned", "feared"]
Bound = Literal["exact", "about", "min", "max", "range"]
Period = Literal["cumulative", "interval", "instant", "change", "none"]
Role = Literal["speaker", "carrier", "data", "agency", "outlet"]


class Span(NamedTuple):
    """A half-open range of code points in one field of an article."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong, as a value: a message to be translated and what fills its braces."""

    message: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes as they came. `name` is the file's name without its ending, "" for a page from the web."""

    name: str
    url: str
    body: bytes
    media_type: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = 200
    fetched_at: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A source that could not be read, and why, in one sentence."""

    source: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of an article; caption and credit are kept apart and are "" where none is printed."""

    url: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article, cleaned of its page. `sections` are the cross-headings that stand in `text`."""

    id: str
    text: str
    title: str = ""
    standfirst: str = ""
    url: str = ""
    outlet: str = ""
    language: str = ""
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    sections: tuple[Span, ...] = ()
    photos: tuple[Photo, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """One station of the way that a statement or a figure took; `span` where its name is printed."""

    name: str
    role: Role
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """According to whom. `speaker` "" means that nobody is named; `chain` runs from the origin on."""

    speaker: str = ""
    source: Span | None = None
    cue: Span | None = None
    chain: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of saying that the article reports and gives to somebody."""

    field: str
    kind: Kind
    stance: Stance
    content: tuple[Span, ...]
    by: Attribution
    rule: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts or measures something in the news.

    `number` spans the number words alone, `text` the number with its hedge and counted noun;
    `high` is the upper end of a range; `part_of` is the `number` span of the whole that this is
    a part of; `as_of` the day that it is good for, `since` the day from which it adds up, `at`
    the hour ("14:00").
    """

    field: str
    number: Span
    text: Span
    value: float
    high: float | None
    bound: Bound
    unit: str
    counts: str
    of: str
    part_of: Span | None
    place: str
    as_of: str | None
    since: str | None
    at: str | None
    period: Period
    provisional: bool
    stance: Stance
    by: Attribution
    rule: str


@dataclass(frozen=True, slots=True)
class Silence:
    """An authority that gives no figure."""

    field: str
    text: Span
    counts: str
    as_of: str | None
    by: Attribution
    rule: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article gives, and the pack that read it ("fr/1+digest")."""

    article: Article
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    silences: tuple[Silence, ...] = ()
    problems: tuple[Problem, ...] = ()
    pack: str = ""


def field_text(article: Article, name: str) -> str:
    """Return the text of a field that spans count into; raise KeyError for a name that isn't one."""
    match name.split(":"):
        case ["text" | "title" | "standfirst"]:
            return str(getattr(article, name))
        case ["caption", index] if index.isdigit() and int(index) < len(article.photos):
            return article.photos[int(index)].caption
    raise KeyError(name)


def field_names(article: Article) -> tuple[str, ...]:
    """List the fields that are read, in reading order."""
    captions = tuple(f"caption:{i}" for i, photo in enumerate(article.photos) if photo.caption)
    return ("title", "standfirst", "text", *captions)


def links_between(by: Attribution) -> tuple[str, ...]:
    """Name the links that stand beside the speaker, nearest to the speaker first (`via` in the JSON)."""
    return tuple(
        link.name
        for link in by.chain
        if link.role in ("carrier", "data") or (link.role == "speaker" and link.name != by.speaker)
    )

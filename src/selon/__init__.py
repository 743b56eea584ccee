"""Selon reads the news and keeps who said what, and which figure is according to whom.

>>> import selon
>>> reading = selon.read("page.html")                                        # doctest: +SKIP
>>> [(said.by.speaker, said.stance) for said in reading.statements]          # doctest: +SKIP
"""

from itertools import islice
from os import PathLike, fspath

from selon.model import (
    Article,
    Attribution,
    Figure,
    Link,
    Page,
    Photo,
    Problem,
    Reading,
    Silence,
    Span,
    Statement,
    Unread,
)

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Attribution",
    "Figure",
    "Link",
    "Page",
    "Photo",
    "Problem",
    "Reading",
    "Silence",
    "Span",
    "Statement",
    "Unread",
    "read",
]


def read(
    source: str | PathLike[str] | Page | Article,
    *,
    published: str | None = None,
    language: str | None = None,
) -> Reading:
    """Read one article: a file's path, a page as it came, or an article already clean.

    `published` and `language` win over what the source says. Raise ValueError for a source that
    can't be read, or that holds no article or several; what goes wrong inside an article is in
    the reading's `problems`.
    """
    # Imported here, so that `import selon` costs nothing and the types can be had alone.
    from selon.fetch.files import read_sources
    from selon.pipeline import read_source

    if isinstance(source, Page | Article):
        return read_source(source, published=published, language=language)
    found = list(islice(read_sources([fspath(source)]), 2))
    match found:
        case [Page() | Article() as one]:
            return read_source(one, published=published, language=language)
        case [Unread(problem=problem)]:
            raise ValueError(problem.message.format(*problem.details))
    raise ValueError(f"{fspath(source)}: {'several articles' if found else 'no article'}")

"""Selon reads the news and keeps who said what, and which figure is according to whom.

>>> import selon
>>> reading = selon.read("page.html")                                        # doctest: +SKIP
>>> [(said.by.speaker, said.stance) for said in reading.statements]          # doctest: +SKIP
"""

from os import PathLike

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

    `published` and `language` win over what the source says. Raise OSError for a file that is
    missing or unreadable and ValueError for one that holds no single article; what goes wrong
    inside an article is in the reading's `problems`.
    """
    # Imported here, so that `import selon` costs nothing and the types can be had alone.
    from selon.fetch.files import read_one
    from selon.pipeline import read_source

    item = source if isinstance(source, Page | Article) else read_one(source)
    return read_source(item, published=published, language=language)

"""The door of this folder. In: a page, bytes as they came; out: an article, whatever they hold."""

from dataclasses import replace

from selon.clean.encoding import decode_bytes
from selon.model import Article, Page, Problem

LARGEST_PAGE = 20_000_000


def article_of(page: Page, *, language: str = "") -> Article:
    """Read the article of a page; what goes wrong is among its problems, never raised.

    `language` is what the caller knows better than the page ("fr"), "" to believe the page.
    """
    if len(page.body) > LARGEST_PAGE:
        problem = Problem(
            "this page is too large: {0} bytes, the most is {1}",
            (str(len(page.body)), str(LARGEST_PAGE)),
        )
        return Article(id=page.name, text="", url=page.url, language=language, problems=(problem,))
    try:
        return _read(page, language)
    except (
        ValueError,
        TypeError,
        AttributeError,
        LookupError,
        RecursionError,
        ArithmeticError,
        MemoryError,
    ) as error:
        # Pages are foreign matter, and so are the libraries that read them: none may end a run.
        problem = Problem(
            "this page could not be read: {0}", (f"{type(error).__name__}: {error}"[:200],)
        )
        return Article(id=page.name, text="", url=page.url, language=language, problems=(problem,))


def with_overrides(
    article: Article, *, published: str | None = None, language: str | None = None
) -> Article:
    """Set what the user knows better than the page."""
    if published:
        article = replace(article, published=published)
    return replace(article, language=language) if language else article


def _read(page: Page, language: str) -> Article:
    text = decode_bytes(page.body, page.headers)
    kind = page.media_type
    if (kind != "text/plain" and ("html" in kind or looks_like_html(text))) or _is_document(text):
        from selon.clean.html import article_of_html

        return article_of_html(text, name=page.name, url=page.url, language=language)
    from selon.clean.text import article_of_text

    return article_of_text(text, name=page.name, url=page.url, language=language)


def looks_like_html(text: str) -> bool:
    """Tell a page from plain text by the tags at its beginning."""
    head = text[:2000].lower()
    return _is_document(text) or any(
        f"<{tag}" in head for tag in ("head>", "body", "p>", "div", "article", "h1")
    )


def _is_document(text: str) -> bool:
    return (
        text[:200].lstrip("\ufeff \t\r\n").lower().startswith(("<!doctype html", "<html", "<?xml"))
    )

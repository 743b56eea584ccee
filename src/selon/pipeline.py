"""The whole flow on one screen: a page, or an article, becomes a reading.

page  --clean-->  article  --cut-->  tokens of each field
      --statements-->  who said what  --figures-->  which figure is according to whom
"""

from collections.abc import Iterator
from dataclasses import replace

from selon.attribute.figures.reading import find_figures
from selon.attribute.figures.silences import find_silences
from selon.attribute.sentences import Tokens, cut
from selon.attribute.statements.reading import find_statements
from selon.clean.page import article_of
from selon.languages.pack import Pack, languages_with_pack, load_pack
from selon.model import Article, Page, Problem, Reading, field_names, field_text

_DEFAULT_LANGUAGE = "fr"
_SHOWN = 40  # characters of the text behind a mark, so that a reader finds it


def read_source(
    source: Page | Article, *, published: str | None = None, language: str | None = None
) -> Reading:
    """Read a page or an article; what goes wrong inside it is in the reading's problems."""
    article = article_of(source) if isinstance(source, Page) else source
    article = replace(
        article,
        published=published or article.published,
        language=language or article.language or _DEFAULT_LANGUAGE,
    )
    return read_article(article)


def read_article(article: Article) -> Reading:
    """Read an article with the pack of its language."""
    if not article.text.strip():
        return Reading(article, problems=article.problems)
    if article.language not in languages_with_pack():
        problem = Problem("there is no language pack for “{0}”", (article.language,))
        return Reading(article, problems=(*article.problems, problem))
    return read_with(article, load_pack(article.language))


def read_with(article: Article, pack: Pack) -> Reading:
    """Read every field of an article with a pack."""
    reading = Reading(article, problems=article.problems, pack=pack.stamp)
    fields = {field: cut(field_text(article, field), pack) for field in field_names(article)}
    for field, tokens in fields.items():
        beside = [other for name, other in fields.items() if name != field]
        said = find_statements(tokens, field, article=article, pack=pack, beside=beside)
        figures = find_figures(tokens, field, article=article, statements=said, pack=pack)
        silences = find_silences(tokens, field, article=article, statements=said, pack=pack)
        reading = replace(
            reading,
            statements=(*reading.statements, *said),
            figures=(*reading.figures, *figures),
            silences=(*reading.silences, *silences),
            problems=(*reading.problems, *_unclosed(tokens, field)),
        )
    return reading


def _unclosed(tokens: Tokens, field: str) -> Iterator[Problem]:
    for at in tokens.unclosed:
        words = tokens.text[at : at + _SHOWN]
        yield Problem("a quotation mark in {0} found no partner: “{1}”", (field, words))

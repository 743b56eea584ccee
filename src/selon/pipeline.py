"""The whole flow on one screen: a page, or an article, becomes a reading.

page  --clean-->  article  --cut-->  tokens of each field
      --statements-->  who said what  --figures-->  which figure is according to whom
"""

from dataclasses import replace

from selon.attribute.figures import find_figures
from selon.attribute.sentences import cut
from selon.attribute.silences import find_silences
from selon.attribute.statements import find_statements
from selon.clean.page import article_of
from selon.languages.pack import languages_with_pack, load_pack
from selon.model import Article, Page, Problem, Reading, field_names, field_text

_DEFAULT_LANGUAGE = "fr"


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
    """Read every field of an article with the pack of its language."""
    if not article.text.strip():
        return Reading(article, problems=article.problems)
    if article.language not in languages_with_pack():
        problem = Problem("there is no language pack for “{0}”", (article.language,))
        return Reading(article, problems=(*article.problems, problem))
    pack = load_pack(article.language)
    reading = Reading(article, problems=article.problems, pack=pack.stamp)
    for field in field_names(article):
        tokens = cut(field_text(article, field), pack)
        said = find_statements(tokens, field, article=article, pack=pack)
        figures = find_figures(tokens, field, article=article, statements=said, pack=pack)
        silences = find_silences(tokens, field, article=article, statements=said, pack=pack)
        unclosed = tuple(
            Problem(
                "a quotation mark in {0} found no partner: “{1}”",
                (field, tokens.text[at : at + 40]),
            )
            for at in tokens.unclosed
        )
        reading = replace(
            reading,
            statements=(*reading.statements, *said),
            figures=(*reading.figures, *figures),
            silences=(*reading.silences, *silences),
            problems=(*reading.problems, *unclosed),
        )
    return reading


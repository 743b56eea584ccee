"""The lines that stand above an article: outlet, day, authors, agency; its photos beneath.

In: an article and a wording. Out: short texts, safe to show, in the order of a newspaper's page.
"""

from selon.model import Article, Photo
from selon.serve.harmless import harmless
from selon.serve.wording import Wording


def headline(article: Article, wording: Wording) -> str:
    """Return the title, or the article's name in its place."""
    return harmless(article.title or article.id) or wording.say("untitled")


def byline(article: Article, wording: Wording) -> list[str]:
    """List outlet, day of printing, day of correction, authors and agency, where they are known."""
    published, modified = wording.moment(article.published), wording.moment(article.modified)
    signed = ", ".join(article.authors)
    agencies = [agency for agency in article.agency if agency not in signed]
    facts = [
        article.outlet,
        published,
        wording.say("updated {}", modified) if modified not in ("", published) else "",
        signed,
        wording.say("with {}", ", ".join(agencies)) if agencies else "",
    ]
    return [harmless(fact) for fact in facts if fact]


def photo_line(photo: Photo, wording: Wording) -> tuple[str, str]:
    """Return the caption and the credit of a photo, "" where none is printed."""
    credit = wording.say("Photo: {}", photo.credit) if photo.credit else ""
    return harmless(photo.caption), harmless(credit)

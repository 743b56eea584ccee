"""What must hold of every reading, whatever the text."""

import json
import os
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from selon.model import Article, Reading, Span, field_text
from selon.pipeline import read_article
from selon.serve.records import reading_record
from selon.serve.wording import wording_for
from tests.strategies import prose

KEYS = [
    "id", "url", "title", "standfirst", "outlet", "published", "modified", "authors", "agency",
    "language", "text", "sections", "photos", "statements", "figures", "silences", "problems",
    "pack",
]  # fmt: skip
# Nobody is named in it, nothing is counted, nothing is said.
UNRELATED = "\n\nLes berges restent humides et les chemins boueux après la pluie."


def read(text: str, title: str = "") -> Reading:
    article = Article("soup", text, title=title, language="fr", published="2027-03-09")
    return read_article(article)


def parts(reading: Reading) -> list[tuple[str, Span]]:
    found = []
    for said in reading.statements:
        spans = [*said.content, said.by.source, said.by.cue]
        spans += [link.span for link in said.by.chain]
        found += [(said.field, span) for span in spans if span is not None]
    for figure in reading.figures:
        found += [(figure.field, figure.number), (figure.field, figure.text)]
    return found


@given(prose(), st.just("") | prose())
@settings(deadline=None)
def test_every_span_lies_within_its_field_and_holds_something(text: str, title: str) -> None:
    reading = read(text, title.replace("\n", " "))
    for field, (start, end) in parts(reading):
        assert 0 <= start < end <= len(field_text(reading.article, field))


@given(prose())
@settings(deadline=None)
def test_a_content_never_overlaps_its_cue(text: str) -> None:
    for said in read(text).statements:
        if said.by.cue is not None:
            start, end = said.by.cue
            assert all(b <= start or end <= a for a, b in said.content)


@given(prose())
@settings(deadline=None)
def test_a_number_lies_within_its_figures_words(text: str) -> None:
    for figure in read(text).figures:
        assert figure.text.start <= figure.number.start
        assert figure.number.end <= figure.text.end


@given(prose())
@settings(deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)


@given(prose())
@settings(deadline=None)
def test_an_unrelated_paragraph_at_the_end_changes_nothing_before_it(text: str) -> None:
    before, after = read(text), read(text + UNRELATED)
    assert after.statements == before.statements
    assert after.figures == before.figures


@given(prose())
@settings(deadline=None)
def test_a_record_is_json_with_the_keys_of_the_contract_in_order(text: str) -> None:
    record = reading_record(read(text), wording_for("en"))
    assert list(json.loads(json.dumps(record))) == KEYS
    assert all(said["rule"].startswith("fr/") for said in record["statements"])


def test_another_process_with_another_hash_seed_reads_the_same() -> None:
    text = (
        "« La digue a tenu », a déclaré la préfète. Selon la police, 1.240 personnes sont parties, "
        "dont une centaine de malades. Jeanne Morel, maire de Vaucreuse, dément tout retard."
    )
    code = f"import selon; print(selon.read(selon.Article('a', {text!r}, language='fr')))"
    outputs = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert "Jeanne Morel" in outputs.pop()

from dataclasses import replace

import pytest

from selon.serve.delivery import FORMATS, Layout, write_readings
from selon.serve.wording import wording_for

from .readings import ARTICLE, FIGURES, READING, TEXT


class Sink:
    """Counts what is written and keeps none of it."""

    def __init__(self) -> None:
        self.written = 0

    def write(self, text: str) -> int:
        self.written += len(text)
        return len(text)


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_paragraph_of_a_million_characters_is_shown(format_name):
    # Whatever is quadratic in it would take minutes, and the run with it.
    text = (TEXT.replace("\n", " ") + " ") * 2000
    reading = replace(
        READING, article=replace(ARTICLE, text=text, sections=()), figures=FIGURES * 100
    )
    sink = Sink()
    write_readings([reading], format_name, sink, wording_for("fr"), Layout())
    assert sink.written > (len(text) if format_name in ("html", "json", "jsonl") else 10_000)

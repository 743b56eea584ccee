"""Annotations keep offsets and labels; their words come from the texts, where these are at hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from selon.quality.annotated import annotated
from selon.quality.apart import APART, load_apart, with_words, without_words

TEXT = "Le pont tient, a dit Anne Vial. Le pont tient, a dit la maire. Selon elle, 12 maisons sont vides."
ARTICLE = {"id": "x", "title": "Crue", "published": "2024-01-09", "text": TEXT}
RECORD: dict[str, Any] = {
    "id": "x",
    "statements": [
        {"content": ["Le pont tient"], "cue": "a dit", "source": "Anne Vial", "speaker": "Anne Vial",
         "aka": ["Vial", "Mme Vial", "maire"], "kind": "indirect", "stance": "asserted", "via": []},
        {"content": ["Le pont tient"], "cue": "a dit", "source": "la maire", "speaker": "Anne Vial",
         "aka": [], "kind": "indirect", "stance": "asserted", "via": [], "near": 32},
    ],
    "figures": [
        {"text": "12 maisons", "number": "12", "value": 12, "counts": "buildings", "of": "maisons",
         "speaker": "Anne Vial", "aka": [], "via": [], "as_of": None, "place": "", "period": "instant"},
    ],
}  # fmt: skip


def test_words_come_back_at_their_offsets() -> None:
    kept = without_words(RECORD, ARTICLE)
    back = annotated(with_words(kept, ARTICLE))
    assert back.statements[0].content == ((0, 13),)
    assert back.statements[1].content == ((32, 45),)
    assert [TEXT[slice(*said.source)] for said in back.statements if said.source] == [
        "Anne Vial",
        "la maire",
    ]
    assert back.statements[0].names == {"Anne Vial", "Vial", "maire"}
    assert back.figures[0]["number"] == "12"
    assert back.figures[0]["of"] == "maisons"


def test_no_words_of_the_text_are_kept() -> None:
    written = json.dumps(without_words(RECORD, ARTICLE), ensure_ascii=False)
    assert "Vial" not in written
    assert "maisons" not in written
    for path in APART.glob("*.json"):
        assert max(map(len, _strings(json.loads(path.read_text("utf-8"))))) < 80, path.name


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    values = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [one for inner in values for one in _strings(inner)]


def test_another_text_is_refused_and_a_missing_one_passed_over(tmp_path: Path) -> None:
    annotations, texts = tmp_path / "gold", tmp_path / "texts"
    annotations.mkdir()
    texts.mkdir()
    (annotations / "x.json").write_text(json.dumps(without_words(RECORD, ARTICLE)), "utf-8")
    assert list(load_apart(annotations, texts)) == []
    (texts / "x.json").write_text(json.dumps(ARTICLE | {"text": TEXT + " Il pleut."}), "utf-8")
    with pytest.raises(ValueError, match="another text"):
        list(load_apart(annotations, texts))

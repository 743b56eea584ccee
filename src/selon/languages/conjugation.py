"""Infinitives -> the forms that a news text prints, by the longest ending that a table knows.

The table (`conjugation.toml` of a pack) has one entry per ending of an infinitive; its forms
replace that ending. Only third persons are listed: what "je" says stands within quotations.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

FormKind = Literal["finite", "conditional", "participle", "past", "infinitive"]


class Form(NamedTuple):
    """One conjugated form: "affirmait", of "affirmer", "finite"."""

    form: str
    lemma: str
    kind: FormKind


def conjugate(lemma: str, table: Mapping[str, Mapping[str, Any]]) -> Iterator[Form]:
    """Yield every form of an infinitive; raise ValueError where no ending of the table fits it."""
    for start in range(len(lemma)):
        model = table.get(lemma[start:])
        if model is not None:
            stem = lemma[:start]
            yield Form(lemma, lemma, "infinitive")
            for kind in ("finite", "conditional", "participle", "past"):
                for ending in str(model.get(kind, "")).split():
                    yield Form(stem + ending, lemma, kind)
            return
    raise ValueError(f"no conjugation for {lemma!r}")

"""No weight that was learned names a person, a place or a movement of the training articles."""

from pathlib import Path

import pytest

from selon.languages.pack import load_pack
from selon.model import Article
from selon.quality.annotated import Annotated, load_annotated
from selon.quality.names import printed_names, words_in
from selon.quality.readings import GOLD

PACK = load_pack("fr")


def test_a_word_with_a_capital_within_sentences_is_a_name_and_other_words_are_not():
    text = "La crue a surpris Valmont hier. Hier, la crue a quitté Valmont."
    found = printed_names([Annotated(Article(id="1", text=text), (), ())], PACK)
    assert {name for name in found if len(name) > 6} == {"valmont"}


def test_symbols_of_shapes_are_no_words_of_a_vote():
    assert words_in("at finite = L,Dw marche") == {"at", "finite", "marche"}


@pytest.mark.slow
def test_no_weight_names_what_the_articles_name():
    if not GOLD.is_dir():
        pytest.skip(f"no annotated articles at {GOLD}")
    names = printed_names(load_annotated(Path(GOLD)), PACK)
    assert len(names) > 100
    named = [
        f"{file}: {vote}"
        for file, votes in PACK.weights.items()
        for vote in votes
        if not names.isdisjoint(words_in(vote))
    ]
    assert named == []

"""Practice paragraphs fit together, and the folds keep stories apart."""

import pytest

from selon.attribute.figures.judges import PERIODS
from selon.languages.pack import load_pack
from selon.model import Article, Span
from selon.quality.annotated import Annotated
from selon.quality.lessons import load_articles, load_lessons, read_paragraph
from selon.quality.stories import story_folds

PACK = load_pack("fr")
KINDS = {"direct", "mixed", "indirect"}
STANCES = {"asserted", "denied", "questioned", "conditional", "asked", "planned", "feared"}


def test_every_practice_paragraph_reads_and_holds_no_stray_mark():
    lessons = list(load_lessons(PACK))
    assert sum(len(lesson.statements) for lesson in lessons) > 400
    assert [one.article.id for one in lessons if {"{", "}"} & set(one.article.text)] == []
    empty = [s for one in lessons for s in one.statements if any(a >= b for a, b in s.content)]
    assert empty == []


def test_every_practice_article_quotes_its_own_words_with_known_labels():
    counts, periods = set(PACK.tables["counts"]), set(PERIODS)
    for one in load_articles(PACK):
        text, name = one.article.text, one.article.id
        for said in one.statements:
            assert said.fields["kind"] in KINDS, name
            assert said.fields["stance"] in STANCES, name
            assert said.cue is not None or not said.fields["cue"], name
            assert said.source is not None or not said.fields["source"], name
        for figure in one.figures:
            assert figure["text"] in text, name
            assert figure["number"] in figure["text"], name
            assert figure["counts"] in counts, name
            assert figure["period"] in periods, name


def test_a_source_without_a_number_is_that_of_every_statement_that_has_none():
    marked = (
        "{source:Elle} {cue of=1:salue} {content of=1:un geste} "
        "et {cue of=2:promet} {content of=2:une aide}."
    )
    first, second = read_paragraph(marked, name="x", pack=PACK).statements
    assert (first.source, second.source) == (Span(0, 4), Span(0, 4))
    assert (first.content, second.content) == ((Span(11, 19),), (Span(30, 38),))


def test_a_cue_within_a_content_is_left_out_of_it():
    marked = "{content:Le pont, {cue:selon} {source:elle}, tiendra}."
    (said,) = read_paragraph(marked, name="x", pack=PACK).statements
    assert said.content == (Span(0, 7), Span(21, 28))


def test_an_inverted_pronoun_is_its_cues_source():
    (said,) = read_paragraph(
        "{content:Tout tient}, {cue:a-t-il dit}.", name="x", pack=PACK
    ).statements
    assert said.source == Span(16, 18)


def test_a_cue_without_content_is_refused():
    with pytest.raises(ValueError, match="without content"):
        read_paragraph("{cue of=2:dit} {content of=1:Oui}.", name="x", pack=PACK)


def test_articles_that_name_the_same_things_fall_into_one_fold():
    texts = ("A Brisac, Anne Vial attend.", "Hier, Anne Vial a quitté Brisac.") * 2
    others = ("A Valmont, Karim Sallet attend.", "Hier, Karim Sallet a quitté Valmont.")
    articles = [Annotated(Article(id=str(i), text=t), (), ()) for i, t in enumerate(texts + others)]
    assert sorted(map(sorted, story_folds(articles, PACK, folds=2))) == [[0, 1, 2, 3], [4, 5]]

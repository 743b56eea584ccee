import pytest

pytest.importorskip("scipy", reason="training needs the dev extra")

from selon.attribute.sentences import cut
from selon.languages.pack import load_pack
from selon.model import Article, Span
from selon.quality.annotated import Annotated, AnnotatedStatement
from selon.quality.train_antecedents import Lesson, is_right, lessons_of, sources_of, train

FRENCH = load_pack("fr")
TEXT = "Jeanne Morel a reçu Paul Vial. « Nous partons », a-t-elle dit."


def annotated() -> Annotated:
    content, cue, source = (
        Span(TEXT.index(piece), TEXT.index(piece) + len(piece))
        for piece in ("Nous partons", "a-t-elle dit", "elle")
    )
    names = frozenset({"Jeanne Morel", "Mme Morel"})
    statement = AnnotatedStatement((content,), cue, source, names, {"speaker": "Jeanne Morel"})
    return Annotated(Article(id="example", text=TEXT), (statement,), ())


def test_a_pronoun_is_a_lesson_whose_right_candidates_the_annotation_names() -> None:
    (lesson,) = lessons_of([annotated()], FRENCH)
    assert (lesson.article, lesson.form, len(lesson.votes), lesson.right) == (
        "example", "inverted", 2, frozenset({1}),
    )  # fmt: skip


def test_a_source_that_stands_in_its_cue_keeps_its_own_token() -> None:
    tokens = cut(TEXT, FRENCH)
    ((_, source),) = sources_of(annotated(), tokens)
    assert source.phrase is not None
    assert tokens.words[slice(*source.phrase)] == ["-t-elle"]


def test_training_learns_the_vote_that_tells_right_from_wrong() -> None:
    lessons = [
        Lesson(str(n), "free", (("near", "noise"), ("far", "noise")), frozenset({0}))
        for n in range(4)
    ]
    weights = train(lessons)
    assert weights["near"] > 0 > weights["far"]
    assert "noise" not in weights
    assert [is_right(lesson, weights) for lesson in lessons] == [True] * 4

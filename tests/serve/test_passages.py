from hypothesis import given
from hypothesis import strategies as st

from selon.model import Span
from selon.serve.passages import Mark, cut_passages, cut_segments

spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(
    lambda ends: Span(min(ends), max(ends))
)
marks = st.lists(
    st.builds(Mark, st.sampled_from(["s1", "s2", "s3", "f1", "f2"]), spans), max_size=8
)


def test_paragraphs_are_the_lines_of_a_field_and_cross_headings_are_not_counted():
    text = "  Un.\n\nTitre\n\n \nDeux. \r\nTrois."
    passages = cut_passages(text, [Span(7, 12)])
    assert [(text[slice(*part.span)], part.number) for part in passages.paragraphs] == [
        ("Un.", 1),
        ("Titre", 0),
        ("Deux.", 2),
        ("Trois.", 3),
    ]
    assert [passages.number_at(offset) for offset in (0, 2, 8, 16, len(text))] == [0, 1, 0, 2, 3]


def test_the_longer_mark_lies_outside_and_a_figure_within_what_is_as_long():
    marks = [Mark("f1", Span(2, 6)), Mark("s1", Span(0, 10)), Mark("s2", Span(2, 6))]
    assert [(*part.span, part.entries) for part in cut_segments(Span(0, 12), marks)] == [
        (0, 2, ("s1",)),
        (2, 6, ("s1", "s2", "f1")),
        (6, 10, ("s1",)),
        (10, 12, ()),
    ]


@given(spans, marks)
def test_segments_follow_one_another_and_carry_exactly_the_marks_above_them(span, marks):
    segments = cut_segments(span, marks)
    covered = [offset for part in segments for offset in range(*part.span)]
    assert covered == list(range(*span))
    for part in segments:
        for offset in range(*part.span):
            over = {mark.entry for mark in marks if offset in range(*mark.span)}
            assert set(part.entries) == over

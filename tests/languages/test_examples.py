import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.languages.examples import Mark, parse_example
from selon.model import Span


def test_marks_are_read_with_their_spans_attributes_and_nesting() -> None:
    text, marks = parse_example(
        '{source speaker="Anne Vial":Elle} {cue:craint} {content stance=feared:{number:3} morts}.'
    )
    assert text == "Elle craint 3 morts."
    assert marks == (
        Mark("source", Span(0, 4), (("speaker", "Anne Vial"),)),
        Mark("cue", Span(5, 11)),
        Mark("content", Span(12, 19), (("stance", "feared"),)),
        Mark("number", Span(12, 13)),
    )


def test_an_unclosed_mark_is_a_mistake_of_the_writer() -> None:
    with pytest.raises(ValueError, match="unclosed"):
        parse_example("{cue:dit")


@given(st.text(alphabet='abc é{}:=" '))
def test_prose_without_a_mark_is_left_as_it_is(prose: str) -> None:
    plain = prose.replace("{", "(").replace("}", ")")
    assert parse_example(plain) == (plain, ())

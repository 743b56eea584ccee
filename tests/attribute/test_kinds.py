import pytest

from selon.attribute.sentences import cut
from selon.attribute.statements.kinds import kind_of
from selon.attribute.statements.signs import TokenRange
from selon.languages.examples import parse_example
from selon.languages.pack import load_pack
from selon.model import Kind, Span

FRENCH = load_pack("fr")


def read_kind(marked: str) -> Kind:
    text, marks = parse_example(marked)
    tokens = cut(text, FRENCH)

    def within(span: Span) -> TokenRange:
        inside = [i for i in range(len(tokens.words)) if span.start <= tokens.starts[i] < span.end]
        return inside[0], inside[-1] + 1

    content = [within(mark.span) for mark in marks if mark.label == "content"]
    return kind_of(tokens, next((within(m.span) for m in marks if m.label == "cue"), None), content)


@pytest.mark.parametrize(
    ("kind", "marked"),
    [
        ("direct", "« {content:Nous restons} », {cue:a dit} la maire."),
        (
            "direct",
            "« {content:Nous restons}, {cue:a dit} la maire, {content:et nous gagnerons}. »",
        ),
        ("direct", "La maire {cue:dénonce} {content:« une provocation »}."),
        ("direct", "« {content:Le mot “digue” fait peur} », {cue:note} la maire."),
        ("mixed", "La maire {cue:dit} que {content:la crue est « hors norme »}."),
        ("mixed", "{content:« Hors norme », la crue a surpris}, {cue:selon} la maire."),
        ("indirect", "La maire {cue:dit} que {content:la crue est finie}."),
        ("indirect", "{content:L'opération « Brise Lames » est finie}, {cue:selon} la maire."),
        (
            "indirect",
            "« Le préfet {cue:dit} que {content:la crue est finie} », a rapporté la maire.",
        ),
    ],
)
def test_the_marks_of_the_statement_itself_make_its_kind(kind: Kind, marked: str) -> None:
    assert read_kind(marked) == kind


def test_marks_around_a_name_that_comes_again_make_nothing_mixed() -> None:
    marked = (
        "Les « foulards bleus » défilent. "
        "{content:Deux cents « foulards bleus » bloquent le pont}, {cue:selon} la préfecture."
    )
    assert read_kind(marked) == "indirect"


def test_a_text_of_its_own_without_cue_or_marks_is_direct() -> None:
    assert read_kind("{content:Le pont de Valbrune est fermé, évitez le quai}") == "direct"


def test_a_quotation_over_two_paragraphs_is_direct() -> None:
    marked = "« {content:Nous restons.\n\nEt nous gagnerons} », {cue:a dit} la maire."
    assert read_kind(marked) == "direct"

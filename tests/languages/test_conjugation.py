import pytest

from selon.languages.conjugation import conjugate
from selon.languages.pack import load_pack

TABLE = load_pack("fr").tables["conjugation"]

FORMS = [
    ("affirmer", "finite", "affirme affirment affirmait affirmaient affirma affirmèrent affirmera"),
    ("annoncer", "finite", "annonçait annonça annonçaient annoncent"),
    ("exiger", "participle", "exigeant"),
    ("appeler", "finite", "appelle appellent appelait appellera"),
    ("espérer", "finite", "espère espèrent espérait"),
    ("marteler", "finite", "martèle martelait martela"),
    ("démentir", "finite", "dément démentent démentait démentit"),
    ("soutenir", "finite", "soutient soutiennent soutenait soutint"),
    ("prédire", "finite", "prédit prédisent prédisait"),
    ("craindre", "past", "craint crainte craints craintes"),
    ("reconnaître", "finite", "reconnaît reconnaissent reconnaissait reconnut"),
    ("promettre", "past", "promis promise promises"),
    ("répondre", "finite", "répond répondent répondait répondit"),
    ("écrire", "finite", "écrit écrivent écrivait"),
    ("exclure", "past", "exclu exclue"),
    ("avertir", "finite", "avertit avertissent avertissait"),
]


@pytest.mark.parametrize(("lemma", "kind", "wanted"), FORMS, ids=lambda value: str(value)[:12])
def test_the_forms_that_a_newspaper_prints_are_there(lemma: str, kind: str, wanted: str) -> None:
    forms = {form.form for form in conjugate(lemma, TABLE) if form.kind == kind}
    assert set(wanted.split()) <= forms


def test_an_infinitive_that_no_ending_fits_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="no conjugation"):
        list(conjugate("xyz", TABLE))

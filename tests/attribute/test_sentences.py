from selon.attribute.sentences import cut, fold
from selon.languages.pack import load_pack

PACK = load_pack("fr")


def sentences(text: str) -> list[str]:
    tokens = cut(text, PACK)
    return [
        text[tokens.starts[first] : tokens.ends[last - 1]]
        for paragraph in tokens.paragraphs
        for first, last in paragraph.sentences
    ]


def quotations(text: str) -> list[tuple[int, str]]:
    tokens = cut(text, PACK)
    return [
        (q.depth, text[tokens.starts[q.first] : tokens.ends[q.last - 1]])
        for paragraph in tokens.paragraphs
        for q in paragraph.quotations
    ]


def test_folding_keeps_the_length() -> None:
    text = "l’eau\u00a0\u202fİ\u00adœ"
    assert len(fold(text)) == len(text)


def test_elisions_and_hung_pronouns_are_tokens_of_their_own() -> None:
    assert cut("L’eau, a-t-il dit, qu'on attendait.", PACK).words == [
        "l'", "eau", ",", "a", "-t-il", "dit", ",", "qu'", "on", "attendait", ".",
    ]  # fmt: skip


def test_titles_and_initials_end_no_sentence_and_glued_ones_do() -> None:
    text = "M. Vial et J. Morel sont partis.Les autres attendent ! Fin."
    assert sentences(text) == [
        "M. Vial et J. Morel sont partis.",
        "Les autres attendent !",
        "Fin.",
    ]


def test_marks_of_every_kind_are_paired_by_glyph_and_by_surroundings() -> None:
    assert quotations("l' »appel absolu » du maire") == [(0, "»appel absolu »")]
    assert quotations('Il a dit "non" puis "oui".') == [(0, '"non"'), (0, '"oui"')]
    assert quotations("« Il a crié “partez” », dit-elle") == [
        (0, "« Il a crié “partez” »"),
        (1, "“partez”"),
    ]


def test_single_marks_and_pluses_quote_in_pairs_and_apostrophes_do_not() -> None:
    assert quotations("Il a dit : 'Partons demain', puis il s'est tu.") == [(0, "'Partons demain'")]
    assert quotations("Elle a dit ‘oui’ hier") == [(0, "‘oui’")]
    assert quotations('"Il a crié +partez tous+ avant", dit-elle') == [
        (0, '"Il a crié +partez tous+ avant"'),
        (1, "+partez tous+"),
    ]
    assert quotations("aujourd'hui, l'homme d 'affaires et le plan 'eau") == []
    assert quotations('"L\'homme a pris \'la route", dit-il. "Il part", dit-elle.') == [
        (0, "\"L'homme a pris 'la route\""),
        (0, '"Il part"'),
    ]


def test_a_quotation_goes_on_over_paragraphs_reopened_at_each() -> None:
    assert quotations("« Un premier point.\n\n« Un second », dit-il.") == [
        (0, "« Un premier point."),
        (0, "« Un second »"),
    ]


def test_a_mark_without_a_partner_is_told_and_passed_over() -> None:
    tokens = cut("Il parle d'un « drame.\n\nPersonne ne répond.", PACK)
    assert tokens.unclosed == (14,)
    assert [p.quotations for p in tokens.paragraphs] == [(), ()]

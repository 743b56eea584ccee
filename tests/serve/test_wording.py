import io

import pytest
from babel.messages.mofile import write_mo

from selon.quality.messages import read_french, untranslated
from selon.serve.wording import CATALOGS, wording_for

from .readings import FIGURES, TEXT, figure, said

FRENCH = wording_for("fr")
ENGLISH = wording_for("en")


def test_every_message_of_the_program_is_said_in_french():
    assert untranslated(read_french()) == []


def test_the_compiled_catalog_is_up_to_date():
    compiled = io.BytesIO()
    write_mo(compiled, read_french())
    assert (CATALOGS / "fr/LC_MESSAGES/selon.mo").read_bytes() == compiled.getvalue()


def test_a_translation_has_the_braces_of_its_message():
    def braces(text):
        return sorted(part.partition("}")[0] for part in text.split("{")[1:])

    pairs = [
        (braces(one), braces(other))
        for message in read_french()
        if message.id
        for one, other in zip(
            [message.id] if isinstance(message.id, str) else message.id,
            [message.string] if isinstance(message.string, str) else message.string,
            strict=True,
        )
    ]
    assert [pair for pair in pairs if pair[0] != pair[1]] == []


@pytest.mark.parametrize(
    ("iso", "french", "english"),
    [
        ("2024-01-09", "mardi 9 janvier 2024", "Tuesday 9 January 2024"),
        ("2024-03-01", "vendredi 1er mars 2024", "Friday 1 March 2024"),
        (
            "2024-01-09T18:04:00+01:00",
            "mardi 9 janvier 2024 à 18\u00a0h\u00a004",
            "Tuesday 9 January 2024, 18:04",
        ),
        (None, "", ""),
        ("hier", "hier", "hier"),
    ],
)
def test_a_moment_is_written_as_an_editor_writes_it(iso, french, english):
    assert (FRENCH.moment(iso), ENGLISH.moment(iso)) == (french, english)


@pytest.mark.parametrize(
    ("clock", "french", "english"),
    [("14:00", "14\u00a0h", "14:00"), ("09:05", "9\u00a0h\u00a005", "09:05"), (None, "", "")],
)
def test_an_hour_is_written_as_an_editor_writes_it(clock, french, english):
    assert (FRENCH.hour(clock), ENGLISH.hour(clock)) == (french, english)


@pytest.mark.parametrize(
    ("value", "in_words", "french", "english"),
    [
        (23210, False, "23\u202f210", "23,210"),
        (8.3, False, "8,3", "8.3"),
        (-0.3, False, "−0,3", "−0.3"),
        (1_200_000, True, "1,2\u00a0million", "1.2 million"),
        (2_000_000, True, "2\u00a0millions", "2 million"),
        (1_234_567, True, "1\u202f234\u202f567", "1,234,567"),
        (7_500_000_000, True, "7,5\u00a0milliards", "7.5 billion"),
        (1_200_000, False, "1\u202f200\u202f000", "1,200,000"),
    ],
)
def test_a_number_is_set_as_an_editor_sets_it(value, in_words, french, english):
    found = (FRENCH.number(value, in_words=in_words), ENGLISH.number(value, in_words=in_words))
    assert found == (french, english)


def test_an_amount_has_its_hedge_and_its_unit():
    percent = figure("1.240", "1.240", 8.3, said(""), unit="percent", bound="max")
    wind = figure("1.240", "1.240", 120, said(""), unit="km/h", bound="about")
    assert [FRENCH.amount(one, TEXT) for one in (*FIGURES, percent, wind)] == [
        "≥\u00a01\u202f240",
        "≈\u00a0100",
        "1,2\u00a0million\u00a0d'euros",
        "20–30",
        "≤\u00a08,3\u00a0%",
        "≈\u00a0120\u00a0km/h",
    ]
    assert ENGLISH.amount(percent, TEXT) == "≤\u00a08.3%"

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.clean.encoding import decode_bytes

SENTENCE = "« L’été à Valbrune », dit-elle — 12 € la place, cœur léger…"
META = '<meta charset="{}">'


@pytest.mark.parametrize(
    "declared", ["utf-8", "iso-8859-1", "windows-1252", "us-ascii", "nonsense"]
)
@pytest.mark.parametrize("real", ["utf-8", "windows-1252"])
def test_what_a_page_says_of_its_encoding_is_not_believed_against_its_bytes(declared, real):
    page = META.format(declared) + SENTENCE
    assert decode_bytes(page.encode(real)) == page


@pytest.mark.parametrize("real", ["utf-8", "windows-1252"])
def test_a_page_that_says_nothing_is_read_right(real):
    assert decode_bytes(SENTENCE.encode(real)) == SENTENCE


def test_a_header_that_lies_is_not_believed():
    header = {"Content-Type": "text/html; charset=UTF-8"}
    assert decode_bytes(SENTENCE.encode("windows-1252"), header) == SENTENCE


@pytest.mark.parametrize("real", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_wide_text_is_read_with_its_mark_and_without(real):
    assert decode_bytes(SENTENCE.encode(real)) == SENTENCE


def test_an_encoding_that_is_declared_and_true_is_used():
    page = META.format("iso-8859-2") + "Łódź, źródło"
    assert decode_bytes(page.encode("iso-8859-2")) == page


def test_utf8_that_claims_utf16_in_its_own_head_is_utf8():
    page = META.format("utf-16") + SENTENCE
    assert decode_bytes(page.encode("utf-8")) == page


def test_a_few_bytes_of_windows_in_utf8_are_read_as_windows():
    mixed = (SENTENCE * 3).encode("utf-8") + " été".encode("windows-1252")
    assert decode_bytes(mixed) == SENTENCE * 3 + " été"


def test_cyrillic_that_says_nothing_is_guessed():
    text = "Вода поднялась ночью, и жители покинули свои дома. " * 20
    assert decode_bytes(text.encode("windows-1251")) == text


@given(st.binary(max_size=400))
def test_any_bytes_become_a_string(body):
    assert isinstance(decode_bytes(body), str)

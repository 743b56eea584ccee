"""What holds of every text: spans inside, the same again, nothing changed by what follows."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from selon.attribute.figures.dates import find_dates
from selon.attribute.figures.numbers import find_numbers
from selon.attribute.figures.reading import find_figures
from selon.attribute.figures.silences import find_silences
from selon.attribute.sentences import cut
from selon.languages.pack import load_pack
from selon.model import Article, Attribution, Figure, Span, Statement

PACK = load_pack("fr")
PIECES = st.sampled_from(
    "1 23 000 210 1,2 3.5 1.140 12.03.2019 18h30 h 2018 un une deux vingt et cent mille million milliards "
    "centaine dizaines plusieurs des la moitié tiers sur fois plus moins de d' à entre ou divisé par aucun "
    "% € km/h points ans heures morts blessés personnes dont lundi samedi dernier 8 janvier depuis le début "
    "guerre veille il y a jours selon - – + / ( ) « » \" ' . , : ; ! ? … \n A Z É n'a pas communiqué chiffre "
    "quatre-vingt-dix-sept vingt-et-un deux-cents mardi nuit 1er er e demi-douzaine Mds".split(" ")
)
SOUP = st.lists(PIECES, max_size=60).map(" ".join) | st.text(max_size=120)
DAYS = st.sampled_from([None, "2024-01-09", "2024-02-29T18:04:00+01:00", "jamais"])


def read(text: str, day: str | None, statements: tuple[Statement, ...] = ()) -> tuple[Figure, ...]:
    article = Article(id="soup", text=text, published=day)
    return find_figures(cut(text, PACK), "text", article=article, statements=statements, pack=PACK)


@given(SOUP, DAYS)
@settings(max_examples=300, deadline=None)
def test_every_span_lies_inside_the_text_and_in_its_figure(text: str, day: str | None) -> None:
    tokens = cut(text, PACK)
    for number in find_numbers(tokens, PACK):
        assert 0 <= number.span.start < number.span.end <= len(text)
    for mention in find_dates(tokens, day, PACK):
        assert 0 <= mention.span.start < mention.span.end <= len(text)
    for figure in read(text, day):
        assert 0 <= figure.text.start <= figure.number.start < figure.number.end <= figure.text.end
        assert figure.text.end <= len(text)
        assert figure.high is None or figure.high > figure.value
    article = Article(id="soup", text=text, published=day)
    for silence in find_silences(tokens, "text", article=article, statements=(), pack=PACK):
        assert 0 <= silence.text.start < silence.text.end <= len(text)


@given(SOUP, DAYS)
@settings(max_examples=100, deadline=None)
def test_numbers_and_figures_stand_in_reading_order_and_apart(text: str, day: str | None) -> None:
    figures = read(text, day)
    assert all(one.number.end <= two.number.start for one, two in pairwise(figures))


@given(SOUP, DAYS)
@settings(max_examples=100, deadline=None)
def test_reading_twice_gives_the_same(text: str, day: str | None) -> None:
    assert read(text, day) == read(text, day)


def test_a_paragraph_that_follows_changes_nothing_before() -> None:
    text = (
        "La crue a fait 12 morts lundi à Brisac, dont trois enfants.\n"
        "Une trentaine de maisons ont été détruites, selon la mairie."
    )
    before = read(text, "2024-01-09")
    assert read(text + "\nLe musée expose une belle collection.", "2024-01-09") == before
    assert len(before) == 3


def test_a_figure_belongs_to_the_innermost_statement_that_holds_it() -> None:
    text = "La mairie dit que 50.000 personnes ont défilé, et la CGT en voit 200.000."
    outer = statement(text, text, "mairie")
    inner = statement(text, "la CGT en voit 200.000", "CGT")
    assert [f.by.speaker for f in read(text, None, (outer, inner))] == ["mairie", "CGT"]


def test_a_part_names_its_whole() -> None:
    text = "Quelque 250 personnes ont été enlevées, dont une centaine ont été libérées."
    whole, part = read(text, "2024-01-09")
    assert (whole.part_of, part.part_of) == (None, whole.number)


def statement(text: str, content: str, speaker: str) -> Statement:
    start = text.index(content)
    by = Attribution(speaker)
    return Statement(
        "text", "indirect", "asserted", (Span(start, start + len(content)),), by, "test"
    )

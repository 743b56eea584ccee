from hypothesis import given, settings
from hypothesis import strategies as st

from selon.attribute.sentences import cut
from selon.attribute.speakers.naming import Source, name_speakers
from selon.attribute.speakers.people import find_people
from selon.languages.pack import load_pack
from selon.model import Article

FRENCH = load_pack("fr")
WORDS = [
    "Jeanne",
    "Morel",
    "M.",
    "MM.",
    "Mme",
    "Me",
    "le",
    "La",
    "l'",
    "d'",
    "de",
    "du",
    "des",
    "van",
    "al-Mansour",
    "J.",
    "A",
    "AFP",
    "maire",
    "ministre",
    "Premier",
    "préfecture",
    "communiqué",
    "sondage",
    "source",
    "l'intéressé",
    "ce dernier",
    "il",
    "Elle",
    "a-t-il",
    "eux",
    "et",
    ",",
    ".",
    "(",
    ")",
    "(CGT)",
    "«",
    "»",
    '"',
    "\n",
    "\n\n",
    "54 ans,",
    "12",
    "%",
    "a dit",
    "l'un des",
    "İ",
    "@compte",
    "-",
    "…",
    "journaliste de l'AFP",
    "par",
    "cette source",
    "Etat",
    "LR",
]
SOUP = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)


def read(text: str, sources: list[Source]) -> tuple[str, ...]:
    people = find_people(cut(text, FRENCH), article=Article(id="", text=text), pack=FRENCH)
    return name_speakers(sources, people, FRENCH)


def every_source(length: int) -> list[Source]:
    """Take each stretch of one to four tokens for a source, and each token for a missing one."""
    found = [Source(None, cue) for cue in range(length)]
    for size in (1, 2, 4):
        found += [Source((i, i + size), i + size) for i in range(length - size)]
    return sorted(found, key=lambda source: source.cue)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(SOUP)
def test_any_soup_of_words_gives_each_source_a_name_that_its_words_can_make(text: str) -> None:
    tokens = cut(text, FRENCH)
    sources = every_source(len(tokens.words))
    said = read(text, sources)
    assert [name.strip() == name and "\n" not in name for name in said] == [True] * len(sources)
    assert said == read(text, sources)


@settings(derandomize=True, max_examples=100, deadline=None)
@given(SOUP)
def test_an_unrelated_paragraph_at_the_end_changes_no_speaker_before_it(text: str) -> None:
    sources = every_source(len(cut(text, FRENCH).words))
    longer = text + "\n\nDans la nuit, la pluie avait cessé et la rivière baissait lentement."
    assert read(longer, sources) == read(text, sources)


def test_a_name_printed_in_full_in_the_title_alone_counts() -> None:
    text = "Mme Morel a promis une digue."
    article = Article(id="", text=text, title="Jeanne Morel promet une digue")
    people = find_people(cut(text, FRENCH), article=article, pack=FRENCH)
    assert name_speakers([Source((0, 3), 3)], people, FRENCH) == ("Jeanne Morel",)


def test_nobody_named_in_the_quotation_itself_is_taken_for_its_speaker() -> None:
    text = "Jeanne Morel est venue. « Paul Vial ment », a-t-elle dit, « et Luc Tessier aussi »."
    words = cut(text, FRENCH).words
    content = (words.index("paul"), words.index("ment") + 1)
    more = (words.index("luc"), words.index("aussi") + 1)
    source = Source(None, words.index("a"), (content, more))
    assert read(text, [source]) == ("Jeanne Morel",)


def test_a_source_in_an_article_that_names_nobody_has_no_speaker() -> None:
    assert read("« Partez », a-t-il crié.", [Source((5, 6), 4)]) == ("",)
    assert read("", []) == ()

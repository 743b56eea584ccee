import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.attribute.chains.documents import split_source
from selon.attribute.chains.linking import Said, chains_of
from selon.attribute.sentences import Tokens, cut
from selon.attribute.statements.signs import TokenRange
from selon.languages.pack import load_pack
from selon.model import Article, Attribution, Link, links_between

FRENCH = load_pack("fr")


def within(tokens: Tokens, words: str) -> TokenRange:
    start = tokens.text.index(words)
    end = start + len(words)
    found = [
        i for i in range(len(tokens.words)) if start < tokens.ends[i] and tokens.starts[i] < end
    ]
    return found[0], found[-1] + 1


def said(tokens: Tokens, speaker: str, cue: str, source: str, content: str) -> Said:
    return Said(
        within(tokens, cue) if cue else None,
        within(tokens, source) if source else None,
        (within(tokens, content),),
        speaker,
    )


def via(text: str, *statements: tuple[str, str, str, str]) -> list[tuple[str, ...]]:
    tokens = cut(text, FRENCH)
    everyone = [said(tokens, *one) for one in statements]
    chains = chains_of(tokens, everyone, Article(id="", text=text), pack=FRENCH)
    return [
        links_between(Attribution(one.speaker, chain=chain))
        for one, chain in zip(everyone, chains, strict=True)
    ]


def test_who_holds_the_words_is_a_link_with_his_own_channel() -> None:
    text = "Selon l'OTV, la digue tient, a assuré le ministre Jean Vasse sur Radio Valbrune."
    assert via(
        text,
        ("Jean Vasse", "a assuré", "le ministre Jean Vasse", "Selon l'OTV, la digue tient"),
        ("OTV", "Selon", "l'OTV", "la digue tient"),
    ) == [("Radio Valbrune",), ("Jean Vasse", "Radio Valbrune")]


def test_what_one_says_of_oneself_is_not_nested() -> None:
    text = "« J'ai demandé des renforts », a dit Anne Vial."
    assert via(
        text,
        ("Anne Vial", "a dit", "Anne Vial", "J'ai demandé des renforts"),
        ("Anne Vial", "ai demandé", "J'", "des renforts"),
    ) == [(), ()]


def test_a_participle_shares_the_channel_of_the_verb_before_it() -> None:
    text = "« L'eau monte », a dit sur Radio Valbrune Anne Vial, soulignant que la digue tient."
    assert via(
        text,
        ("Anne Vial", "a dit", "Anne Vial", "L'eau monte"),
        ("Anne Vial", "soulignant", "Anne Vial", "la digue tient"),
    ) == [("Radio Valbrune",), ("Radio Valbrune",)]


def test_a_channel_belongs_to_the_nearest_speaker() -> None:
    text = "Anne Vial a dit que l'eau monte, mais Jean Vasse a écrit sur Telegram que tout va bien."
    assert via(
        text,
        ("Anne Vial", "a dit", "Anne Vial", "l'eau monte"),
        ("Jean Vasse", "a écrit", "Jean Vasse", "tout va bien"),
    ) == [(), ("Telegram",)]


def test_who_answers_a_poll_speaks_through_it() -> None:
    text = "Un sondage Morvane dit que l'eau inquiète. 60 % des sondés veulent des digues."
    assert via(
        text,
        ("Morvane", "dit", "Un sondage Morvane", "l'eau inquiète"),
        ("sondés", "veulent", "60 % des sondés", "des digues"),
    ) == [("sondage",), ("Morvane", "sondage")]


def test_what_a_witness_heard_comes_through_the_witness() -> None:
    text = "Des riverains ont entendu l'homme crier « Au feu »."
    assert via(text, ("homme", "crier", "l'homme", "Au feu")) == [("riverains",)]


def test_the_chain_runs_from_the_data_to_the_outlet() -> None:
    text = "Douze morts, selon un décompte de l'ATS à partir du bilan communal."
    tokens = cut(text, FRENCH)
    one = said(tokens, "ATS", "selon", "un décompte de l'ATS", "Douze morts")
    article = Article(id="", text=text, outlet="Le Phare", agency=("ATS", "Tavra"))
    (chain,) = chains_of(tokens, [one], article, pack=FRENCH)
    assert [(link.name, link.role) for link in chain] == [
        ("bilan communal", "data"),
        ("ATS", "speaker"),
        ("Tavra", "agency"),
        ("Le Phare", "outlet"),
    ]
    assert chain[0] == Link("bilan communal", "data", chain[0].span)
    assert text[slice(*chain[0].span or ())] == "bilan communal"


@pytest.mark.parametrize(
    ("source", "speaker", "links"),
    [
        ("un communiqué du ministère", "ministère", ["communiqué"]),
        ("un sondage Morvane pour Le Phare", "Morvane", ["sondage", "Le Phare"]),
        ("une étude de 2016 de l'institut Morvane", "l'institut Morvane", ["étude"]),
        ("un rapport publié hier par la préfecture", "la préfecture", ["rapport"]),
        ("les chiffres de la préfecture", "la préfecture", []),
        ("un décompte de l'ATS", "l'ATS", []),
        ("le communiqué", None, ["communiqué"]),
        ("une source policière", "une source policière", []),
        ("une pancarte à Valbrune", None, ["pancarte"]),
        ("une voisine, interrogée par l'AFP", "une voisine", ["AFP"]),
        ("le ministre de l'Intérieur, Jean Vasse", "le ministre de l'Intérieur, Jean Vasse", []),
    ],
)
def test_a_source_is_split_into_its_speaker_and_its_links(
    source: str, speaker: str | None, links: list[str]
) -> None:
    tokens = cut(source, FRENCH)
    parts = split_source(tokens, (0, len(tokens.words)), pack=FRENCH)
    words = (
        parts.speaker
        and source[tokens.starts[parts.speaker[0]] : tokens.ends[parts.speaker[1] - 1]]
    )
    assert (words, [link.name for link in parts.links]) == (speaker, links)


WORDS = st.sampled_from(
    ("la maire", "a dit", "selon", "dans un communiqué", "à l'AFP", "sur Radio Valbrune", ",", ".")
)


@given(st.lists(WORDS, min_size=3, max_size=40), st.data())
def test_links_lie_in_the_text_and_never_name_one_thing_twice(
    words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    tokens = cut(text, FRENCH)
    places = st.integers(0, len(tokens.words) - 1)
    everyone = []
    for speaker in ("Anne", "Jean"):
        cue, source, first, last = (data.draw(places) for _ in range(4))
        content = (min(first, last), max(first, last) + 1)
        everyone.append(Said((cue, cue + 1), (source, source + 1), (content,), speaker))
    for chain in chains_of(tokens, everyone, Article(id="", text=text), pack=FRENCH):
        names = [link.name.lower() for link in chain]
        assert len(names) == len(set(names))
        assert all(text[slice(*link.span)] == link.name for link in chain if link.span)

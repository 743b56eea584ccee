import json

from selon.model import Article, Problem, Reading
from selon.serve.records import reading_record, record_line
from selon.serve.wording import wording_for

from .readings import READING, TEXT

ENGLISH = wording_for("en")
CHAIN = [
    {"name": "Bastien Korvel", "role": "speaker"},
    {"name": "AFP", "role": "agency"},
    {"name": "Le Courrier de Vernaise", "role": "outlet"},
]


def test_a_reading_has_the_keys_of_the_contract_in_their_order():
    assert list(reading_record(READING, ENGLISH)) == [
        "id", "url", "title", "standfirst", "outlet", "published", "modified", "authors", "agency",
        "language", "text", "sections", "photos", "statements", "figures", "silences", "problems",
        "pack",
    ]  # fmt: skip


def test_a_statement_is_written_as_the_contract_has_it():
    assert list(reading_record(READING, ENGLISH)["statements"][3].items()) == [
        ("field", "text"),
        ("content", [[277, 296], [334, 356]]),
        ("words", ["Nous avions prévenu", "et personne n'est venu"]),
        ("cue", [300, 305]),
        ("source", [306, 330]),
        ("speaker", "Bastien Korvel"),
        ("kind", "direct"),
        ("stance", "asserted"),
        ("via", []),
        ("chain", CHAIN),
        ("rule", "fr/quote then cue"),
    ]


def test_a_figure_is_written_as_the_contract_has_it():
    record = reading_record(READING, ENGLISH)["figures"][0]
    assert list(record.items()) == [
        ("field", "text"),
        ("number", [131, 136]),
        ("text", [122, 146]),
        ("words", "Au moins 1.240 personnes"),
        ("value", 1240),
        ("high", None),
        ("bound", "min"),
        ("unit", "count"),
        ("counts", "displaced"),
        ("of", "personnes"),
        ("part_of", None),
        ("stance", "asserted"),
        ("period", "cumulative"),
        ("at", None),
        ("provisional", True),
        ("speaker", "préfecture"),
        ("via", ["communiqué"]),
        ("chain", [
            {"name": "préfecture", "role": "speaker"},
            {"name": "communiqué", "role": "carrier"},
            *CHAIN[1:],
        ]),
        ("as_of", "2031-03-10"),
        ("since", "2031-03-03"),
        ("place", "Vernaise"),
        ("rule", "fr/figure"),
    ]  # fmt: skip


def test_spans_of_a_record_count_into_its_text():
    record = reading_record(READING, ENGLISH)
    spans = [span for said in record["statements"][:5] for span in said["content"]]
    words = [word for said in record["statements"][:5] for word in said["words"]]
    assert [TEXT[start:end] for start, end in spans] == words


def test_a_part_names_the_number_of_its_whole():
    start, end = reading_record(READING, ENGLISH)["figures"][1]["part_of"]
    assert TEXT[start:end] == "1.240"


def test_a_silence_is_written_with_its_words_and_who_keeps_it():
    (silence,) = reading_record(READING, ENGLISH)["silences"]
    assert silence == {
        "field": "text",
        "text": [455, 517],
        "source": [455, 476],
        "speaker": "compagnie des eaux",
        "counts": "buildings",
        "as_of": None,
        "rule": "fr/no figure",
    }


def test_whole_values_are_written_without_a_point():
    values = [
        (figure["value"], figure["high"]) for figure in reading_record(READING, ENGLISH)["figures"]
    ]
    assert json.dumps(values) == "[[1240, null], [100, null], [1200000, null], [20, 30]]"


def test_problems_are_sentences_and_said_once():
    problem = Problem("the date “{0}” in {1} is odd", ("hier", "standfirst"))
    reading = Reading(Article(id="a", text="b", problems=(problem,)), problems=(problem,))
    assert reading_record(reading, ENGLISH)["problems"] == ["The date “hier” in standfirst is odd."]


def test_a_record_is_one_line_whatever_its_text_holds():
    text = "a\nb\u2028c\u0085d\u202ee\x9bf\ud800\x1b[31m"
    line = record_line({"text": text})
    assert len(line.splitlines()) == 1
    assert line.isascii()
    assert json.loads(line) == {"text": text}

"""Bad input gets one clear sentence on standard error, the rest goes on, and nothing is raised."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import selon
from selon.model import Article

GOOD = "« La digue a tenu toute la nuit », a déclaré la préfète. Selon la police, 1.240 personnes."
PAGE = """<!doctype html><html lang="fr"><head><meta charset="{charset}"><title>La digue</title>
</head><body><article><h1>La digue a tenu</h1><p>« La digue a tenu toute la nuit malgré la crue »,
a déclaré la préfète après une visite des quais et des écoles fermées.</p><p>Selon la police,
1.240 personnes ont été évacuées dans la soirée vers trois gymnases de la vallée.</p></article>
</body></html>"""


def run(*arguments: str, stdin: bytes = b"") -> tuple[int, list[dict], list[str]]:
    command = [sys.executable, "-m", "selon.cli", "read", "--to", "jsonl", "--locale", "en"]
    done = subprocess.run([*command, *arguments], input=stdin, capture_output=True, check=False)
    records = [json.loads(line) for line in done.stdout.decode().splitlines()]
    return done.returncode, records, done.stderr.decode().splitlines()


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.json"
    record = {"id": "good", "text": GOOD, "published": "2027-03-09", "lang": "fr", "title": ""}
    path.write_text(json.dumps(record), "utf-8")
    return path


BAD = {
    "missing.html": None,
    "empty.html": b"",
    "binary.html": b"\x00\x01\x02\xff" * 300,
    "archive.html": b"PK\x03\x04" + b"\x00" * 200,
    "broken.json": b'{"id": "x", "text": "a"',
    "number.json": b'{"id": "x", "text": 3}',
    "menu.html": b"<html><body><nav>Accueil</nav><footer>Contact</footer></body></html>",
    "english.json": b'{"id": "english", "text": "The dam held all night.", "lang": "en"}',
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gets_one_sentence_and_the_next_is_read(
    name: str, tmp_path: Path, good: Path
) -> None:
    path = tmp_path / name
    if BAD[name] is not None:
        path.write_bytes(BAD[name])
    status, records, complaints = run(str(path), str(good))
    assert (status, [record["id"] for record in records]) == (1, ["good"])
    assert len(complaints) == 1
    assert path.stem in complaints[0]


def test_malformed_json_is_told_with_its_line(tmp_path: Path, good: Path) -> None:
    path = tmp_path / "many.jsonl"
    line = good.read_text("utf-8")
    path.write_text(f"{line}\n{{broken\n{line}\n", "utf-8")
    status, records, complaints = run(str(path))
    assert (status, len(records), len(complaints)) == (1, 2, 1)
    assert "many.jsonl:2" in complaints[0]


def test_all_read_is_0_and_wrong_usage_is_2(good: Path) -> None:
    assert run(str(good))[0] == 0
    command = [sys.executable, "-m", "selon.cli", "read", "--to", "pdf", str(good)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 2


@pytest.mark.parametrize(
    ("said", "true"), [("utf-8", "cp1252"), ("iso-8859-1", "utf-8"), ("utf-8", "utf-8")]
)
def test_a_page_that_lies_about_its_encoding_is_read_right(
    said: str, true: str, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.format(charset=said).encode(true))
    reading = selon.read(path)
    assert "« La digue a tenu toute la nuit malgré la crue »" in reading.article.text
    assert [said.by.speaker for said in reading.statements if said.field == "text"] == [
        "préfète",
        "police",
    ]


def test_an_unclosed_mark_spoils_its_own_paragraph_alone() -> None:
    text = f"Le maire a parlé d'un « drame sans nom.\n\n{GOOD}"
    reading = selon.read(Article("x", text, language="fr"))
    alone = selon.read(Article("x", GOOD, language="fr"))
    start = text.index(GOOD)
    after = [said for said in reading.statements if said.content[0].start >= start]
    assert [s.by.speaker for s in after] == [s.by.speaker for s in alone.statements]
    assert [problem.details[0] for problem in reading.problems] == ["text"]


def test_a_file_of_fifty_megabytes_is_refused_in_a_sentence(tmp_path: Path, good: Path) -> None:
    path = tmp_path / "huge.html"
    with path.open("wb") as file:
        for _ in range(50):
            file.write(b"<p>La digue a tenu toute la nuit.</p>" * 27_000)
    status, records, complaints = run(str(path), str(good))
    assert (status, len(records), len(complaints)) == (1, 1, 1)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        GOOD + " ",
        "La préfète a dit que « la digue tenait », selon trois témoins, et que ",
        "« Nous partons » ",
        "« ",
        "1 000 ",
        "Jeanne Morel ",
        "selon la police ",
        "le maire, ",
        "M. Vial, ",
    ],
    ids=lambda unit: unit[:20],
)
def test_a_paragraph_of_a_million_characters_is_read(unit: str) -> None:
    text = (unit * (1_000_000 // len(unit) + 1))[:1_000_000]
    reading = selon.read(Article("x", text, language="fr"))
    assert all(0 <= a < b <= len(text) for s in reading.statements for a, b in s.content)

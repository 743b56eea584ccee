import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import lxml.html
import pytest

from selon.cli import main

TEXT = (
    "La digue de Vernaise a cédé lundi, a annoncé la préfète Odile Marchandeau.\n\n"
    "Au moins 1.240 personnes ont été évacuées, selon la préfecture."
)
ARTICLE = {
    "id": "digue",
    "text": TEXT,
    "published": "2031-03-10",
    "lang": "fr",
    "title": "La digue",
}
BOTH = {"text": TEXT, "lang": "fr"}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder to work in, with two articles, and a user who speaks French."""
    for name in ("LC_ALL", "LC_MESSAGES", "SELON_LOCALE", "SELON_LANGUAGE", "COLUMNS", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    monkeypatch.setenv("LANGUAGE", "fr")
    monkeypatch.chdir(tmp_path)
    Path("digue.json").write_text(json.dumps(ARTICLE), "utf-8")
    Path("crue.json").write_text(json.dumps(ARTICLE | {"id": "crue"}), "utf-8")
    return tmp_path


def records(text: str) -> list[str]:
    return [json.loads(line)["id"] for line in text.splitlines()]


def run(*arguments: str, stdin: bytes = b"", **facts: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "selon.cli", *arguments]
    return subprocess.run(
        command, input=stdin, capture_output=True, env=os.environ | facts, check=False
    )


def test_into_a_pipe_goes_one_object_a_line(folder, capsys):
    assert main(["read", "digue.json", "crue.json"]) == 0
    out, err = capsys.readouterr()
    assert (records(out), err) == (["digue", "crue"], "")


def test_one_article_is_one_object_and_several_are_an_array(folder, capsys):
    assert main(["read", "digue.json", "--to", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "digue"
    assert main(["read", ".", "--to", "json"]) == 0
    assert [one["id"] for one in json.loads(capsys.readouterr().out)] == ["crue", "digue"]
    assert main(["read", "keiner.json", "niemand.json", "--to", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == []


def test_several_articles_make_one_page(folder, capsys):
    assert main(["read", "digue.json", "crue.json", "--to", "html"]) == 0
    page = lxml.html.document_fromstring(capsys.readouterr().out)
    assert [title.text_content() for title in page.iter("h1")] == ["La digue", "La digue"]


def test_text_and_markdown_say_it_in_the_users_language(folder, capsys):
    assert main(["read", "digue.json", "--to", "text"]) == 0
    assert "QUI DIT QUOI\n" in capsys.readouterr().out
    assert main(["read", "digue.json", "--to", "md", "--locale", "en"]) == 0
    assert "## Who said what\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "opening"),
    [("p.html", "<!doctype html>"), ("p.md", "# La digue"), ("p.json", "{\n"), ("p.data", '{"id"')],
)
def test_a_file_is_written_as_its_name_ends(folder, capsys, name, opening):
    assert main(["read", "digue.json", "-o", name]) == 0
    assert Path(name).read_text("utf-8").startswith(opening)
    assert capsys.readouterr() == ("", "")
    assert sorted(os.listdir()) == sorted(["crue.json", "digue.json", name])


def test_a_file_that_cannot_be_written_is_wrong_usage(folder, capsys):
    assert main(["read", "digue.json", "-o", "nulle/part.html"]) == 2
    assert capsys.readouterr().err == (
        "impossible d’écrire nulle/part.html\u00a0: No such file or directory\n"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_is_said_in_one_sentence(folder):
    command = f"{sys.executable} -m selon.cli read digue.json > /dev/full"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (
        2,
        "impossible d’écrire sur la sortie standard\u00a0: No space left on device\n",
    )


def test_what_cannot_be_read_is_said_and_the_rest_goes_on(folder, capsys):
    Path("vide.txt").write_text("", "utf-8")
    Path("faux.json").write_text('{"text": ', "utf-8")
    Path("creux.html").write_text("<html><body><p>Menu</p></body></html>", "utf-8")
    Path("etranger.json").write_text(json.dumps(ARTICLE | {"lang": "xx"}), "utf-8")
    sources = ["absent.html", "vide.txt", "faux.json", "creux.html", "etranger.json", "crue.json"]
    assert main(["read", *sources]) == 1
    out, err = capsys.readouterr()
    assert records(out) == ["crue"]
    assert err.replace("\u00a0", " ").replace("\u202f", " ").splitlines() == [
        "absent.html : ce fichier n’existe pas",
        "vide.txt : ce fichier est vide",
        "faux.json : ce JSON n’est pas valable : ligne 1, colonne 10",
        "creux : aucun article n’a été trouvé dans cette page",
        "digue : la langue « xx » n’est pas encore prise en charge",
    ]


def test_a_quotation_mark_left_open_does_not_make_an_article_unread(folder, capsys):
    Path("ouvert.json").write_text(json.dumps(BOTH | {"text": "« " + TEXT}), "utf-8")
    assert main(["read", "ouvert.json"]) == 0
    out, err = capsys.readouterr()
    assert (records(out), err) == (["ouvert"], "")


def test_day_and_language_given_win_over_what_the_article_says(folder, capsys):
    Path("sans.json").write_text(json.dumps({"text": TEXT, "lang": "xx"}), "utf-8")
    assert main(["read", "sans.json", "--published", "2031-03-11", "--lang", "fr"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["published"], record["language"]) == ("2031-03-11", "fr")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["read"], "il manque\u00a0: SOURCE"),
        ([], "il manque\u00a0: COMMANDE"),
        (["read", "a", "--to", "pdf"], "argument --to\u00a0: choix non valable\u00a0: 'pdf'"),
        (["read", "a", "--faux"], "arguments inconnus\u00a0: --faux"),
        (["read", "a", "--published"], "argument --published\u00a0: il faut une valeur"),
        (
            ["read", "a", "--published", "hier"],
            "argument --published\u00a0: «\u202fhier\u202f» n’est pas une date",
        ),
        (["lire", "a"], "choix non valable\u00a0: 'lire'"),
    ],
)
def test_wrong_usage_is_explained_in_the_users_language(folder, capsys, arguments, sentence):
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    out, err = capsys.readouterr()
    assert (out, err.startswith("usage\u00a0: selon"), sentence in err) == ("", True, True)


@pytest.mark.parametrize(
    ("arguments", "environment", "greeting"),
    [
        ([], {}, "usage\u00a0: "),
        (["--locale", "en"], {}, "usage: "),
        (["--locale=en"], {}, "usage: "),
        ([], {"SELON_LOCALE": "en"}, "usage: "),
        ([], {"LC_ALL": "de_DE.UTF-8"}, "usage: "),
        ([], {"LC_ALL": "", "LC_MESSAGES": "fr_CA", "LANG": "C"}, "usage\u00a0: "),
        (["--locale", "fr"], {"LC_ALL": "C"}, "usage\u00a0: "),
    ],
)
def test_help_is_in_the_language_asked_for(
    folder, monkeypatch, capsys, arguments, environment, greeting
):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as left:
        main(["read", *arguments, "--help"])
    assert (left.value.code, capsys.readouterr().out[: len(greeting)]) == (0, greeting)


def test_the_settings_file_has_a_say_and_the_environment_more(folder, monkeypatch, capsys):
    Path("selon.toml").write_text('locale = "en"\n', "utf-8")
    main(["read", "digue.json", "--to", "text"])
    assert "WHO SAID WHAT" in capsys.readouterr().out
    monkeypatch.setenv("SELON_LOCALE", "fr")
    main(["read", "digue.json", "--to", "text"])
    assert "QUI DIT QUOI" in capsys.readouterr().out


def test_a_setting_that_does_not_exist_is_wrong_usage(folder, capsys):
    Path("selon.toml").write_text('langue = "fr"\n', "utf-8")
    assert main(["read", "digue.json"]) == 2
    assert capsys.readouterr() == (
        "",
        "selon.toml\u00a0: le réglage «\u202flangue\u202f» n’existe pas\n",
    )


def test_standard_input_is_read_and_the_version_is_told(folder):
    page = f"<html lang='fr'><body><article><h1>La digue</h1><p>{TEXT}</p></article></body></html>"
    done = run("read", "-", "--to", "jsonl", stdin=page.encode())
    assert (done.returncode, done.stderr, json.loads(done.stdout)["language"]) == (0, b"", "fr")
    assert run("--version").stdout == b"selon 0.1.0\n"


def test_a_pipe_that_closes_early_is_no_error_to_speak_of(folder):
    lines = "".join(json.dumps(BOTH) + "\n" for _ in range(300))
    Path("many.jsonl").write_text(lines, "utf-8")
    command = f"{sys.executable} -m selon.cli read many.jsonl | head -n 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert (len(done.stdout.splitlines()), done.stderr) == (1, b"")


def on_a_terminal(*arguments: str) -> str:
    """Run the program on a terminal of its own; return all that it wrote there."""
    ours, its = os.openpty()
    command = [sys.executable, "-m", "selon.cli", *arguments]
    with subprocess.Popen(command, stdin=its, stdout=its, stderr=its):
        os.close(its)
        written = []
        # Linux ends a terminal that nobody writes to any more with an error, others with nothing.
        with suppress(OSError):
            while part := os.read(ours, 4096):
                written.append(part)
    os.close(ours)
    return b"".join(written).decode()


def test_a_terminal_gets_text_with_colour_unless_it_wants_none(folder, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "60")
    coloured = on_a_terminal("read", "digue.json")
    monkeypatch.setenv("NO_COLOR", "1")
    plain = on_a_terminal("read", "digue.json")
    assert ("\x1b[36mQUI DIT QUOI" in coloured, "\x1b[36m" in plain, "QUI DIT QUOI" in plain) == (
        True,
        False,
        True,
    )


def test_many_sources_show_how_far_they_are(folder, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    seen = on_a_terminal("read", ".", "absent.json", "-o", "all.jsonl")
    assert "absent.json\u00a0: ce fichier n’existe pas" in seen
    assert "2 lus, 1 non lu" in seen
    assert records(Path("all.jsonl").read_text("utf-8")) == ["crue", "digue"]

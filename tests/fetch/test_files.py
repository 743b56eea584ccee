import io
import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from selon.fetch.files import LARGEST_FILE, count_sources, read_sources
from selon.model import Article, Page, Problem, Unread

TEXT = "La Sorne a emporté le pont de Valbrune, a annoncé la préfecture dans la nuit de dimanche."
OBJECT = {
    "id": "a1",
    "text": TEXT,
    "published": "2031-03-09",
    "lang": "fr",
    "title": "Le pont",
    "site": "x",
}
ARTICLE = Article(id="a1", text=TEXT, title="Le pont", published="2031-03-09", language="fr")


def read(*sources, **more):
    return list(read_sources([str(source) for source in sources], **more))


def write(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def why(one):
    assert isinstance(one, Unread)
    return one.problem


def test_each_kind_of_file_is_told_by_its_name(tmp_path):
    page = write(tmp_path / "a.html", "<p>a</p>")
    old = write(tmp_path / "b.HTM", "<p>b</p>")
    text = write(tmp_path / "c.txt", "c")
    one = write(tmp_path / "d.json", json.dumps(OBJECT))
    assert read(page, old, text, one) == [
        Page(name="a", url="", body=b"<p>a</p>", media_type="text/html"),
        Page(name="b", url="", body=b"<p>b</p>", media_type="text/html"),
        Page(name="c", url="", body=b"c", media_type="text/plain"),
        ARTICLE,
    ]


def test_the_text_of_an_article_is_taken_as_it_is(tmp_path):
    text = "  Deux\u00a0mots\r\n\n\n\ttrois.  "
    path = write(tmp_path / "x.json", json.dumps({"text": text}))
    assert read(path) == [Article(id="x", text=text, language="fr")]


def test_what_the_user_knows_better_overrides_what_a_json_says(tmp_path):
    path = write(tmp_path / "x.json", json.dumps(OBJECT))
    [article] = read(path, published="2031-03-10", language="nl")
    assert (article.published, article.language) == ("2031-03-10", "nl")


def test_a_language_is_guessed_where_none_is_given(tmp_path):
    english = (
        "The river took the bridge on Sunday, and the mayor said that nobody had been hurt by it."
    )
    path = write(tmp_path / "x.jsonl", "\n".join(json.dumps({"text": t}) for t in (TEXT, english)))
    assert [article.language for article in read(path)] == ["fr", "und"]


def test_a_bad_line_is_told_by_its_number_and_the_rest_is_read(tmp_path):
    lines = [
        json.dumps(OBJECT),
        "",
        '{"text": oops}',
        '{"title": "x"}',
        '{"text": 3}',
        "[1]",
        '{"text": "\xe9"}',
    ]
    body = "\n".join(lines).encode("latin-1") + b"\n" + json.dumps(OBJECT).encode()
    path = write(tmp_path / "x.jsonl", body)
    assert read(path) == [
        ARTICLE,
        Unread(f"{path}:3", Problem("this is not valid JSON: line {0}, column {1}", ("3", "10"))),
        Unread(f"{path}:4", Problem('there is no "text" in this object')),
        Unread(f"{path}:5", Problem('"{0}" must be a string, not {1}', ("text", "a number"))),
        Unread(f"{path}:6", Problem("this is not an object with a text, but {0}", ("a list",))),
        Unread(f"{path}:7", Problem("this is not valid JSON: line {0} is not UTF-8", ("7",))),
        ARTICLE,
    ]


def test_malformed_json_tells_its_line_and_column(tmp_path):
    path = write(tmp_path / "x.json", '{\n "id": "a",\n "text" "b"\n}')
    assert why(*read(path)) == Problem("this is not valid JSON: line {0}, column {1}", ("3", "9"))


@pytest.mark.parametrize("key", ["id", "title", "published", "lang"])
@pytest.mark.parametrize(
    ("value", "kind"), [([], "a list"), ({}, "an object"), (True, "a boolean"), (1.5, "a number")]
)
def test_a_value_of_the_wrong_kind_is_named(tmp_path, key, value, kind):
    path = write(tmp_path / "x.json", json.dumps({"text": "a", key: value}))
    assert why(*read(path)) == Problem('"{0}" must be a string, not {1}', (key, kind))


def test_a_number_may_be_an_id(tmp_path):
    assert read(write(tmp_path / "x.json", '{"id": 7, "text": ""}'))[0].id == "7"


def test_json_nested_a_hundred_thousand_deep_is_refused(tmp_path):
    path = write(tmp_path / "x.json", '{"a":' * 100_000)
    assert why(*read(path)).message.startswith("this")


def test_a_folder_is_read_in_order_with_the_folders_in_it_and_nothing_else(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in (
        "c.txt",
        "a.html",
        "b/z.txt",
        "b/a.txt",
        ".hidden/x.txt",
        ".x.txt",
        "photo.jpg",
        "notes.md",
    ):
        write(tmp_path / name, "Bonjour")
    assert [page.name for page in read(tmp_path)] == ["a", "a", "z", "c"]
    assert count_sources([str(tmp_path), "-", "missing"]) == 6


def test_a_folder_that_holds_itself_is_read_once(tmp_path):
    write(tmp_path / "a.txt", "Bonjour")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert [page.name for page in read(tmp_path)] == ["a"]


def test_a_folder_with_nothing_to_read_says_so(tmp_path):
    assert why(*read(tmp_path)).message == "there is nothing to read in this folder: no {0} file"


def test_a_broken_link_is_told_from_a_missing_file(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert [why(one).message for one in read(tmp_path / "a.txt", tmp_path / "b.txt")] == [
        "this link leads to nothing",
        "there is no such file",
    ]


@pytest.mark.parametrize("body", [b"", b" \n\t", b"\n"])
@pytest.mark.parametrize("name", ["x.html", "x.txt", "x.json", "x.jsonl"])
def test_an_empty_file_says_so(tmp_path, name, body):
    assert why(*read(write(tmp_path / name, body))).message == "this file is empty"


@pytest.mark.parametrize(
    "body", [b"%PDF-1.7 ...", b"PK\x03\x04...", b"\x89PNG\r\n", b"text\x00\x00\x00\x01\x02 text"]
)
@pytest.mark.parametrize("name", ["x.html", "x.txt", "x.json", "x.pdf"])
def test_a_binary_file_says_so(tmp_path, name, body):
    assert (
        why(*read(write(tmp_path / name, body))).message
        == "this is a binary file, not text or HTML"
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_wide_text_is_not_binary(tmp_path, encoding):
    assert isinstance(read(write(tmp_path / "x.txt", TEXT.encode(encoding)))[0], Page)


def test_a_file_of_another_kind_says_which_are_read(tmp_path):
    problem = why(*read(write(tmp_path / "x.docx", "a")))
    assert problem.details == (".docx", ".htm, .html, .json, .jsonl, .txt, .xhtml")


def test_a_file_too_large_tells_its_size_and_the_limit(tmp_path):
    path = tmp_path / "x.html"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert why(*read(path)) == Problem(
        "this file is too large: {0} MB, the most is {1} MB", ("50", "20")
    )


def test_a_line_too_long_is_skipped_without_being_held(tmp_path):
    path = tmp_path / "x.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "' + b"a" * (LARGEST_FILE + 5) + b'"}\n')
        file.write(json.dumps(OBJECT).encode())
    assert read(path) == [
        Unread(f"{path}:1", Problem("this line is too long: the most is {0} MB", ("20",))),
        ARTICLE,
    ]


def test_a_file_that_may_not_be_read_says_so():
    # Root may read everything, so for a moment the test is nobody, outside root's own folders.
    with TemporaryDirectory() as folder:
        path = write(Path(folder) / "x.txt", "a")
        path.chmod(0)
        Path(folder).chmod(0o755)
        root = os.geteuid() == 0
        try:
            if root:
                os.seteuid(65534)
            found = read(path)
        finally:
            if root:
                os.seteuid(0)
    assert why(*found).message == "this file may not be read: permission denied"


def test_a_device_and_a_name_with_a_zero_byte_are_no_files():
    assert [why(one).message for one in read("/dev/null", "a\0b")] == [
        "this is not a file",
        "this file could not be read: {0}",
    ]


@pytest.mark.parametrize("source", ["https://phare.example/crue", "HTTP://phare.example/"])
def test_an_address_says_that_it_cannot_be_read_yet(source):
    assert (
        why(*read(source)).message
        == "web addresses cannot be read yet: save the page and give its file"
    )


def test_one_bad_source_does_not_stop_the_rest(tmp_path):
    good = write(tmp_path / "x.json", json.dumps(OBJECT))
    assert read(tmp_path / "gone", good)[1:] == [ARTICLE]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"<html><p>a</p></html>", [Page(name="-", url="", body=b"<html><p>a</p></html>")]),
        (b"Bonjour", [Page(name="-", url="", body=b"Bonjour")]),
        (json.dumps(OBJECT, indent=1).encode(), [ARTICLE]),
        (b"\xef\xbb\xbf" + json.dumps(OBJECT).encode(), [ARTICLE]),
        ((json.dumps(OBJECT) + "\n" + json.dumps(OBJECT)).encode(), [ARTICLE, ARTICLE]),
        (b"", [Unread("-", Problem("nothing came through standard input"))]),
        (b"%PDF-1.4", [Unread("-", Problem("this is a binary file, not text or HTML"))]),
    ],
)
def test_standard_input_is_told_apart_by_looking(body, expected):
    assert read("-", stdin=io.BytesIO(body)) == expected

"""Articles that come as JSON, one a file or one a line. In: bytes; out: articles, or why not."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from selon.clean.words import guess_language
from selon.model import Article, Problem, Unread

LONGEST_LINE = 20_000_000
_INVALID = "this is not valid JSON: line {0}, column {1}"
_NOT_UTF8 = "this is not valid JSON: line {0} is not UTF-8"
_KEYS = ("id", "text", "published", "lang", "title")


def article_of_json(body: bytes, source: str, name: str) -> Article | Unread:
    """Read one object with `text` and maybe `id`, `title`, `published`, `lang`, nothing else.

    `text` is taken as it is, so that offsets count into it unchanged.
    """
    try:
        value = json.loads(body.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        return Unread(source, Problem(_INVALID, (str(error.lineno), str(error.colno))))
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        return Unread(source, Problem(_NOT_UTF8, (str(line),)))
    except (ValueError, RecursionError):
        # Nested too deeply for the parser, or a number of more digits than Python takes.
        return Unread(source, Problem("this JSON cannot be read: it is nested too deeply"))
    return _article(value, source, name)


def articles_of_lines(lines: Iterable[bytes], source: str, name: str) -> Iterator[Article | Unread]:
    """Read one object a line; one that is none is told as "file.jsonl:7", and the next is read."""
    found = False
    for number, line in enumerate(_short_lines(lines), 1):
        place = f"{source}:{number}"
        if line is None:
            most = str(LONGEST_LINE // 1_000_000)
            yield Unread(place, Problem("this line is too long: the most is {0} MB", (most,)))
            found = True
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            found = True
            yield _article_of_line(line, place, f"{name}:{number}", number)
    if not found:
        yield Unread(source, Problem("this file is empty"))


def _article_of_line(line: bytes, source: str, name: str, number: int) -> Article | Unread:
    one = article_of_json(line, source, name)
    if isinstance(one, Article):
        return one
    if one.problem.message == _INVALID:
        return replace(one, problem=Problem(_INVALID, (str(number), one.problem.details[1])))
    if one.problem.message == _NOT_UTF8:
        return replace(one, problem=Problem(_NOT_UTF8, (str(number),)))
    return one


def _short_lines(lines: Iterable[bytes]) -> Iterator[bytes | None]:
    """Yield lines, None for one too long, without ever holding a longer one."""
    read_line = getattr(lines, "readline", None)
    if read_line is None:
        yield from (line if len(line) <= LONGEST_LINE else None for line in lines)
        return
    while line := read_line(LONGEST_LINE + 1):
        if len(line) <= LONGEST_LINE:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = read_line(LONGEST_LINE)
        yield None


def _article(value: Any, source: str, name: str) -> Article | Unread:
    if not isinstance(value, dict):
        return Unread(
            source, Problem("this is not an object with a text, but {0}", (_kind(value),))
        )
    fields = {key: value.get(key) for key in _KEYS}
    if isinstance(fields["id"], int) and not isinstance(fields["id"], bool):
        fields["id"] = str(fields["id"])
    for key in _KEYS:
        if fields[key] is not None and not isinstance(fields[key], str):
            return Unread(
                source, Problem('"{0}" must be a string, not {1}', (key, _kind(fields[key])))
            )
    if fields["text"] is None:
        return Unread(source, Problem('there is no "text" in this object'))
    text = fields["text"]
    return Article(
        id=fields["id"] or name,
        text=text,
        title=fields["title"] or "",
        published=fields["published"] or None,
        language=(fields["lang"] or "").lower().replace("_", "-").split("-")[0]
        or guess_language(text),
    )


def _kind(value: Any) -> str:
    """Name a JSON value's kind in JSON's words."""
    names = {
        bool: "a boolean",
        int: "a number",
        float: "a number",
        str: "a string",
        list: "a list",
        dict: "an object",
    }
    return "null" if value is None else names[type(value)]

"""make compare: what an edit gained, lost and moved, against an earlier version of the sources.

Statements are held side by side by the letters of their content, figures by their number. Of
the annotated set that is only to be scored, the totals alone are printed.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from selon.quality.readings import read_folder, score, sets_at_hand

_SHOWN = 40
Record = Mapping[str, Any]


def changes(before: Sequence[Record], after: Sequence[Record]) -> Iterator[tuple[str, str]]:
    """Yield each difference between two readings of the same articles: its kind, and a line."""
    later = {record["id"]: record for record in after}
    for old in before:
        new = later.get(old["id"], {"statements": [], "figures": []})
        yield from _changed(old, new, "statements", "content", ("speaker", "kind", "stance"))
        yield from _changed(old, new, "figures", "number", ("value", "counts", "speaker", "as_of"))


def _changed(
    old: Record, new: Record, what: str, place: str, fields: Sequence[str]
) -> Iterator[tuple[str, str]]:
    one = {_key(entry, place): entry for entry in old[what]}
    other = {_key(entry, place): entry for entry in new[what]}
    for key in sorted(one.keys() | other.keys()):
        if key not in other:
            yield f"{what} lost", _line(old, one[key])
        elif key not in one:
            yield f"{what} gained", _line(old, other[key])
        else:
            for field in fields:
                if one[key][field] != other[key][field]:
                    change = f"{field} {one[key][field]!r} -> {other[key][field]!r}"
                    yield f"{what} moved", f"{_line(old, one[key])}: {change}"


def _key(entry: Record, place: str) -> tuple[str, str]:
    return entry["field"], json.dumps(entry[place])


def _line(article: Record, entry: Record) -> str:
    words = entry["words"]
    words = words if isinstance(words, str) else " … ".join(words)
    return f"{article['id']} [{entry['rule']}] {words[:90]!r}"


def main(arguments: list[str] | None = None) -> int:
    """Read the annotated sets with the base version and with this one, and print the difference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", default="HEAD", help="the revision to compare with")
    parser.add_argument("--all", action="store_true", help="print every line, not the first few")
    options = parser.parse_args(arguments)
    sets = sets_at_hand()
    if not sets:
        print("compare: skipped, there are no annotated articles at hand")
        return 0
    with tempfile.TemporaryDirectory() as place:
        base = Path(place) / "base"
        subprocess.run(["git", "worktree", "add", "-q", "-f", base, options.base], check=True)
        try:
            for name, folder in sets.items():
                before = read_folder(folder, source_path=base / "src")
                after = read_folder(folder)
                _print_scores(name, folder, before, after, Path(place))
                if name == "gold":
                    _print_changes(before, after, shown=None if options.all else _SHOWN)
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", base], check=True)
    return 0


def _print_scores(name: str, folder: Path, before: str, after: str, place: Path) -> None:
    one, other = score(folder, before, place), score(folder, after, place)
    for figure, value in other.items():
        if isinstance(value, float) and value != one[figure]:
            print(f"{name} {figure:28} {one[figure]} -> {value}")


def _print_changes(before: str, after: str, *, shown: int | None) -> None:
    found: dict[str, list[str]] = {}
    for kind, line in changes(_records(before), _records(after)):
        found.setdefault(kind, []).append(line)
    for kind, lines in found.items():
        print(f"{kind}: {len(lines)}", *lines[:shown], sep="\n  ")
    if not found:
        print("no statement and no figure changed")


def _records(text: str) -> list[Record]:
    return [json.loads(line) for line in text.splitlines()]


if __name__ == "__main__":
    sys.exit(main())

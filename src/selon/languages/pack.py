"""A language's pack: every word list, table and rule of its folder, read once and never changed.

Nothing of a language is known outside its folder. Word lists are `words/*.txt` (one entry a
line, `#` begins a comment), tables are `*.toml`, rules are `rules/*.toml`, learned weights are
`weights/*.txt`. What uses a list compiles it once per pack (`functools.cache`), so a pack is
compared by identity.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One rule of a rule file: why it is there, what it says, and the sentences that test it."""

    name: str
    why: str
    body: Mapping[str, Any]
    finds: tuple[str, ...]
    ignores: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """One language: `words` by list, `tables` by file, `rules` by file in their order, `weights` by name."""

    language: str
    version: str
    digest: str
    words: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, Mapping[str, Any]]
    rules: Mapping[str, tuple[Rule, ...]]
    weights: Mapping[str, Mapping[str, float]]

    @property
    def stamp(self) -> str:
        """Name the pack as a reading carries it: "fr/1+0a1b2c3d"."""
        return f"{self.language}/{self.version}+{self.digest}"


def languages_with_pack() -> tuple[str, ...]:
    """List the codes of the languages that have a folder here."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/pack.toml")))


@cache
def load_pack(language: str) -> Pack:
    """Read the folder of a language; raise LookupError where it has none."""
    folder = FOLDER / language
    if language not in languages_with_pack():
        raise LookupError(language)
    tables = {
        path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))
    }
    rules = {path.stem: _rules(path) for path in sorted((folder / "rules").glob("*.toml"))}
    return Pack(
        language=language,
        version=str(tables["pack"]["version"]),
        digest=_digest(folder),
        words={path.stem: read_list(path) for path in sorted((folder / "words").glob("*.txt"))},
        tables=tables,
        rules=rules,
        weights={path.stem: _weights(path) for path in sorted((folder / "weights").glob("*.txt"))},
    )


def read_list(path: Path) -> tuple[str, ...]:
    """Read a word list: one entry a line, `#` begins a comment, blank lines count for nothing."""
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return tuple(line for line in lines if line)


def _rules(path: Path) -> tuple[Rule, ...]:
    tables = tomllib.loads(path.read_text("utf-8"))
    return tuple(
        Rule(
            name=name,
            why=body["why"],
            body={k: v for k, v in body.items() if k not in ("why", "finds", "ignores")},
            finds=tuple(body.get("finds", ())),
            ignores=tuple(body.get("ignores", ())),
        )
        for name, body in tables.items()
    )


def _weights(path: Path) -> dict[str, float]:
    lines = path.read_text("utf-8").splitlines()
    pairs = (line.rsplit("\t", 1) for line in lines if line and not line.startswith("#"))
    return {vote: float(weight) for vote, weight in pairs}


def _digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".toml", ".txt"):
            whole.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return whole.hexdigest()[:8]

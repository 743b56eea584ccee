"""Short patterns over words, as a pack's tables write them: words, "@group" and "*".

"@group" is any word of a group of that table; a group lists words, or describes them by a regular
expression with its exceptions. "*" is up to two words of any kind.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

from selon.languages.pack import Pack

_SKIPPED = 2


def goes_on(
    words: Sequence[str], at: int, items: Sequence[str], table: str, pack: Pack
) -> int | None:
    """Match items from a word on; give the word behind the last, None where they fail."""
    if not items:
        return at
    if items[0] == "*":
        tries = (goes_on(words, at + skip, items[1:], table, pack) for skip in range(_SKIPPED + 1))
        return next((end for end in tries if end is not None), None)
    if at < len(words) and (items[0] == words[at] or items[0] in groups_of(words[at], table, pack)):
        return goes_on(words, at + 1, items[1:], table, pack)
    return None


@lru_cache(maxsize=1 << 16)
def groups_of(word: str, table: str, pack: Pack) -> tuple[str, ...]:
    """Name the groups of a table that a word belongs to, each with its "@"."""
    return tuple(name for name, fits in _groups(table, pack) if fits(word))


@cache
def _groups(table: str, pack: Pack) -> tuple[tuple[str, Callable[[str], bool]], ...]:
    return tuple((f"@{name}", _group(body)) for name, body in pack.tables[table]["groups"].items())


def _group(body: Mapping[str, str]) -> Callable[[str], bool]:
    if "pattern" not in body:
        return frozenset(body["words"].split()).__contains__
    fits = re.compile(body["pattern"]).fullmatch
    exceptions = frozenset(body.get("except", "").split())
    return lambda word: word not in exceptions and fits(word) is not None

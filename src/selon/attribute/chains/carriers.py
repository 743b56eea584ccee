"""What words around a cue say of the way that a statement took: "dans un communiqué", "à l'AFP".

A stretch of tokens goes in, links come out, each with the span of its name. `rules/chains.toml` of
a pack has the patterns; the link itself is their last item (`channels.py`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from selon.attribute.chains.channels import READERS, TABLE, Reader, TokenRange
from selon.attribute.patterns import goes_on, groups_of
from selon.attribute.sentences import Tokens
from selon.languages.pack import Pack
from selon.model import Link, Role, Span


@dataclass(frozen=True, slots=True)
class Carrier:
    """A link and the tokens of its name; `rule` names the rule that found it."""

    link: Link
    tokens: TokenRange
    rule: str


@dataclass(frozen=True, slots=True)
class _Pattern:
    """The items behind a pattern's first word, and how to read the link behind them."""

    rest: tuple[str, ...]
    read: Reader
    role: Role
    rule: str


def find_carriers(tokens: Tokens, first: int, last: int, *, pack: Pack) -> Iterator[Carrier]:
    """Yield the links named in a stretch of tokens, in order and without overlaps."""
    patterns = _patterns(pack)
    words = tokens.words
    at = first
    while at < last:
        found = None
        for key in (words[at], *groups_of(words[at], TABLE, pack)):
            for pattern in patterns.get(key, ()):
                named = _read(tokens, at + 1, last, pattern, pack)
                if named and (found is None or _is_fuller(named, found.tokens)):
                    found = Carrier(link_of(tokens, named, pattern.role), named, pattern.rule)
        if found:
            yield found
        at = found.tokens[1] if found else at + 1


def _is_fuller(one: TokenRange, other: TokenRange) -> bool:
    return (one[1], -one[0]) > (other[1], -other[0])


def link_of(tokens: Tokens, named: TokenRange, role: Role) -> Link:
    """Make a link of the tokens of its name."""
    span = Span(tokens.starts[named[0]], tokens.ends[named[1] - 1])
    return Link(tokens.text[span.start : span.end], role, span)


def _read(tokens: Tokens, at: int, last: int, pattern: _Pattern, pack: Pack) -> TokenRange | None:
    begin = goes_on(tokens.words, at, pattern.rest, TABLE, pack)
    if begin is None or begin > last:
        return None
    return pattern.read(tokens, begin, last, pack)


@cache
def _patterns(pack: Pack) -> Mapping[str, tuple[_Pattern, ...]]:
    found: dict[str, list[_Pattern]] = {}
    for rule in pack.rules["chains"]:
        for pattern in rule.body["says"]:
            first, *rest, thing = pattern.split()
            entry = _Pattern(tuple(rest), READERS[thing], rule.body["role"], rule.name)
            found.setdefault(first, []).append(entry)
    return {first: tuple(patterns) for first, patterns in found.items()}

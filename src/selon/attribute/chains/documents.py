"""The printed words of a source -> which name the speaker, and which are links of the chain.

"un communiqué du ministère" is the ministry's, through its communiqué; "un sondage Morvane pour Le
Phare" is the institute's, through a poll and a paper; "les chiffres de la préfecture" are the
prefecture's own words.
"""

from dataclasses import dataclass

from selon.attribute.chains.carriers import Carrier, find_carriers, link_of
from selon.attribute.chains.channels import (
    TokenRange,
    capital_run,
    is_in,
    read_medium,
    read_name,
    word_set,
)
from selon.attribute.sentences import Tokens
from selon.languages.pack import Pack
from selon.model import Link

_PASSED = frozenset(',(«"“')
_LINK_AHEAD = 5  # words between "à la" and the name of a medium
_LOOK_AHEAD = 6  # words between a document and its issuer: "une étude inédite, publiée hier, de"


@dataclass(frozen=True, slots=True)
class SourceParts:
    """`speaker` names the speaker, None where only a document is printed; `links` are the rest."""

    speaker: TokenRange | None
    links: tuple[Link, ...]


def split_source(tokens: Tokens, source: TokenRange, *, pack: Pack) -> SourceParts:
    """Say which part of a source names the speaker and which parts are links."""
    first, last = source
    named = list(find_carriers(tokens, first, last, pack=pack))
    noun = _document_noun(tokens, first, last, pack)
    if noun is None:
        return SourceParts(_before_carriers(tokens, source, named, pack), _links(named))
    links = list(_links(named))
    if tokens.words[noun] in word_set(pack, "documents"):
        links.insert(0, link_of(tokens, (noun, noun + 1), "carrier"))
    issuer = _issuer(tokens, noun + 1, last, pack)
    paper = read_medium(tokens, issuer[0], last, pack) if issuer else None
    if issuer and paper and is_in(tokens.words[issuer[0] - 1], "by", pack):
        # What a paper publishes isn't the paper's: "un sondage publié par le quotidien Le Phare".
        return SourceParts(None, (*links, link_of(tokens, paper, "carrier")))
    if issuer is not None:
        links += _ordered_for(tokens, issuer, last, pack)
        issuer = _before_carriers(tokens, issuer, named, pack)
    elif tokens.words[noun] not in word_set(pack, "documents"):
        issuer = source
    return SourceParts(issuer, tuple(links))


def _links(named: list[Carrier]) -> tuple[Link, ...]:
    return tuple(carrier.link for carrier in named)


def _document_noun(tokens: Tokens, first: int, last: int, pack: Pack) -> int | None:
    """Find a document or an account where it is the noun of a source."""
    known = word_set(pack, "documents") | word_set(pack, "accounts")
    for at in range(first, min(last, first + 5)):
        word = tokens.words[at]
        if word in known:
            return at
        if not (is_in(word, "determiner", pack) or is_in(word, "before", pack)):
            return None
    return None


def _issuer(tokens: Tokens, at: int, last: int, pack: Pack) -> TokenRange | None:
    """Find who issued a document: behind "de" or "par", or a name right behind the noun."""
    issued = False
    for i in range(at, min(last, at + _LOOK_AHEAD)):
        word = tokens.words[i]
        issued = issued or is_in(word, "issued", pack)
        if is_in(word, "relative", pack):
            return None
        if is_in(word, "by" if issued else "of", pack):
            if i + 1 < last and tokens.words[i + 1][0].isdigit():
                continue
            return (i + 1, _end_of_issuer(tokens, i + 1, last, pack)) if i + 1 < last else None
        if tokens.is_capital(i):
            direct = i == at or (i == at + 1 and not is_in(tokens.words[at], "to", pack))
            return capital_run(tokens, i, last, pack) if direct else None
        if not (word.isalnum() or word in _PASSED):
            return None
    return None


def _end_of_issuer(tokens: Tokens, first: int, last: int, pack: Pack) -> int:
    return next((i for i in range(first + 1, last) if is_in(tokens.words[i], "for", pack)), last)


def _ordered_for(tokens: Tokens, issuer: TokenRange, last: int, pack: Pack) -> list[Link]:
    """Read for whom an issuer did it: "pour Le Phare et Canal Marée"."""
    at = next((i for i in range(issuer[0], last) if is_in(tokens.words[i], "for", pack)), last)
    links: list[Link] = []
    while at < last:
        named = read_medium(tokens, at + 1, last, pack) or read_name(tokens, at + 1, last, pack)
        if named is None:
            break
        links.append(link_of(tokens, named, "carrier"))
        at = named[1]
        if at >= last or not is_in(tokens.words[at], "and", pack):
            break
    return links


def _before_carriers(
    tokens: Tokens, part: TokenRange, named: list[Carrier], pack: Pack
) -> TokenRange:
    """Cut a speaker's words off before the first link that they hold: at a comma, or at "à", "sur"."""
    begin = min((c.tokens[0] for c in named if part[0] <= c.tokens[0] < part[1]), default=part[1])
    if begin == part[1]:
        return part
    comma = next((i for i in range(begin - 1, part[0], -1) if tokens.words[i] == ","), None)
    near = range(begin - 1, max(part[0], begin - _LINK_AHEAD), -1)
    leads = ("to", "on")
    led = next((i for i in near if any(is_in(tokens.words[i], g, pack) for g in leads)), None)
    cut = comma if comma is not None else led
    return part if cut is None else (part[0], cut)

"""The chain of each statement: from its origin through documents, channels and other speakers on.

All statements of a field go in, with their speakers named; for each a chain comes out, origin
first: what a count was made from, the speaker, his document and channel, the speakers whose words
hold his, the agencies of the article, the outlet.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selon.attribute.chains.carriers import find_carriers, link_of
from selon.attribute.chains.channels import TABLE, TokenRange, is_in
from selon.attribute.chains.documents import split_source
from selon.attribute.lexicon import reporting_verbs, verb_of
from selon.attribute.sentences import Tokens, fold, lower
from selon.languages.pack import Pack
from selon.model import Article, Link, Span

_REACH = 60  # tokens on either side of a cue in which its channel may be named
_LONGEST = 400  # tokens of a sentence
_HEARING, _WITNESS = 6, 12  # tokens back from a cue, and from the verb of hearing
_DEEPEST = 4  # statements within statements


@dataclass(frozen=True, slots=True)
class Said:
    """What a chain needs of a statement: its token ranges, and its speaker by name."""

    cue: TokenRange | None
    source: TokenRange | None
    content: tuple[TokenRange, ...]
    speaker: str


def chains_of(
    tokens: Tokens, statements: Sequence[Said], article: Article, *, pack: Pack
) -> list[tuple[Link, ...]]:
    """Give the chain of each statement of a field."""
    neighbours = _by_sentence(tokens, statements)
    own = [_own_links(tokens, said, neighbours, pack) for said in statements]
    holders = _holders(statements)
    polls = _polls(tokens, statements, pack)
    return [
        _chain(said, own[index], _holding(index, statements, holders, polls, own), article)
        for index, said in enumerate(statements)
    ]


def _chain(
    said: Said, own: Sequence[Link], outer: Sequence[Link], article: Article
) -> tuple[Link, ...]:
    """Put the links in order, each name once."""
    data = [link for link in own if link.role == "data"]
    carriers = [link for link in own if link.role != "data"]
    speaker = [Link(said.speaker, "speaker")] if said.speaker else []
    agencies = [Link(name, "agency") for name in article.agency]
    outlet = [Link(article.outlet, "outlet")] if article.outlet else []
    chain: list[Link] = []
    names: set[str] = set()
    for link in (*data, *speaker, *carriers, *outer, *agencies, *outlet):
        name = _plain(link.name)
        if name in names or (link.role in ("carrier", "data") and _names_speaker(name, said)):
            continue
        names.add(name)
        chain.append(link)
    return tuple(chain)


def _plain(name: str) -> str:
    return lower(fold(name)).strip()


def _names_speaker(name: str, said: Said) -> bool:
    """Tell whether a link only repeats the speaker: the AFP to itself, a video that shows."""
    speaker = _plain(said.speaker)
    return bool(speaker) and f" {name} " in f" {speaker} "


def _own_links(
    tokens: Tokens, said: Said, neighbours: "_Neighbours", pack: Pack
) -> tuple[Link, ...]:
    """Read the links that the source and the sentence of a cue print."""
    links: dict[Span | None, Link] = {}
    if said.source is not None:
        for link in split_source(tokens, said.source, pack=pack).links:
            links[link.span] = link
    anchor = _anchor(said)
    if said.cue is None and said.source is None:
        return tuple(links.values())
    for first, last in neighbours.free(anchor, said):
        for carrier in find_carriers(tokens, first, last, pack=pack):
            if neighbours.belongs(tokens, carrier.tokens, said, pack):
                links[carrier.link.span] = carrier.link
    if said.cue is not None and (name := _named_by_verb(tokens, said.cue, pack)):
        links.setdefault(None, Link(name, "carrier"))
    if said.cue is not None and (witness := _heard_by(tokens, said.cue, pack)):
        links[witness.span] = witness
    return tuple(links.values())


def _heard_by(tokens: Tokens, cue: TokenRange, pack: Pack) -> Link | None:
    """Read who heard it: "des témoins ont entendu l'homme crier"."""
    heard = range(cue[0] - 1, max(-1, cue[0] - _HEARING), -1)
    at = next((i for i in heard if is_in(tokens.words[i], "heard", pack)), None)
    if at is None:
        return None
    before = range(at - 1, max(-1, at - _WITNESS), -1)
    witness = next((i for i in before if is_in(tokens.words[i], "witness", pack)), None)
    return link_of(tokens, (witness, witness + 1), "carrier") if witness is not None else None


def _named_by_verb(tokens: Tokens, cue: TokenRange, pack: Pack) -> str:
    """Name the document that a verb makes by itself: "a tweeté"."""
    lemma, _ = verb_of(tokens, cue, pack=pack)
    return str(pack.tables[TABLE]["verbs"].get(lemma, ""))


def _anchor(said: Said) -> int:
    """Give the token where a statement is reported."""
    if said.cue is not None:
        return said.cue[0]
    if said.source is not None:
        return said.source[0]
    return said.content[0][0] if said.content else 0


@dataclass(frozen=True, slots=True)
class _Neighbours:
    """The sentences of a field, and which statements each reports or holds content of."""

    sentences: Sequence[TokenRange]
    reported: dict[int, list[Said]]
    contents: dict[int, list[tuple[TokenRange, Said]]]

    def free(self, anchor: int, said: Said) -> Iterator[TokenRange]:
        """Yield the stretches of a cue's sentence that are nobody's words, near the cue."""
        index = _at(self.sentences, anchor)
        begin, end = self.sentences[index]
        begin, end = max(begin, anchor - _REACH), min(end, anchor + _REACH)
        held = sorted(
            part
            for part, other in self.contents.get(index, ())
            if other is said or not part[0] <= anchor < part[1]
        )
        for first, last in held:
            if begin < min(first, end):
                yield begin, min(first, end)
            begin = max(begin, last)
        if begin < end:
            yield begin, end

    def belongs(self, tokens: Tokens, named: TokenRange, said: Said, pack: Pack) -> bool:
        """Tell whether a link is a statement's: no other cue stands nearer to it.

        A participle shares the link of the verb before it: "a dit sur RVB la maire, ajoutant…".
        """
        anchor = _anchor(said)
        first, last = min(anchor, named[0]), max(anchor, named[0])
        for other in self.reported.get(_at(self.sentences, anchor), ()):
            if other is said or other.cue is None or other.cue == said.cue:
                continue
            if first < other.cue[0] < last:
                shares = other.speaker == said.speaker and named[0] < anchor
                if not (shares and _is_participle(tokens, said.cue, pack)):
                    return False
            elif other.speaker == said.speaker and abs(other.cue[0] - named[0]) < last - first:
                follows = named[0] < other.cue[0] and _is_participle(tokens, other.cue, pack)
                shares = named[0] < anchor and _is_participle(tokens, said.cue, pack)
                if not (follows or shares):
                    return False
        return True


def _is_participle(tokens: Tokens, cue: TokenRange | None, pack: Pack) -> bool:
    if cue is None:
        return False
    entries = reporting_verbs(pack).get(tokens.words[cue[0]], ())
    return any(verb.form_kind == "participle" for verb in entries)


def _by_sentence(tokens: Tokens, statements: Sequence[Said]) -> _Neighbours:
    # An endless sentence is cut, so that what stands beside a cue is never more than a piece of it.
    sentences = [
        (first, min(first + _LONGEST, end))
        for paragraph in tokens.paragraphs
        for begin, end in paragraph.sentences
        for first in range(begin, end, _LONGEST)
    ]
    found = _Neighbours(sentences, {}, {})
    if not sentences:
        return found
    for said in statements:
        found.reported.setdefault(_at(sentences, _anchor(said)), []).append(said)
        for part in said.content:
            for index in range(
                _at(sentences, part[0]), _at(sentences, max(part[0], part[1] - 1)) + 1
            ):
                found.contents.setdefault(index, []).append((part, said))
    return found


def _at(ranges: Sequence[TokenRange], token: int) -> int:
    return max(0, bisect_right(ranges, token, key=lambda one: one[0]) - 1)


def _polls(tokens: Tokens, statements: Sequence[Said], pack: Pack) -> list[int | None]:
    """Find for each statement of a poll's respondents the last poll named before it."""
    polls: list[int | None] = [None] * len(statements)
    last: int | None = None
    for index in sorted(range(len(statements)), key=lambda one: _anchor(statements[one])):
        source = statements[index].source
        words = tokens.words[source[0] : source[1]] if source else []
        if any(is_in(word, "respondent", pack) for word in words):
            polls[index] = last
        elif any(is_in(word, "poll", pack) for word in words):
            last = index
    return polls


def _holders(statements: Sequence[Said]) -> list[int | None]:
    """Find for each statement the innermost other one whose content its cue stands in."""
    parts = sorted(
        (part[0], -part[1], index) for index, said in enumerate(statements) for part in said.content
    )
    order = sorted(range(len(statements)), key=lambda index: _anchor(statements[index]))
    holders: list[int | None] = [None] * len(statements)
    opened: list[tuple[int, int]] = []
    at = 0
    for index in order:
        anchor = _anchor(statements[index])
        while at < len(parts) and parts[at][0] <= anchor:
            opened.append((-parts[at][1], parts[at][2]))
            at += 1
        while opened and opened[-1][0] <= anchor:
            opened.pop()
        holders[index] = next(
            (
                holder
                for end, holder in reversed(opened[-_DEEPEST:])
                if end > anchor and _holds(statements[holder], statements[index])
            ),
            None,
        )
    return holders


def _holds(holder: Said, said: Said) -> bool:
    """Tell whether one's words hold another's; what one says of oneself isn't nested."""
    same = holder is said or _plain(holder.speaker) == _plain(said.speaker)
    return not same and (said.cue is not None or said.source is not None)


def _holding(
    index: int,
    statements: Sequence[Said],
    holders: Sequence[int | None],
    polls: Sequence[int | None],
    own: Sequence[Sequence[Link]],
) -> list[Link]:
    """List the speakers whose words hold a statement, innermost first, each with his own links.

    Those who answered a poll speak through it, where nobody's words hold theirs.
    """
    links: list[Link] = []
    seen = {index}
    holder = holders[index] if holders[index] is not None else polls[index]
    while holder is not None and holder not in seen and len(seen) <= _DEEPEST:
        seen.add(holder)
        said = statements[holder]
        if said.speaker:
            links.append(Link(said.speaker, "speaker"))
        links += own[holder]
        holder = holders[holder]
    return links

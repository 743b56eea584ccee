"""Tokens -> findings: for each possible cue its source, its content's borders, and a yes or no.

Four choices follow one another, each the strongest sum of weighted votes: which phrase is the
source, where the content begins, where it ends, and whether this is a statement at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from selon.attribute.sentences import Paragraph, Tokens
from selon.attribute.shape import Shape, shape_of, shape_within
from selon.attribute.statements.ballots import content_votes, cue_votes, glance_votes
from selon.attribute.statements.borders import Ground, parts, stake_out
from selon.attribute.statements.constructions import constructions, holding
from selon.attribute.statements.cues import Anchor, find_anchors
from selon.attribute.statements.proposals import Proposal, Scales, propose, scales_of
from selon.attribute.statements.sources import (
    NOBODY,
    SourceCandidate,
    about_sources,
    hung_votes,
    nobody_votes,
    noun_phrases,
    source_answers,
    source_candidates,
    source_questions,
)
from selon.attribute.votes import Votes, ask, tally, weigh
from selon.languages.pack import Pack

# Near the best F1 on stories that the weights haven't seen, which is flat from -0.6 to 0.
_BAR = -0.2
_NO_CUE = -3.0  # at first sight; keeps 98 of 100 cues of unseen stories, 57 of 100 anchors
_HOPELESS = -2.0  # no content has ever made up for a cue this unlikely
_RULE = "rule "
_BETWEEN_PARTS = frozenset(",.;:-ES")  # what may stand between a source and the second part
_LONG_QUOTATION = 8  # tokens; shorter ones hold no speech of others

TokenRange = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement before its speaker is known: token ranges of its words, and what was decided.

    `unmarked` words are somebody's own, though no quotation marks are printed around them.
    """

    cue: TokenRange | None
    source: TokenRange | None
    content: tuple[TokenRange, ...]
    anchor: Anchor
    score: float
    rule: str
    unmarked: bool = False


@cache
def pack_scales(pack: Pack) -> Scales:
    """Lay out the weights of a pack, once."""
    return scales_of(pack.weights)


def find_said(tokens: Tokens, pack: Pack) -> Iterator[Finding]:
    """Yield what is said in a field, paragraph by paragraph, in reading order."""
    before: list[Finding] = []
    stands_open = False
    for paragraph in tokens.paragraphs:
        found = _said_in(tokens, paragraph, pack)
        reopened = _reopened(paragraph, found) if stands_open and before else None
        if reopened is not None:
            # The quotation of the paragraph before goes on, and belongs to its cue.
            whose = max(range(len(before)), key=lambda i: before[i].content[-1])
            content = (*before[whose].content, reopened)
            before[whose] = replace(before[whose], content=content)
            before += [f for f in found if f.cue or f.content != (reopened,)]
        else:
            yield from sorted(before, key=_place)
            before = found
        stands_open = any(not quotation.closed for quotation in paragraph.quotations)
    yield from sorted(before, key=_place)


def _place(finding: Finding) -> tuple[TokenRange, TokenRange]:
    return finding.content[0], finding.cue or (0, 0)


def _reopened(paragraph: Paragraph, found: list[Finding]) -> TokenRange | None:
    """Give the quotation that begins a paragraph, where nobody is said to say it."""
    first = paragraph.quotations[0] if paragraph.quotations else None
    if first is None or first.first != paragraph.first:
        return None
    said = (part for finding in found if finding.cue for part in finding.content)
    if any(begin < first.last for begin, _ in said):
        return None
    return first.first, first.last


def _said_in(tokens: Tokens, paragraph: Paragraph, pack: Pack) -> list[Finding]:
    found: list[Finding] = []
    late: list[tuple[Shape, Anchor]] = []
    for shape in shapes_of(tokens, paragraph, pack):
        chunks: dict[TokenRange, list[TokenRange]] = {}
        together: dict[TokenRange, list[Finding]] = {}
        for anchor in find_anchors(shape, pack):
            if anchor.kind == "quotation":
                if not shape.quoted:
                    late.append((shape, anchor))
                continue
            if anchor.sentence not in chunks:
                chunks[anchor.sentence] = noun_phrases(shape, anchor.sentence)
            finding = decide(shape, anchor, chunks[anchor.sentence], pack)
            if finding:
                together.setdefault(anchor.sentence, []).append(finding)
        for beside in together.values():
            found += [_without_incises(finding, beside) for finding in beside]
    return _with_quotations(found, late, pack)


def _with_quotations(
    found: list[Finding], late: list[tuple[Shape, Anchor]], pack: Pack
) -> list[Finding]:
    """Give the quotations that no cue claims to the statement that they go on, or let them stand alone."""
    claimed = [part for finding in found for part in finding.content]
    for shape, anchor in late:
        first, last = shape.firsts[anchor.first], shape.lasts[anchor.first]
        if any(a < last and first < b for a, b in claimed):
            continue
        before = _goes_on(shape, anchor, found)
        if before is not None:
            found[before] = replace(found[before], content=(*found[before].content, (first, last)))
        else:
            finding = decide(shape, anchor, [], pack)
            if finding:
                found.append(finding)
    return found


def shapes_of(tokens: Tokens, paragraph: Paragraph, pack: Pack) -> Iterator[Shape]:
    """Yield the shape of a paragraph, then those within its longer quotations."""
    yield shape_of(tokens, paragraph, pack)
    for quotation in paragraph.quotations:
        if quotation.depth == 0 and quotation.last - quotation.first > _LONG_QUOTATION:
            yield shape_within(tokens, paragraph, quotation, pack)


def _goes_on(shape: Shape, anchor: Anchor, found: list[Finding]) -> int | None:
    """Find the statement that a quotation goes on: « A », dit X, « B », or « A », dit X. « B »."""
    first = shape.firsts[anchor.first]
    at = anchor.first
    while at > 0 and shape.symbols[at - 1] in _BETWEEN_PARTS:
        at -= 1
    if at == 0 or shape.symbols[anchor.first : anchor.first + 1] != "Q":
        return None
    end = shape.lasts[at - 1]
    if at == anchor.sentence[0] and not _fills_sentence(shape, anchor):
        return None
    ends = {i: max(end for _, end in _words_of(f)) for i, f in enumerate(found)}
    if at < anchor.sentence[0] or _fills_sentence(shape, anchor):
        before = [i for i in ends if ends[i] <= first]
        return max(before, key=lambda i: found[i].content[-1], default=None)
    return next((i for i in ends if ends[i] == end and found[i].content[-1][1] < end), None)


def _without_incises(finding: Finding, beside: list[Finding]) -> Finding:
    """End a content where the incise that reports the whole begins: "il nie P, a dit le parquet"."""
    if finding.cue is None:
        return finding
    first, last = finding.content[-1]
    for other in beside:
        around = any(a <= finding.cue[0] < b for a, b in other.content)
        if not around or other.cue is None or other.content[-1][1] > other.cue[0]:
            continue
        if first < other.content[-1][1] and other.cue[1] <= last:
            last = other.content[-1][1]
    if last == finding.content[-1][1]:
        return finding
    return replace(finding, content=(*finding.content[:-1], (first, last)))


def _fills_sentence(shape: Shape, anchor: Anchor) -> bool:
    begin, end = anchor.sentence
    return shape.symbols[begin:end].strip(".") == "Q"


def _words_of(finding: Finding) -> Iterator[TokenRange]:
    yield from finding.content
    if finding.cue:
        yield finding.cue
    if finding.source:
        yield finding.source


def decide(shape: Shape, anchor: Anchor, phrases: list[TokenRange], pack: Pack) -> Finding | None:
    """Choose source, start and end for an anchor; None where it is no cue."""
    if tally(glance_votes(shape, anchor), pack.weights["glance"]) < _NO_CUE:
        return None
    scales = pack_scales(pack)
    source = NOBODY
    if anchor.kind != "quotation":
        source = choose_source(shape, anchor, phrases, scales)
    ground = stake_out(shape, anchor, source)
    weights = pack.weights["choice"]
    score = tally(cue_votes(shape, ground), weights)
    if score < _HOPELESS:
        return None
    proposal = propose(shape, ground, scales)
    if proposal is None:
        return None
    votes = proposal_votes(shape, ground, proposal, pack)
    score += tally(votes, weights)
    if score <= _BAR:
        return None
    named = [vote for vote in votes if vote.startswith(_RULE)]
    rule = max(named, key=lambda vote: weights.get(vote, 0.0), default=_RULE + anchor.kind)
    return finding_of(shape, ground, proposal, score, rule.removeprefix(_RULE))


def proposal_votes(shape: Shape, ground: Ground, proposal: Proposal, pack: Pack) -> Votes:
    """Name what holds of a proposal: its shape, how sure its borders are, its constructions."""
    start, end, sure = proposal
    votes = content_votes(shape, ground, start, end)
    votes.append(f"sure {max(-8, round(sure))}")
    known = constructions(pack)
    votes += [_RULE + name for name in holding(shape, ground, (start, end), known)]
    return votes


def choose_source(
    shape: Shape, anchor: Anchor, phrases: list[TokenRange], scales: Scales
) -> SourceCandidate:
    """Take the source candidate with the strongest votes."""
    best, strongest = NOBODY, tally(nobody_votes(shape, anchor), scales.source)
    asked = ask(scales.phrase, source_questions, *about_sources(shape, anchor))
    for candidate in source_candidates(shape, anchor, phrases):
        if candidate.side == "hung":
            score = tally(hung_votes(shape, anchor, candidate), scales.source)
        else:
            score = weigh(asked, source_answers(shape, anchor, candidate))
        if score > strongest:
            best, strongest = candidate, score
    return best


def finding_of(
    shape: Shape, ground: Ground, proposal: Proposal, score: float, rule: str
) -> Finding:
    """Map units back to tokens."""
    anchor, source = ground.anchor, ground.source

    def tokens(first: int, last: int) -> TokenRange:
        return shape.firsts[first], shape.lasts[last - 1]

    content = parts(shape, ground, proposal.start, proposal.end)
    return Finding(
        cue=None if anchor.kind == "quotation" else tokens(anchor.first, anchor.last),
        source=tokens(source.first, source.last) if source.last > source.first else None,
        content=tuple(tokens(*part) for part in content),
        anchor=anchor,
        score=score,
        rule=rule,
    )

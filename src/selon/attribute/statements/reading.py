"""Tokens -> statements: what is said in a field, by whom, how they stand to it, and on what way.

The findings (`findings.py`) get their speakers, kinds, stances and chains here.
"""

from collections.abc import Sequence

from selon.attribute.chains.documents import split_source
from selon.attribute.chains.linking import Said, chains_of
from selon.attribute.sentences import Tokens
from selon.attribute.speakers.naming import Source, name_speakers
from selon.attribute.speakers.people import find_people
from selon.attribute.statements.answers import find_answers
from selon.attribute.statements.findings import Finding, TokenRange, find_said
from selon.attribute.statements.kinds import kind_of
from selon.attribute.statements.posts import find_posts
from selon.attribute.statements.stances import stance_of
from selon.languages.pack import Pack
from selon.model import Article, Attribution, Link, Span, Statement


def find_statements(
    tokens: Tokens,
    field: str,
    *,
    article: Article,
    pack: Pack,
    beside: Sequence[Tokens] | None = None,
) -> tuple[Statement, ...]:
    """Find the statements of one field, in reading order; names may stand in the fields beside it."""
    findings = [*find_said(tokens, pack), *find_posts(tokens), *find_answers(tokens, pack)]
    findings.sort(key=lambda finding: finding.content[0])
    if not findings:
        return ()
    people = find_people(tokens, article=article, pack=pack, beside=beside)
    order = sorted(range(len(findings)), key=lambda i: _place(findings[i]))
    sources = [
        Source(
            _speaking(tokens, findings[i].source, pack), _place(findings[i]), findings[i].content
        )
        for i in order
    ]
    speakers = [""] * len(findings)
    for i, name in zip(order, name_speakers(sources, people, pack), strict=True):
        speakers[i] = name
    said = [
        Said(finding.cue, finding.source, finding.content, speaker)
        for finding, speaker in zip(findings, speakers, strict=True)
    ]
    chains = chains_of(tokens, said, article, pack=pack)
    return tuple(
        _statement(tokens, field, finding, speaker, chain, pack)
        for finding, speaker, chain in zip(findings, speakers, chains, strict=True)
    )


def _speaking(tokens: Tokens, source: TokenRange | None, pack: Pack) -> TokenRange | None:
    """Leave the channel out of a source: "sa mère" of "sa mère à la radio publique"."""
    if source is None:
        return None
    named = split_source(tokens, source, pack=pack).speaker
    return named if named and named[0] == source[0] else source


def _place(finding: Finding) -> int:
    """Give the token at which a finding speaks: its cue's, or its content's first."""
    return finding.cue[0] if finding.cue else finding.content[0][0]


def _statement(
    tokens: Tokens,
    field: str,
    finding: Finding,
    speaker: str,
    chain: Sequence[Link],
    pack: Pack,
) -> Statement:
    anchor = finding.anchor
    stance = stance_of(
        tokens, finding.cue, anchor.lemma, anchor.verb_class, finding.content, pack=pack
    )
    return Statement(
        field=field,
        kind="direct" if finding.unmarked else kind_of(tokens, finding.cue, finding.content),
        stance=stance,
        content=tuple(_trimmed(tokens, part) for part in finding.content),
        by=Attribution(
            speaker=speaker,
            source=span_of(tokens, finding.source) if finding.source else None,
            cue=span_of(tokens, finding.cue) if finding.cue else None,
            chain=tuple(chain),
        ),
        rule=f"{pack.language}/{finding.rule}",
    )


def span_of(tokens: Tokens, part: TokenRange) -> Span:
    """Map a token range back to the text."""
    return Span(tokens.starts[part[0]], tokens.ends[part[1] - 1])


def _trimmed(tokens: Tokens, part: TokenRange) -> Span:
    """Leave the commas and stops at a content's edges out."""
    first, last = part
    while last - first > 1 and tokens.words[first] in _EDGES:
        first += 1
    while last - first > 1 and tokens.words[last - 1] in _EDGES:
        last -= 1
    return span_of(tokens, (first, last))


_EDGES = frozenset((",", ";", ":", ".", "–", "—", "-"))

"""Annotated articles -> the weights of the votes on statements (`weights/*.txt` of a pack).

Four choices are learned one after the other, each on what the ones before it choose: the source,
the start, the end, and whether an anchor is a cue at all.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from selon.attribute.sentences import Tokens, cut
from selon.attribute.shape import Shape
from selon.attribute.statements.ballots import (
    about_ends,
    about_starts,
    cue_votes,
    end_answers,
    end_questions,
    glance_votes,
    start_answers,
    start_questions,
)
from selon.attribute.statements.borders import Ground, ends, parts, stake_out, starts
from selon.attribute.statements.cues import Anchor, find_anchors
from selon.attribute.statements.findings import (
    choose_source,
    proposal_votes,
    shapes_of,
)
from selon.attribute.statements.proposals import Scales, propose, scales_of
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
from selon.attribute.votes import Votes, votes_of
from selon.languages.examples import Mark, parse_example
from selon.languages.pack import Pack
from selon.model import Article, Span
from selon.quality.annotated import Annotated, AnnotatedStatement
from selon.quality.learning import Choice, learn
from selon.quality.lessons import load_lessons
from selon.quality.stories import story_folds

Weights = dict[str, dict[str, float]]

# L2, chosen by cross-validation over the annotated articles (five folds by article).
PENALTIES = {"source": 1.0, "start": 2.0, "end": 2.0, "choice": 2.0, "glance": 2.0}
_LABELS = ("content", "cue", "source")
_FOLDS = 3
EXAMPLES_COUNT = 3  # times; an example was written to be typical
_FLOOR = 0.5  # of overlap; a content that no candidate reaches teaches nothing
_SAME = 0.02  # of overlap; candidates this close to the best are right as well


@dataclass(frozen=True, slots=True)
class Case:
    """An anchor in its shape, and the annotated statement whose cue it is, if any."""

    tokens: Tokens
    shape: Shape
    anchor: Anchor
    phrases: list[tuple[int, int]]
    truth: AnnotatedStatement | None


def train(articles: Iterable[Annotated], pack: Pack, names: frozenset[str]) -> Weights:
    """Learn all weights of the statements: from articles, practice paragraphs, the rules' examples."""
    articles = list(articles)
    lessons = [*load_lessons(pack), *list(annotated_examples(pack)) * EXAMPLES_COUNT]
    folds = {i: n for n, fold in enumerate(story_folds(articles, pack, folds=_FOLDS)) for i in fold}
    groups: list[list[list[Case]]] = [[] for _ in range(_FOLDS)]
    for i, one in enumerate([*articles, *lessons]):
        groups[folds.get(i, i % _FOLDS)].append(list(cases(one, pack)))
    return learn_weights(groups, pack, names)


def annotated_examples(pack: Pack) -> Iterator[Annotated]:
    """Yield the examples of the rules as small annotated articles: what teaches also tests."""
    for rule in pack.rules["statements"]:
        for i, sentence in enumerate((*rule.finds, *rule.ignores)):
            text, marks = parse_example(sentence)
            article = Article(id=f"{rule.name}-{i}", text=text, language=pack.language)
            yield Annotated(article, tuple(_example_statements(text, marks)), ())


def _example_statements(text: str, marks: Sequence[Mark]) -> Iterator[AnnotatedStatement]:
    spans = {label: [m.span for m in marks if m.label == label] for label in _LABELS}
    cues: list[Span | None] = [*spans["cue"]] or ([None] if spans["content"] else [])
    for i, cue in enumerate(cues):
        content = spans["content"] if len(cues) == 1 else [spans["content"][i]]
        source = spans["source"][min(i, len(spans["source"]) - 1)] if spans["source"] else None
        fields = {"source": text[slice(*source)] if source else "", "cue": ""}
        yield AnnotatedStatement(tuple(content), cue, source, frozenset(), fields)


def learn_weights(
    folds: Sequence[Sequence[Sequence[Case]]], pack: Pack, names: frozenset[str] = frozenset()
) -> Weights:
    """Learn the four choices from the cases of each article, dealt into folds that share no story.

    The last choice is learned on proposals by weights that haven't seen the story: on its own
    articles the borders look surer than they are.
    """
    weights = _learn_borders(folds, names)
    choices: list[Choice] = []
    for fold, others in _held_out(folds):
        apart = scales_of(_learn_borders(others, names))
        choices += [choice for case in _all(fold) if (choice := _choice(case, apart, pack))]
    weights["choice"] = learn(choices, penalty=PENALTIES["choice"], names=names)
    weights["glance"] = learn(
        [_glance(case) for fold in folds for case in _all(fold)],
        penalty=PENALTIES["glance"],
        names=names,
    )
    return weights


def _held_out(
    folds: Sequence[Sequence[Sequence[Case]]],
) -> Iterator[tuple[Sequence[Sequence[Case]], Sequence[Sequence[Sequence[Case]]]]]:
    for i, fold in enumerate(folds):
        yield fold, [*folds[:i], *folds[i + 1 :]]


def _all(fold: Iterable[Sequence[Case]]) -> Iterator[Case]:
    return (case for group in fold for case in group)


def _glance(case: Case) -> Choice:
    votes = glance_votes(case.shape, case.anchor)
    return Choice([[], votes], frozenset([int(case.truth is not None)]))


def _learn_borders(folds: Sequence[Sequence[Sequence[Case]]], names: frozenset[str]) -> Weights:
    """Learn sources and borders; the borders beside sources that unseen stories would get."""
    borders: list[tuple[Choice, Choice]] = []
    for fold, others in _held_out(folds):
        apart = scales_of(_learn_sources(others, names))
        borders += [pair for case in _cued(fold) if (pair := _border_choices(case, apart))]
    weights = _learn_sources(folds, names)
    weights["start"] = learn(
        [start for start, _ in borders], penalty=PENALTIES["start"], names=names
    )
    weights["end"] = learn([end for _, end in borders], penalty=PENALTIES["end"], names=names)
    return weights


def _learn_sources(folds: Iterable[Sequence[Sequence[Case]]], names: frozenset[str]) -> Weights:
    cases = (case for fold in folds for case in _cued(fold))
    choices = [choice for case in cases if (choice := _source_choice(case))]
    return {"source": learn(choices, penalty=PENALTIES["source"], names=names)}


def _cued(fold: Iterable[Sequence[Case]]) -> Iterator[Case]:
    return (case for case in _all(fold) if case.truth and case.anchor.kind != "quotation")


def cases(one: Annotated, pack: Pack) -> Iterator[Case]:
    """Yield each anchor of an article with the statement that it is the cue of."""
    tokens = cut(one.article.text, pack)
    text = one.article.text
    cued = [s for s in one.statements if s.cue]
    taken = {i for s in cued for i in letters(text, s.content)}
    left = list(cued)
    for paragraph in tokens.paragraphs:
        for shape in shapes_of(tokens, paragraph, pack):
            for anchor in find_anchors(shape, pack):
                if anchor.kind == "quotation":
                    if shape.quoted:
                        continue
                    own = letters(text, [_span(tokens, shape, anchor.first, anchor.last)])
                    if len(own & taken) > len(own) / 2:
                        continue
                    truth = next((
                        s for s in one.statements
                        if not s.cue and len(own & letters(text, s.content)) > len(own) / 2
                    ), None)  # fmt: skip
                    yield Case(tokens, shape, anchor, [], truth)
                    continue
                span = _span(tokens, shape, anchor.first, anchor.last)
                truth = max(left, key=lambda s: _shared(s.cue, span), default=None)
                if truth is not None and _shared(truth.cue, span) > 0:
                    left.remove(truth)
                else:
                    truth = None
                yield Case(tokens, shape, anchor, noun_phrases(shape, anchor.sentence), truth)


def letters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Give the offsets of the letters and digits within some spans."""
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Give the Jaccard overlap of two sets of offsets."""
    return len(one & other) / len(one | other) if one or other else 0.0


def _span(tokens: Tokens, shape: Shape, first: int, last: int) -> Span:
    return Span(tokens.starts[shape.firsts[first]], tokens.ends[shape.lasts[last - 1] - 1])


def _shared(one: Span | None, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start) if one else 0


def _source_choice(case: Case) -> Choice | None:
    assert case.truth is not None
    candidates = [NOBODY, *source_candidates(case.shape, case.anchor, case.phrases)]
    truth = case.truth.source
    hung = [i for i, c in enumerate(candidates) if c.side == "hung"]
    if truth is None:
        right = frozenset([0])
    elif hung and len(case.truth.fields["source"].split()) == 1:
        right = frozenset(hung)
    else:
        shared = [0.0]
        for candidate in candidates[1:]:
            span = _span(case.tokens, case.shape, candidate.first, candidate.last)
            longest = max(span.end - span.start, truth.end - truth.start)
            shared.append(max(0, _shared(truth, span)) / longest)
        if max(shared) <= 0:
            return None
        right = frozenset(i for i, share in enumerate(shared) if share == max(shared))
    return Choice([_source_votes(case.shape, case.anchor, c) for c in candidates], right)


def _source_votes(shape: Shape, anchor: Anchor, candidate: SourceCandidate) -> Votes:
    if candidate.side == "none":
        return nobody_votes(shape, anchor)
    if candidate.side == "hung":
        return hung_votes(shape, anchor, candidate)
    asked = source_questions(*about_sources(shape, anchor))
    return votes_of(asked, source_answers(shape, anchor, candidate))


def _ground(case: Case, scales: Scales) -> Ground:
    source = NOBODY
    if case.anchor.kind != "quotation":
        source = choose_source(case.shape, case.anchor, case.phrases, scales)
    return stake_out(case.shape, case.anchor, source)


def _border_choices(case: Case, scales: Scales) -> tuple[Choice, Choice] | None:
    assert case.truth is not None
    shape, text = case.shape, case.tokens.text
    ground = _ground(case, scales)
    truth = letters(text, case.truth.content)
    table: dict[int, list[tuple[float, int]]] = {}
    for start in starts(shape, ground):
        table[start] = [
            (overlap(truth, letters(text, [
                _span(case.tokens, shape, *part) for part in parts(shape, ground, start, end)
            ])), end)
            for end in ends(shape, ground, start)
        ]  # fmt: skip
    best = max((score for row in table.values() for score, _ in row), default=0.0)
    if best < _FLOOR:
        return None
    right = [s for s, row in table.items() if any(score >= best - _SAME for score, _ in row)]
    asked = start_questions(*about_starts(shape, ground))
    first = Choice(
        [votes_of(asked, start_answers(shape, ground, start)) for start in table],
        frozenset(i for i, start in enumerate(table) if start in right),
    )
    row = table[right[0]]
    asked = end_questions(*about_ends(shape, ground, right[0]))
    last = Choice(
        [votes_of(asked, end_answers(shape, ground, right[0], end)) for _, end in row],
        frozenset(i for i, (score, _) in enumerate(row) if score >= best - _SAME),
    )
    return first, last


def _choice(case: Case, scales: Scales, pack: Pack) -> Choice | None:
    """A statement, or nothing: what an anchor comes to with the content proposed for it.

    A cue whose content is proposed wrongly teaches neither.
    """
    shape, text = case.shape, case.tokens.text
    ground = _ground(case, scales)
    proposal = propose(shape, ground, scales)
    if proposal is None:
        return None
    ballot = cue_votes(shape, ground) + proposal_votes(shape, ground, proposal, pack)
    if case.truth is None:
        return Choice([[], ballot], frozenset([0]))
    content = parts(shape, ground, proposal.start, proposal.end)
    found = letters(text, [_span(case.tokens, shape, *part) for part in content])
    if overlap(letters(text, case.truth.content), found) < _FLOOR:
        return None
    return Choice([[], ballot], frozenset([1]))

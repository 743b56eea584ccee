"""Annotated articles -> the weights of the votes on a pronoun's antecedent.

Each source that names nobody by itself is one lesson: its candidates, and which of them the
annotation takes for right. Development only.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from selon.attribute.sentences import Tokens, cut
from selon.attribute.speakers.antecedents import Heard, candidates
from selon.attribute.speakers.gaps import Source, hear, open_gap
from selon.attribute.speakers.identities import Entity
from selon.attribute.speakers.naming import name_phrase
from selon.attribute.speakers.people import find_people
from selon.attribute.speakers.vocabulary import vocabulary
from selon.languages.pack import Pack
from selon.model import Span
from selon.quality.annotated import Annotated, AnnotatedStatement
from selon.quality.learning import Choice, learn

# Calibrated by five-fold cross-validation over the articles (0.2 to 6 tried).
PENALTY = 0.6
_HEADING = re.compile(
    r"^(?:(?:le|la|les|l|un|une|des|du|de|d|au|aux|son|sa|ses|leur|leurs|ce|cet|cette|m|mme|me|dr)\s+)+"
)


@dataclass(frozen=True, slots=True)
class Lesson:
    """One gap of an article: the votes on each candidate, and which are right, if any."""

    article: str
    form: str
    votes: tuple[tuple[str, ...], ...]
    right: frozenset[int]


def lessons_of(articles: Iterable[Annotated], pack: Pack) -> Iterator[Lesson]:
    """Yield the gaps of annotated articles; the speakers before each are the annotated ones."""
    words = vocabulary(pack)
    for one in articles:
        tokens = cut(one.article.text, pack)
        people = find_people(tokens, article=one.article, pack=pack)
        heard: list[Heard] = []
        for statement, source in sources_of(one, tokens):
            gap = open_gap(source, people, words)
            entity: Entity | None = None
            if gap is None and source.phrase:
                entity = name_phrase(source.phrase, people, words, heard)
            elif gap is not None:
                offered = list(candidates(people, gap, heard))
                right = [i for i, (one_of, _) in enumerate(offered) if is_named(one_of, statement)]
                votes = tuple(tuple(votes) for _, votes in offered)
                yield Lesson(one.article.id, gap.form, votes, frozenset(right))
                entity = offered[right[0]][0] if right else Entity(statement.fields["speaker"])
            if entity and entity.name:
                heard.append(hear(entity, source, people))


def sources_of(one: Annotated, tokens: Tokens) -> list[tuple[AnnotatedStatement, Source]]:
    """Turn the statements of an article into sources by token, in reading order."""
    found: list[tuple[AnnotatedStatement, Source]] = []
    for statement in one.statements:
        content = tuple(_range(tokens, span) for span in statement.content)
        phrase = _range(tokens, statement.source) if statement.source else None
        cue = _range(tokens, statement.cue)[0] if statement.cue else content[0][0]
        found.append((statement, Source(phrase, cue, content)))
    return sorted(found, key=lambda pair: min(pair[1].cue, pair[1].content[0][0]))


def _range(tokens: Tokens, span: Span) -> tuple[int, int]:
    first = next((i for i, end in enumerate(tokens.ends) if end > span.start), len(tokens.ends))
    last = first
    while last < len(tokens.starts) and tokens.starts[last] < span.end:
        last += 1
    return first, last


def is_named(entity: Entity, statement: AnnotatedStatement) -> bool:
    """Tell whether the annotation takes an entity's name for its speaker's."""
    return _bare(entity.name) in {_bare(name) for name in statement.names}


def _bare(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name)
    letters = "".join(char for char in apart if not unicodedata.combining(char)).casefold()
    return _HEADING.sub("", re.sub(r"\W+", " ", letters).strip())


def train(
    lessons: Sequence[Lesson], penalty: float = PENALTY, names: frozenset[str] = frozenset()
) -> dict[str, float]:
    """Learn the weights."""
    choices = [Choice(lesson.votes, lesson.right) for lesson in lessons if lesson.right]
    return learn(choices, penalty=penalty, seen=3, smallest=0.05, names=names)


def is_right(lesson: Lesson, weights: Mapping[str, float]) -> bool:
    """Tell whether the strongest candidate of a gap is a right one."""
    scores = [sum(weights.get(vote, 0.0) for vote in votes) for votes in lesson.votes]
    return bool(scores) and scores.index(max(scores)) in lesson.right


def cross_validate(lessons: Sequence[Lesson], folds: int = 5, penalty: float = PENALTY) -> float:
    """Give the share of gaps filled rightly by weights that were learned from other articles."""
    articles = sorted({lesson.article for lesson in lessons})
    fold = {article: i % folds for i, article in enumerate(articles)}
    right = 0
    for held_out in range(folds):
        weights = train([one for one in lessons if fold[one.article] != held_out], penalty)
        right += sum(is_right(one, weights) for one in lessons if fold[one.article] == held_out)
    return right / len(lessons)

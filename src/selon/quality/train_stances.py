"""Annotated articles -> the weights of the votes on stances (`weights/stances.txt` of a pack).

Development only (numpy, scipy). `cross_validate` tells what unseen articles would get.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from selon.attribute.lexicon import verb_of
from selon.attribute.sentences import Tokens, cut
from selon.attribute.statements.signs import TokenRange, lead_of, signs_of
from selon.attribute.statements.stances import STANCES, first_rule, stance_votes
from selon.languages.pack import Pack
from selon.model import Span, Stance
from selon.quality.annotated import Annotated
from selon.quality.learning import Choice, learn

# Chosen by five-fold cross-validation over the annotated articles.
PENALTY = 2.0
SEEN = 3  # statements that a vote must have been seen in
SMALLEST = 0.05
# Four of five statements are assertions; without this the rarer stances would hardly be chosen.
TILT = 0.8


@dataclass(frozen=True, slots=True)
class Lesson:
    """A statement: its article, the votes on its stance, the stance that readers gave it.

    `settled` is what a rule decides without any vote, None where none does.
    """

    article: str
    votes: Sequence[str]
    stance: Stance
    settled: Stance | None


def lessons_of(articles: Iterable[Annotated], pack: Pack) -> Iterator[Lesson]:
    """Yield the statements of annotated articles."""
    for one in articles:
        tokens = cut(one.article.text, pack)
        for statement in one.statements:
            cue = token_range(tokens, statement.cue) if statement.cue else None
            content = [token_range(tokens, span) for span in statement.content]
            lemma, verb_class = verb_of(tokens, cue, pack=pack) if cue else ("", "")
            signs = signs_of(tokens, cue, content, pack=pack)
            rule = first_rule(lemma, verb_class, signs, pack)
            lead = lead_of(tokens, cue, content, pack) if cue else ""
            votes = stance_votes(lemma, verb_class, signs, lead, rule)
            settled = rule.stance if rule and rule.settles else None
            yield Lesson(one.article.id, votes, statement.fields["stance"], settled)


def token_range(tokens: Tokens, span: Span) -> TokenRange:
    """Give the tokens that a span of the text touches."""
    first = next((i for i, end in enumerate(tokens.ends) if end > span.start), len(tokens.ends))
    last = first
    while last < len(tokens.starts) and tokens.starts[last] < span.end:
        last += 1
    return first, last


def train(lessons: Sequence[Lesson], names: frozenset[str] = frozenset()) -> dict[str, float]:
    """Learn the weights, the tilt against assertions included."""
    counts = Counter(vote for lesson in lessons if not lesson.settled for vote in set(lesson.votes))
    choices = []
    for lesson in lessons:
        if lesson.settled:
            continue
        votes = [vote for vote in lesson.votes if counts[vote] >= SEEN]
        candidates = [[f"{stance}|{vote}" for vote in votes] for stance in STANCES]
        choices.append(Choice(candidates, frozenset((STANCES.index(lesson.stance),))))
    weights = learn(choices, penalty=PENALTY, seen=1, smallest=SMALLEST, names=names)
    weights["asserted|"] = round(weights.get("asserted|", 0.0) - TILT, 3)
    return weights


def choose(votes: Iterable[str], weights: Mapping[str, float]) -> Stance:
    """Take the stance with the strongest votes."""
    known = list(votes)
    return max(STANCES, key=lambda s: sum(weights.get(f"{s}|{vote}", 0.0) for vote in known))


def cross_validate(lessons: Sequence[Lesson], folds: int = 5) -> list[Stance]:
    """Give each lesson the stance that weights learned from other articles choose."""
    articles = sorted({lesson.article for lesson in lessons})
    fold = {article: i % folds for i, article in enumerate(articles)}
    chosen: dict[int, Stance] = {}
    for held_out in range(folds):
        weights = train([one for one in lessons if fold[one.article] != held_out])
        for i, one in enumerate(lessons):
            if fold[one.article] == held_out:
                chosen[i] = one.settled or choose(one.votes, weights)
    return [chosen[i] for i in range(len(lessons))]

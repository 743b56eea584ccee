"""Annotated articles -> folds for cross-validation that keep each story in one fold.

Reprints and follow-ups share names and turns of phrase: weights learned from one part of a story
know the rest. Articles that name the same things are taken for one story. Development only.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from selon.languages.pack import Pack
from selon.quality.annotated import Annotated
from selon.quality.names import names_printed_in

_SAME = 0.3  # cosine of names; by eye, what lies below are different stories


def story_folds(articles: Sequence[Annotated], pack: Pack, *, folds: int) -> list[list[int]]:
    """Deal the articles, by index, into folds of like size, each story into one of them."""
    vectors = _weighed([names_printed_in(one, pack) for one in articles])
    leader = list(range(len(articles)))

    def lead(index: int) -> int:
        while leader[index] != index:
            index = leader[index]
        return index

    for one in range(len(articles)):
        for other in range(one):
            if _cosine(vectors[one], vectors[other]) > _SAME:
                leader[lead(one)] = lead(other)
    stories: dict[int, list[int]] = {}
    for index in range(len(articles)):
        stories.setdefault(lead(index), []).append(index)
    dealt: list[list[int]] = [[] for _ in range(folds)]
    for story in sorted(stories.values(), key=len, reverse=True):
        min(dealt, key=len).extend(story)
    return dealt


def _weighed(counts: Sequence[Counter[str]]) -> list[Mapping[str, float]]:
    """Weigh names by how often an article has them and how few articles do, to length one."""
    articles = Counter(name for names in counts for name in names)
    vectors: list[Mapping[str, float]] = []
    for names in counts:
        weights = {
            name: (1 + math.log(count)) * math.log(len(counts) / articles[name])
            for name, count in names.items()
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        vectors.append({name: weight / length for name, weight in weights.items()})
    return vectors


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(weight * other.get(name, 0.0) for name, weight in one.items())

"""How the time grows when a text doubles: each rule on its own near-misses (`make bench`).

A rule that backtracks shows here first: what it ignores, repeated in one paragraph, is what makes
it look hardest in vain. The bound is 2.5 times the time for twice the text.
"""

import time
from itertools import cycle

import pytest

from selon.languages.examples import parse_example
from selon.languages.pack import Rule, load_pack
from selon.model import Article
from selon.pipeline import read_article

PACK = load_pack("fr")
READ_FROM_BODY = (
    "chains",
    "dates",
    "figures",
    "periods",
    "silences",
    "speakers",
    "stances",
    "statements",
)
CHARACTERS = 8_000
TRIES = 7
RULES = [
    pytest.param(rule, id=f"{name}-{rule.name}")
    for name in READ_FROM_BODY
    for rule in PACK.rules[name]
    if rule.ignores
]


def near_misses(rule: Rule, characters: int) -> Article:
    pieces: list[str] = []
    for sentence in cycle(rule.ignores):
        pieces.append(parse_example(sentence)[0])
        if sum(map(len, pieces)) > characters:
            break
    return Article(id=rule.name, text=" ".join(pieces), published="2024-01-09", language="fr")


def seconds(article: Article) -> float:
    begin = time.process_time()
    read_article(article)
    return time.process_time() - begin


@pytest.mark.parametrize("rule", RULES)
def test_twice_the_near_misses_take_twice_the_time(rule: Rule, benchmark) -> None:
    once, twice = near_misses(rule, CHARACTERS), near_misses(rule, 2 * CHARACTERS)
    benchmark.pedantic(read_article, (twice,), rounds=1)
    # Turn about, so that a processor that slows down slows both.
    tries = [(seconds(once), seconds(twice)) for _ in range(TRIES)]
    growth = min(long for _, long in tries) / min(short for short, _ in tries)
    benchmark.extra_info["growth"] = round(growth, 2)
    print(f"\n{rule.name}: {growth:.2f} times as long")

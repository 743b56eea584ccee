"""make train: the annotated articles -> every weights file of a language's pack.

The same articles and the same rules give the same files. `--folds` reads each article with
weights learned from other stories instead, and scores that: what unseen articles would get.
Development only (numpy, scipy).
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from selon.languages.pack import FOLDER, Pack, load_pack
from selon.pipeline import read_with
from selon.quality import train_antecedents, train_figures, train_stances, train_statements
from selon.quality.annotated import Annotated, digest, load_annotated
from selon.quality.apart import load_apart
from selon.quality.gate import RECORDED
from selon.quality.lessons import load_articles
from selon.quality.names import printed_names
from selon.quality.readings import GOLD, score
from selon.quality.stories import story_folds
from selon.serve.records import reading_record
from selon.serve.wording import wording_for

Weights = dict[str, dict[str, float]]


def learn_weights(articles: Sequence[Annotated], pack: Pack) -> Weights:
    """Learn all weights of a pack from annotated articles and its own practice articles."""
    articles = [*articles, *load_articles(pack)]
    names = printed_names(articles, pack)
    stances = train_stances.train(list(train_stances.lessons_of(articles, pack)), names)
    gaps = list(train_antecedents.lessons_of(articles, pack))
    antecedents = train_antecedents.train(gaps, names=names)
    lessons = [train_figures.lesson_of(one, pack) for one in articles]
    figures = train_figures.train(lessons, pack, names)
    return {
        **train_statements.train(articles, pack, names),
        **figures,
        "stances": stances,
        "antecedents": antecedents,
    }


def write_weights(weights: Weights, folder: Path, why: str) -> None:
    """Write the weights files, a vote and its weight a line, sorted so that a diff can be read."""
    folder.mkdir(exist_ok=True)
    for name, votes in weights.items():
        lines = [f"{vote}\t{weight:g}" for vote, weight in sorted(votes.items())]
        (folder / f"{name}.txt").write_text("\n".join((f"# {why}", *lines)) + "\n", "utf-8")
        print(f"{name}: {len(votes)} votes")


def cross_validate(articles: Sequence[Annotated], pack: Pack, *, folds: int) -> str:
    """Read each article with weights learned from other stories; return the records as lines."""
    wording = wording_for("en")
    records: dict[str, str] = {}
    for number, fold in enumerate(story_folds(articles, pack, folds=folds), 1):
        others = [one for i, one in enumerate(articles) if i not in fold]
        learned = replace(pack, weights=learn_weights(others, pack))
        for index in fold:
            one = articles[index]
            record = reading_record(read_with(one.article, learned), wording)
            records[one.article.id] = json.dumps(record, ensure_ascii=False)
        print(f"fold {number} of {folds}: {len(fold)} articles", file=sys.stderr)
    return "\n".join(records.values())


def print_scores(figures: Mapping[str, object]) -> None:
    """Print the figures that the gate looks at, with their intervals."""
    for figure in RECORDED:
        print(f"{figure:28} {figures[figure]}  {figures.get(f'{figure}_95', '')}")


def main(arguments: list[str] | None = None) -> int:
    """Learn the weights and write them into the pack, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=GOLD, help="annotated articles")
    parser.add_argument("--language", default="fr")
    parser.add_argument("--folds", type=int, default=0, help="cross-validate in so many folds")
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        print(f"train: there are no annotated articles at {options.folder}")
        return 1
    pack = load_pack(options.language)
    articles = [*load_annotated(options.folder), *load_apart()]
    if options.folds:
        records = cross_validate(articles, pack, folds=options.folds)
        with tempfile.TemporaryDirectory() as place:
            print_scores(score(options.folder, records, Path(place)))
        return 0
    why = f"make train, from {len(articles)} annotated articles ({digest(options.folder)})"
    write_weights(learn_weights(articles, pack), FOLDER / options.language / "weights", why)
    return 0


if __name__ == "__main__":
    sys.exit(main())

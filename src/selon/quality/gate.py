"""make gate: the annotated articles are read and scored; no figure may fall below its floor.

Floors stand in `floors.json` with the digest of the articles that they were measured on, so that
a changed set is noticed. `--pin` writes new ones and refuses to lower any without `--lower`.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from selon.quality.readings import GOLD, read_folder, score, sets_at_hand

FLOORS = Path(__file__).with_name("floors.json")
SCORES = Path("docs/scores.tsv")
# A floor lies this much below what was measured, unless the figure has an interval of its own.
SLACK = 0.005
RECORDED = (
    "statement_f1", "statement_f1_strict", "statement_speaker_f1", "kind_accuracy",
    "cue_accuracy", "via_recall", "stance_accuracy", "stance_recall_not_asserted",
    "figure_f1", "figure_value_f1", "figure_full_f1", "figure_bound_accuracy",
    "figure_counts_accuracy", "figure_speaker_accuracy", "figure_as_of_accuracy",
    "figure_stance_accuracy", "figure_period_accuracy",
)  # fmt: skip


def measure() -> dict[str, dict[str, Any]]:
    """Score each annotated set at hand."""
    with tempfile.TemporaryDirectory() as place:
        return {
            name: score(folder, read_folder(folder), Path(place))
            for name, folder in sets_at_hand().items()
        }


def below(floors: Mapping[str, Any], scores: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """List, a line each, what fell below its floor or can't be held against it."""
    found: list[str] = []
    for name, figures in scores.items():
        pinned = floors.get(name)
        if pinned is None:
            found.append(f"{name}: no floors are pinned; run make gate-pin")
        elif pinned["digest"] != figures["digest"]:
            found.append(f"{name}: the articles changed since the floors were pinned")
        else:
            found += [
                f"{name}: {figure} is {figures[figure]}, its floor is {floor}"
                for figure, floor in pinned["floors"].items()
                if figures[figure] < floor
            ]
    return found


def floors_of(scores: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Give the floors that scores allow: the lower end of the interval where there is one."""
    return {
        name: {
            "digest": figures["digest"],
            "floors": {
                figure: figures.get(f"{figure}_95", [round(figures[figure] - SLACK, 4)])[0]
                for figure in RECORDED
            },
        }
        for name, figures in scores.items()
    }


def lowered(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """List the floors that new ones would lower, for sets whose articles are the same."""
    return [
        f"{name}: {figure} from {floor} to {new[name]['floors'][figure]}"
        for name, pinned in old.items()
        if name in new and pinned["digest"] == new[name]["digest"]
        for figure, floor in pinned["floors"].items()
        if new[name]["floors"].get(figure, 0) < floor
    ]


def record(scores: Mapping[str, Mapping[str, Any]], path: Path = SCORES) -> None:
    """Append a row to the table of scores: commit, date, set and figures."""
    head = ("commit", "date", "set", *RECORDED)
    if not path.exists():
        path.write_text("\t".join(head) + "\n", "utf-8")
    command = ["git", "describe", "--always", "--dirty"]
    commit = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    with path.open("a", encoding="utf-8") as table:
        for name, figures in scores.items():
            row = (
                commit,
                datetime.now(UTC).date().isoformat(),
                name,
                *(figures[f] for f in RECORDED),
            )
            table.write("\t".join(map(str, row)) + "\n")


def main(arguments: list[str] | None = None) -> int:
    """Run the gate; the exit status is 1 where a figure is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pin", action="store_true", help="pin new floors")
    parser.add_argument("--lower", action="store_true", help="let --pin lower a floor")
    parser.add_argument("--record", action="store_true", help=f"append a row to {SCORES}")
    options = parser.parse_args(arguments)
    scores = measure()
    if not scores:
        print(f"gate: skipped, there are no annotated articles at {GOLD}")
        return 0
    for name, figures in scores.items():
        print(
            f"{name} ({figures['gold_statements']} statements, {figures['gold_figures']} figures)"
        )
        for figure in RECORDED:
            print(f"  {figure:28} {figures[figure]}  {figures.get(f'{figure}_95', '')}")
    if options.record:
        record(scores)
    old = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    if options.pin:
        new = old | floors_of(scores)
        if (down := lowered(old, new)) and not options.lower:
            print("gate: these floors would fall; say --lower if they must", *down, sep="\n  ")
            return 1
        FLOORS.write_text(json.dumps(new, indent=1) + "\n", "utf-8")
        return 0
    if failures := below(old, scores):
        print("gate: failed", *failures, sep="\n  ")
        return 1
    print("gate: passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())

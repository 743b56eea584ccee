"""Annotated folders -> readings as records, the way that `selon read --to jsonl` prints them."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from selon.quality.annotated import digest

SHARED = Path(os.environ.get("SELON_SHARED", "../shared"))
GOLD = Path(os.environ.get("SELON_GOLD", SHARED / "gold"))
CHECK = Path(os.environ.get("SELON_CHECK", SHARED / "check"))
SCORER = Path(os.environ.get("SELON_SCORER", SHARED / "score.py"))


def sets_at_hand() -> dict[str, Path]:
    """Name the annotated sets that this machine has."""
    wanted = {"gold": GOLD, "check": CHECK}
    return {name: path for name, path in wanted.items() if path.is_dir() and SCORER.is_file()}


def read_folder(folder: Path, *, source_path: Path | None = None) -> str:
    """Read a folder of articles with this program, or with the sources of another version of it."""
    environment = dict(os.environ)
    if source_path is not None:
        environment["PYTHONPATH"] = str(source_path)
    command = [sys.executable, "-m", "selon.cli", "read", "--to", "jsonl", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.strip())
    return done.stdout


def score(folder: Path, records: str, place: Path) -> dict[str, Any]:
    """Score records against a folder of annotated articles with the set's own scorer."""
    predictions = place / f"{folder.name}.jsonl"
    predictions.write_text(records, "utf-8")
    command = [sys.executable, str(SCORER), str(folder), str(predictions), "--json", "--bootstrap"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: Mapping[str, Any] = json.loads(done.stdout)
    return dict(figures) | {"digest": digest(folder)}

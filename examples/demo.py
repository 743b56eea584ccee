"""Read the demonstration dossier: print one reading, write its page, and sum up what was found.

Everything here is the public API: `selon.read`, and the ways to show a reading in `selon.serve`.
"""

import os
import shutil
import sys
from collections import Counter
from pathlib import Path

import selon
from selon.serve.delivery import whole_file
from selon.serve.page import readings_page
from selon.serve.progress import Progress
from selon.serve.terminal import reading_text
from selon.serve.wording import wording_for
from selon.settings import read_settings

DOSSIER = Path(__file__).parent / "dossier"
SHOWN = DOSSIER / "quai-neuf" / "2027-03-09-dix-sept-morts.html"
PAGE = Path("demo") / "reading.html"
WORDS = {
    "en": ("The dossier: {} pages", "statements", "figures", "The page of this reading: {}"),
    "fr": (
        "Le dossier\u00a0: {} pages",
        "propos",
        "chiffres",
        "La page de cette lecture\u00a0: {}",
    ),
}


def main() -> int:
    """Read every page of the dossier and show what comes of it."""
    settings = read_settings(Path.cwd(), os.environ)
    wording = wording_for(settings.locale)
    paths = sorted(DOSSIER.glob("*/*.html"))
    readings: dict[Path, selon.Reading] = {}
    with Progress(wording, len(paths)) as progress:
        for path in paths:
            readings[path] = selon.read(path)
            progress.step(0)

    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size((100, 30)).columns
    print(reading_text(readings[SHOWN], wording, width=width, terminal=terminal, colour=terminal))

    PAGE.parent.mkdir(exist_ok=True)
    with whole_file(PAGE) as out:
        out.writelines(readings_page([readings[SHOWN]], wording))

    statements, figures = Counter[str](), Counter[str]()
    for reading in readings.values():
        statements[reading.article.outlet] += len(reading.statements)
        figures[reading.article.outlet] += len(reading.figures)
    dossier, said, counted, page = WORDS[settings.locale]
    print(dossier.format(len(readings)))
    for outlet in sorted(statements):
        print(f"  {outlet:28} {statements[outlet]:5} {said} {figures[outlet]:5} {counted}")
    print(page.format(PAGE))
    return 0


if __name__ == "__main__":
    sys.exit(main())

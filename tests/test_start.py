"""What a cold start costs: reading a text loads neither the web's parts nor a page's."""

import subprocess
import sys
from pathlib import Path

HEAVY = ("trafilatura", "lxml", "jinja2", "numpy", "scipy", "fastapi", "sqlite3", "selon.quality")
STORY = """La digue a tenu

« La digue a tenu », a déclaré mardi la préfète. Selon la police, 1.240 personnes sont parties.
"""


def test_reading_a_text_imports_nothing_heavy(tmp_path: Path) -> None:
    story = tmp_path / "digue.txt"
    story.write_text(STORY, "utf-8")
    code = (
        "import sys\nfrom selon.cli import main\n"
        f"main(['read', {str(story)!r}, '--to', 'text', '-o', {str(tmp_path / 'out.txt')!r}])\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert "La digue a tenu" in (tmp_path / "out.txt").read_text("utf-8")

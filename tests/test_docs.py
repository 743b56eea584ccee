"""The documents against the code: what exists is written down, and what is written down exists."""

import re
import subprocess
import sys
from pathlib import Path

from selon.languages.pack import load_pack
from selon.model import Article
from selon.pipeline import read_article
from selon.serve.records import reading_record
from selon.serve.wording import wording_for

ROOT = Path(__file__).parents[1]
TEXT = "« La digue a tenu », a dit la préfète. Selon la police, 1.240 personnes sont parties."


def document(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_every_folder_and_rule_file_stands_in_the_architecture() -> None:
    text = document("docs/architecture.md")
    for path in (ROOT / "src" / "selon").iterdir():
        if path.is_dir() and (path / "__init__.py").exists():
            assert f"## {path.name}/" in text
    for name in load_pack("fr").rules:
        assert f"`{name}`" in text


def test_every_key_of_a_record_stands_in_the_formats() -> None:
    text = document("docs/formats.md")
    record = reading_record(
        read_article(Article("a", TEXT, language="fr", published="2027-03-09")), wording_for("en")
    )
    keys = {*record, *record["statements"][0], *record["figures"][0]}
    assert {key for key in keys if f"`{key}`" not in text} == set()


def test_every_target_that_the_documents_name_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):", document("Makefile"), re.M))
    pages = ("README.md", "README.fr.md", "CONTRIBUTING.md", "CHANGELOG.md")
    named = {word for page in pages for word in re.findall(r"make ([a-z-]+)", document(page))}
    assert named - targets - {"sure"} == set()


def test_every_link_of_the_documents_leads_somewhere() -> None:
    for page in ("README.md", "README.fr.md", "CONTRIBUTING.md", "docs/architecture.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", document(page)):
            assert (ROOT / page).parent.joinpath(target).exists(), (page, target)


def test_every_option_of_the_command_is_in_its_help_in_both_languages() -> None:
    options = ("--to", "--published", "--lang", "--locale", "--output")
    for locale in ("fr", "en"):
        command = [sys.executable, "-m", "selon.cli", "read", "--help", "--locale", locale]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert all(option in done.stdout for option in options)

"""Modules that one reads in one sitting, named for what they know."""

import ast
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[1] / "src" / "selon"
MODULES = sorted(SOURCES.rglob("*.py"))
REFUSED = {"utils", "helpers", "common", "core", "manager", "handler", "processor", "engine"}
LONGEST_MODULE, LONGEST_FUNCTION = 400, 50


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCES)))
def test_a_module_is_short_says_what_it_knows_and_has_a_name(path: Path) -> None:
    source = path.read_text("utf-8")
    tree = ast.parse(source)
    assert len(source.splitlines()) <= LONGEST_MODULE
    assert ast.get_docstring(tree)
    assert path.stem not in REFUSED
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []

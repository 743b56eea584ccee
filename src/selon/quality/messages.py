"""The catalogs of what the program says: `python -m selon.quality.messages` brings them up to date.

In: the code and the templates, where messages stand in English. Out: `selon.po` with an empty
translation for each new message, `selon.mo` compiled from it; the names of what is still to do.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent.parent
FRENCH = PACKAGE / "translations/fr/LC_MESSAGES/selon.po"
_ONE = dict.fromkeys(("_", "say", "N_"), None)
_TWO = dict.fromkeys(("say_many", "ngettext"), (1, 2))
# Their message may be a constant of the module or of another, which Babel's own reader cannot see.
_RAISED = ("Problem", "WrongSetting")

Message = str | tuple[str, ...]


def program_messages() -> set[Message]:
    """Collect every message that the program may say."""
    found: set[Message] = set()
    for path in PACKAGE.rglob("*.py"):
        found.update(_marked(path, "python"), _raised(path))
    for path in PACKAGE.rglob("templates/*.html"):
        found.update(_marked(path, "jinja2"))
    found.discard("")
    return found


def read_french() -> Catalog:
    """Read the French catalog."""
    with FRENCH.open("rb") as file:
        return read_po(file, locale="fr")


def untranslated(catalog: Catalog) -> list[Message]:
    """List the messages of the program that a catalog has no translation for."""
    known = {
        message.id if isinstance(message.id, str) else tuple(message.id)
        for message in catalog
        if message.id and not message.fuzzy and all(message.string or [""])
    }
    return sorted(program_messages() - known, key=str)


def update_french() -> list[Message]:
    """Add what is new to the French catalog, drop what is gone, compile; return what is to do."""
    template, catalog = Catalog(), read_french()
    for said in sorted(program_messages(), key=str):
        template.add(said)
    catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
    for message in catalog:
        # One that gained or lost a plural form is not doubtful but empty or done.
        message.flags.discard("fuzzy")
    with FRENCH.open("wb") as file:
        write_po(file, catalog, width=0, sort_output=True, ignore_obsolete=True)
    with FRENCH.with_suffix(".mo").open("wb") as file:
        write_mo(file, read_french())
    return untranslated(read_french())


def _marked(path: Path, method: str) -> Iterator[Message]:
    for _, message, _, _ in extract_from_file(method, path, keywords=_ONE | _TWO):
        yield message if isinstance(message, str) else tuple(message)


def _raised(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    for call in ast.walk(tree):
        match call:
            case ast.Call(func=ast.Name(id=name), args=[message, *_]) if name in _RAISED:
                yield from _texts(message, tree)


def _texts(message: ast.expr, tree: ast.Module) -> Iterator[str]:
    match message:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from (*_texts(one, tree), *_texts(other, tree))
        case ast.Name(id=name):
            yield from _named(name, tree)


def _named(name: str, tree: ast.Module) -> Iterator[str]:
    """Yield the text of a constant, from the module that it was imported from if need be."""
    for statement in tree.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=found)], value=value) if found == name:
                yield from _texts(value, tree)
            case ast.ImportFrom(module=str(module), names=names) if any(
                alias.name == name for alias in names
            ):
                origin = PACKAGE.parent.joinpath(*module.split(".")).with_suffix(".py")
                yield from _named(name, ast.parse(origin.read_text("utf-8")))


if __name__ == "__main__":
    to_do = update_french()
    for message in to_do:
        print(f"{FRENCH.name}: no translation of {message!r}")
    sys.exit(bool(to_do))

"""What the documentation names is there: files, modules, commands, targets of the Makefile."""

import importlib
import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests.docs.markdown import ROOT, named, page_names

#: Made by a running instance or by tools; not in the repository.
MADE_LATER = ("var/", ".venv", ".env")
_EXTENSIONS = r"py|md|toml|yaml|txt|in|html|css|js|json|csv|svg|png"
_FILE = re.compile(rf"[\w.\-/]*[\w\-]\.(?:{_EXTENSIONS})")
_COMMAND = re.compile(r"manage\.py (\w+)")
_TARGET = re.compile(r"(?:^|\s)make ([a-z-]+)")
_PACKAGES = ("portal", "practices", "trainings", "network", "search", "scripts", "tests")
_DOTTED = re.compile(rf"(?:{'|'.join(_PACKAGES)})(?:\.\w+)+")

all_pages = pytest.mark.parametrize("name", page_names())


def source_files() -> list[str]:
    """Paths of all files below the folders that hold the product, and beside them."""
    folders = [*_PACKAGES, "static", "docs", "requirements"]
    found = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    found += [path for path in ROOT.iterdir() if path.is_file()]
    return [path.relative_to(ROOT).as_posix() for path in found]


def missing_file(named_file: str, page: Path, files: list[str]) -> bool:
    """Whether there is no such file: from the root, beside the page, or, for a bare name, at the end of any path."""
    if named_file.startswith("/") or named_file.startswith(MADE_LATER):
        return False
    if (ROOT / named_file).exists() or (page.parent / named_file).exists():
        return False
    return not any(path.endswith(f"/{named_file}") for path in files)


@all_pages
def test_files_exist(name):
    files = source_files()
    top = {path.name for path in ROOT.iterdir() if path.is_dir()}
    absent = []
    for text in named(ROOT / name):
        is_file = _FILE.fullmatch(text) is not None
        is_folder = re.fullmatch(r"[\w.\-]+(?:/[\w.\-]+)+/?", text) is not None and text.split("/")[0] in top
        if (is_file or is_folder) and missing_file(text, ROOT / name, files):
            absent.append(text)
    assert absent == []


@all_pages
def test_python_names_exist(name):
    absent = []
    for text in named(ROOT / name):
        match = _DOTTED.fullmatch(text.removesuffix("()"))
        if match and not _importable(match[0]):
            absent.append(text)
    assert absent == []


def _importable(dotted: str) -> bool:
    """Whether this is a module, or an attribute (of an attribute …) of one."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        if (ROOT / Path(*parts[:length])).is_dir() or (ROOT / Path(*parts[:length])).with_suffix(".py").is_file():
            if parts[:2] == ["portal", "settings"]:
                return length == len(parts)
            thing = importlib.import_module(".".join(parts[:length]))
            for part in parts[length:]:
                thing = getattr(thing, part, None)
            return thing is not None
    return False


@all_pages
def test_commands_exist(name):
    known = get_commands()
    text = (ROOT / name).read_text(encoding="utf-8")
    assert sorted({match[1] for match in _COMMAND.finditer(text)} - set(known)) == []


@all_pages
def test_targets_of_the_makefile_exist(name):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    known = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    commands = [text for text in named(ROOT / name) if "make" in text]
    assert sorted({target for text in commands for target in _TARGET.findall(text)} - known) == []

"""Files: small, named after what is in them, the same on every machine."""

import re

import pytest

from tests.architecture.source import ALL, BASE, CODE, files, name

#: Lines; a file that needs more has more than one reason to change.
LONGEST = 400

NAMELESS = {"utils", "util", "helpers", "helper", "misc", "common", "stuff", "tools", "base_utils"}

# Written in parts, so that this file is not found by itself. A folder "home" of a package is no machine's.
MACHINE_PATHS = re.compile(
    "|".join(["/" + "work/", r"(?<!\w)/" + r"home/[a-z]", "/" + "root/", "/" + "Users/", r"\.\./" + "shared"])
)


def test_no_module_is_named_after_nothing():
    found = [
        name(path) for path in files((*CODE, "tests"), ".py") if path.stem in NAMELESS or path.parent.name in NAMELESS
    ]
    assert found == []


def test_no_file_is_long():
    long = {}
    for path in files((*CODE, "tests"), ".py", ".html", ".css", ".js", ".xml"):
        if "migrations" in path.parts or "vendor" in path.parts:
            continue
        lines = path.read_text(encoding="utf-8").count("\n")
        if lines > LONGEST:
            long[name(path)] = lines
    assert long == {}


def test_nothing_names_a_place_on_one_machine():
    found = []
    loose = [path for path in BASE.iterdir() if path.is_file() and path.suffix in {".md", ".toml", ".yaml", ""}]
    for path in [*files(ALL), *loose]:
        if path.name == ".env":
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{name(path)}: {match[0]}" for match in MACHINE_PATHS.finditer(text)]
    assert found == []


def test_every_package_says_what_it_is_for():
    """The docstring of `__init__.py`; packages that a framework wants (commands, migrations, formats) are named so."""
    silent = []
    for path in files(("portal", "practices", "trainings", "network", "search"), ".py"):
        if path.name != "__init__.py" or {"migrations", "management", "formats"} & set(path.parts):
            continue
        if not path.read_text(encoding="utf-8").startswith('"""'):
            silent.append(name(path))
    assert silent == []


@pytest.mark.parametrize("marker", ["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"])
def test_nothing_is_put_off(marker):
    pattern = re.compile(rf"\b{marker}\b")
    found = [
        name(path)
        for path in files((*CODE, "tests"), ".py", ".html", ".css", ".js")
        if "vendor" not in path.parts and pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_no_test_is_skipped_or_expected_to_fail():
    pattern = re.compile(r"pytest\.mark\.(?:skip\b|xfail)|pytest\.xfail|@unittest\.skip")
    found = [
        name(path)
        for path in files(("tests",), ".py")
        if path.name != "test_source.py" and pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []

"""`.env.example` names every variable that the settings read, and no other."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SETTINGS = sorted((ROOT / "portal" / "settings").glob("*.py"))


def read_by_settings() -> set[str]:
    """Names in calls such as `env.str("NAME", …)`."""
    names = set()
    for path in SETTINGS:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "env"
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                names.add(str(node.args[0].value))
    return names


def in_example() -> list[str]:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    return re.findall(r"^(\w+)=", text, re.MULTILINE)


def of_compose_only() -> set[str]:
    """Variables that compose.yaml takes from the same file for its own services."""
    text = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    return set(re.findall(r"(?<!\$)\$\{(\w+)", text))


def test_every_variable_of_the_settings_is_in_the_example():
    assert sorted(read_by_settings() - set(in_example())) == []


def test_the_example_names_nothing_that_nobody_reads():
    assert sorted(set(in_example()) - read_by_settings() - of_compose_only()) == []


def test_each_variable_stands_there_once():
    names = in_example()
    assert sorted(names) == sorted(set(names))


def test_compose_asks_for_passwords_of_its_services_only():
    assert of_compose_only() == {"POSTGRES_PASSWORD", "ELASTIC_PASSWORD"}

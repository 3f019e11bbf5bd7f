"""Templates: each compiles, and none needs a looser content security policy than the site has."""

import re

import pytest
from django.template import engines

from tests.architecture.source import files, name

FOLDERS = ("portal", "practices", "trainings", "network", "search")
TEMPLATES = [path for path in files(FOLDERS) if "templates" in path.parts]

NAMESPACE = re.compile(r"""\bxmlns(?::\w+)?=["'][^"']*["']""")
FORBIDDEN = re.compile(
    r"<style\b|<script\b(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|javascript:|https?://|(?:src|href|action)=[\"']//",
    re.IGNORECASE,
)


def loader_name(path):
    """The name by which the template is asked for: what follows the folder `templates`."""
    return "/".join(path.parts[path.parts.index("templates") + 1 :])


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_it_compiles(path):
    template = engines["django"].get_template(loader_name(path))
    assert template.origin.name == str(path), "another template of this name comes first"


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_no_inline_script_or_style_and_nothing_from_third_parties(path):
    assert FORBIDDEN.findall(NAMESPACE.sub("", path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", list(files(("static",), ".css", ".js")), ids=name)
def test_nothing_static_comes_from_third_parties(path):
    text = NAMESPACE.sub("", path.read_text(encoding="utf-8"))
    assert re.findall(r"(?:url\(|import|from|fetch\()\s*[\"']?(?:https?:)?//", text) == []

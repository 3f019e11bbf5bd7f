"""The style sheet is joined, in its layers, and nothing of it is lost."""

import re

import pytest
from django.conf import settings
from django.core.management import call_command

from portal.core.static_files.storage import join_style_sheet

SHEETS = {
    "tokens.css": ":root { --petrol: #0f5a5a; }",
    "components/card.css": '/* A card. */\n.card::before { content: "a"; }\n',
}
INDEX = """/* Order of layers. */
@layer tokens, components;
@import "tokens.css" layer(tokens);
@import "components/card.css" layer(components);
"""


def test_each_import_is_replaced_by_its_text_in_its_layer():
    assert join_style_sheet(INDEX, SHEETS.__getitem__) == (
        "@layer tokens, components; @layer tokens{:root { --petrol: #0f5a5a; }} "
        '@layer components{ .card::before { content: "a"; } }\n'
    )


def test_an_import_without_a_layer_has_none():
    assert join_style_sheet('@import "tokens.css";', SHEETS.__getitem__) == ":root { --petrol: #0f5a5a; }\n"


def test_an_import_that_is_commented_out_is_not_read():
    assert join_style_sheet('/* @import "gone.css" layer(x); */ a { b: c }', SHEETS.__getitem__) == "a { b: c }\n"


@pytest.fixture
def collected(settings, tmp_path):
    """The product's own static files as production collects them."""
    settings.STATIC_ROOT = tmp_path
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "portal.core.static_files.storage.JoinedManifestStorage"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def test_the_products_style_sheet_is_one_file_with_all_layers(collected):
    (joined,) = (collected / "css").glob("index.*.css")
    text = joined.read_text(encoding="utf-8")
    assert "@import" not in text
    assert text.count("{") == text.count("}")
    source = (settings.BASE_DIR / "static/css/index.css").read_text(encoding="utf-8")
    layers = re.findall(r"@import\s+\"[^\"]+\"\s*layer\(([\w-]+)\)", source)
    assert re.findall(r"@layer ([\w-]+) ?\{", text)[: len(layers)] == layers
    assert (collected / "css" / f"{joined.name}.gz").stat().st_size < 20_000


def test_scripts_import_each_other_by_their_hashed_names(collected):
    names = {path.name for path in (collected / "js").iterdir()}
    for path in (collected / "js").glob("*.????????????.js"):
        imported = re.findall(r"from\s*\"\./([^\"]+)\"|import\s*\"\./([^\"]+)\"", path.read_text(encoding="utf-8"))
        for name in (first or second for first, second in imported):
            assert name in names
            assert re.search(r"\.[0-9a-f]{12}\.js$", name)

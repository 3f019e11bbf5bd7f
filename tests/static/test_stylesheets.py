"""The style sheets keep what readers depend on: contrast in both themes, old browsers, one joined file."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "static" / "css"
TOKENS = (CSS / "tokens.css").read_text(encoding="utf-8")
SHEETS = sorted(path for path in CSS.rglob("*.css"))

TEXT = [(text, surface) for text in ("ink", "muted") for surface in ("bg", "bg-soft", "card", "tint", "accent-2")]
LABELS = [
    ("link", "bg"),
    ("link", "card"),
    ("link", "tint"),
    ("link", "accent-2"),
    ("on-fill", "fill"),
    ("on-tint-2", "tint-2"),
    ("on-brand", "brand"),
    ("on-brand-2", "brand"),
    ("on-brand-2", "brand-2"),
    ("on-accent", "accent"),
    ("accent-ink", "bg"),
    ("accent-ink", "accent-2"),
    ("ok", "ok-soft"),
    ("bad", "bad-soft"),
    ("bad", "bg"),
    ("ink", "mark"),
    ("ink", "tint-2"),
]
EDGES = [("control", "bg"), ("control", "card"), ("fill", "bg"), ("fill", "tint"), ("accent", "brand-2")]


def colours(theme: str) -> dict[str, str]:
    """Return name to value; the dark theme overrides the light one, as the cascade does."""
    light, _, rest = TOKENS.partition("@media screen and (prefers-color-scheme: dark)")
    dark = rest.partition("@media (prefers-contrast: more)")[0]
    text = light if theme == "light" else light + dark
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", text))


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("pairs", "least"), [(TEXT, 7.0), (LABELS, 4.5), (EDGES, 3.0)], ids=["text", "labels", "edges"]
)
def test_contrast(theme: str, pairs: list[tuple[str, str]], least: float) -> None:
    values = colours(theme)
    found = {f"{a} on {b}": round(contrast(values[a], values[b]), 2) for a, b in pairs}
    assert {pair: ratio for pair, ratio in found.items() if ratio < least} == {}


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: str(path.relative_to(CSS)))
def test_old_office_browsers_understand_all_of_it(path: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    newer = ["light-dark(", "subgrid", "color-mix(", "@starting-style", "@scope", "float: inline-", "oklch("]
    assert [feature for feature in newer if feature in text] == []
    assert re.findall(r"^\s*&.*$", text, flags=re.MULTILINE) == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: str(path.relative_to(CSS)))
def test_raw_colours_stand_in_tokens_only(path: Path) -> None:
    if path.name != "tokens.css":
        assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: str(path.relative_to(CSS)))
def test_braces_are_balanced(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("{") == text.count("}")


def test_index_imports_every_sheet_once() -> None:
    imported = re.findall(r'^@import "([^"]+)" layer\(\w+\);$', (CSS / "index.css").read_text(), flags=re.MULTILINE)
    present = [str(path.relative_to(CSS)) for path in SHEETS if path.name != "index.css"]
    assert sorted(imported) == sorted(present)

"""Reading the documentation: its pages, their headings and links, and what they name in backquotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_CODE_BLOCK = re.compile(r"(?:\n\n|\n#[^\n]*\n)(?: {4}[^\n]*\n)+")
_CODE_SPAN = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)|<(https?://[^>\s]+)>")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


def pages() -> list[Path]:
    """Every page of the documentation: those in docs/ and those beside the README."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def page_names() -> list[str]:
    return [page.relative_to(ROOT).as_posix() for page in pages()]


def prose(page: Path) -> str:
    """The text of a page without its blocks of code."""
    return _CODE_BLOCK.sub("\n", _FENCE.sub("", page.read_text(encoding="utf-8")))


def links(page: Path) -> list[str]:
    """Targets of all links and pictures, in order."""
    text = _CODE_SPAN.sub("", prose(page))
    return [match[1] or match[2] for match in _LINK.finditer(text)]


def named(page: Path) -> list[str]:
    """What stands in backquotes."""
    return [match[1] for match in _CODE_SPAN.finditer(prose(page))]


def anchors(page: Path) -> set[str]:
    """The anchors that headings get where the repository is shown: lower case, words joined by hyphens."""
    return set(_anchors(_FENCE.sub("", page.read_text(encoding="utf-8"))))


def _anchors(text: str) -> Iterator[str]:
    for heading in _HEADING.findall(text):
        yield re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")

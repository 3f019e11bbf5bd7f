"""The starter content of the library, and what it cannot be without."""

from __future__ import annotations

from portal.core.starter.registry import loaders
from portal.core.starter.report import Report

#: The site's other pages take as long again, and nobody finds them in the library.
_NEEDED = frozenset(
    {
        "taxonomy",
        "glossary",
        "places",
        "home and lists",
        "lists of resources",
        "standards",
        "parts of standards",
        "documents of practices",
        "good practices",
        "methodologies",
    }
)


def load_library() -> None:
    """Loads it into a database without content."""
    report = Report()
    for name, loader in loaders():
        if name in _NEEDED:
            loader(report)

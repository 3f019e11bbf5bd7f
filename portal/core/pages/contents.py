"""The contents of a long page, from the headings that its editors wrote."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.utils.safestring import SafeString, mark_safe

from portal.core.markup.edits import Edit, apply_edits
from portal.core.markup.references import decode_with_ends
from portal.core.markup.scanner import scan_html

#: A page with fewer headings is seen at a glance.
FEWEST: Final = 4

_HEADING: Final = "h2"


def with_contents(texts: Sequence[SafeString], lang: str) -> tuple[list[SafeString], list[dict[str, Any]]]:
    """The texts with an anchor at each heading, and entries of components/toc.html; none for a page with few headings.

    Anchors are numbered, so that a link leads to the same place in every language. `lang` is that of the texts, ""
    where it is the language of the page around them.
    """
    anchored: list[SafeString] = []
    entries: list[dict[str, Any]] = []
    for text in texts:
        edits: list[Edit] = []
        for place, label in _headings(text):
            anchor = f"section-{len(entries) + 1}"
            edits.append(Edit(place, place, f' id="{anchor}"'))
            entries.append({"anchor": anchor, "label": label, "lang": lang})
        anchored.append(mark_safe(apply_edits(text, edits)))  # noqa: S308 - it was safe before, and anchors are our own
    return (anchored, entries) if len(entries) >= FEWEST else (list(texts), [])


def _headings(html: str) -> list[tuple[int, str]]:
    """Where in each heading's tag an attribute can be put, and what the heading says."""
    found: list[tuple[int, str]] = []
    place, words = -1, ""
    for piece in scan_html(html):
        if piece.name == _HEADING and piece.kind == "start":
            place, words = piece.start + len(f"<{_HEADING}"), ""
        elif piece.name == _HEADING and piece.kind == "end" and place >= 0:
            if label := " ".join(words.split()):
                found.append((place, label))
            place = -1
        elif piece.kind == "text" and place >= 0:
            words += decode_with_ends(html[piece.start : piece.end])[0]
    return found

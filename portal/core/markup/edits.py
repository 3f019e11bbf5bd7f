"""Changing a document in a few places and leaving every other byte as it was."""

from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """Put `text` in the place of what stands between two offsets (an insertion when they are the same)."""

    start: int
    end: int
    text: str


def apply_edits(document: str, edits: Iterable[Edit]) -> str:
    """The document after edits that do not overlap and are in ascending order."""
    parts: list[str] = []
    done = 0
    for start, end, text in edits:
        parts.append(document[done:start])
        parts.append(text)
        done = end
    parts.append(document[done:])
    return "".join(parts)

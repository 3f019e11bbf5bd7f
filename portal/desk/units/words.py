"""The words of a text, out of whatever markup it has."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import unescape

from portal.core.markup.edits import Edit, apply_edits
from portal.core.markup.elements import INLINE
from portal.core.markup.references import encode_text
from portal.core.markup.scanner import scan_html
from portal.desk.units.unit import Kind

_SPACES = re.compile(r"\s+")
_AROUND = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)


def paragraphs(text: str, kind: Kind) -> list[str]:
    """The plain text of each paragraph, list item or heading, on one line; empty ones left out."""
    if kind is not Kind.RICH:
        return _not_empty(text.splitlines())
    found = [""]
    for piece in scan_html(text):
        if piece.kind == "text":
            found[-1] += unescape(text[piece.start : piece.end])
        elif piece.name == "br":
            found[-1] += " "
        elif piece.name not in INLINE:
            found.append("")
    return _not_empty(found)


def with_words(text: str, kind: Kind, convert: Callable[[Sequence[str]], Sequence[str]]) -> str:
    """The text with other words in the same markup: `convert` gets what stands between the tags and gives as many."""
    if kind is not Kind.RICH:
        return convert([text])[0] if text.strip() else text
    edits: list[Edit] = []
    words: list[str] = []
    for piece in scan_html(text):
        if piece.kind == "text" and (around := _AROUND.match(text[piece.start : piece.end])) and around[2]:
            start = piece.start + len(around[1])
            edits.append(Edit(start, start + len(around[2]), ""))
            words.append(unescape(around[2]))
    converted = convert(words) if words else []
    return apply_edits(text, (edit._replace(text=encode_text(new)) for edit, new in zip(edits, converted, strict=True)))


def _not_empty(lines: Sequence[str]) -> list[str]:
    return [line for line in (_SPACES.sub(" ", line).strip() for line in lines) if line]

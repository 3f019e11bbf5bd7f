"""Marks in a text where the searched words stand."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.analysis.tokens import words


def highlight(text: str, searched: Collection[str]) -> SafeString:
    """The text as safe HTML, matched words in `<mark>` as they are written there, neighbours in one mark."""
    spans: list[list[int]] = []
    for word in words(text) if searched else ():
        if word.folded not in searched:
            continue
        if spans and not text[spans[-1][1] : word.start].strip():
            spans[-1][1] = word.end
        else:
            spans.append([word.start, word.end])
    pieces: list[str] = []
    position = 0
    for start, end in spans:
        pieces += [escape(text[position:start]), "<mark>", escape(text[start:end]), "</mark>"]
        position = end
    pieces.append(escape(text[position:]))
    return mark_safe("".join(pieces))  # noqa: S308 (every piece is escaped above)

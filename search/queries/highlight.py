"""Marks in a text where the searched words stand."""

from __future__ import annotations

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.analysis.tokens import tokens
from search.understanding.marks import Marks


def highlight(text: str, group: str, marks: Marks) -> SafeString:
    """The text, in a language of this group, as safe HTML: marked words as they stand, neighbours in one `<mark>`."""
    spans: list[list[int]] = []
    for word in tokens(text) if marks else ():
        if (group, word.folded) not in marks:
            continue
        if spans and word.start < spans[-1][1]:
            # A spelling in one of words that are marked already.
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

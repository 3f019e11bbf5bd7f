"""Marks in a text where the searched words stand."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.analysis.tokens import WORD, may_have_joined, tokens
from search.understanding.marks import Marks


def highlight(text: str, group: str, marks: Marks) -> SafeString:
    """The text, in a language of this group, as safe HTML: marked words as they stand, neighbours in one `<mark>`."""
    spans: list[list[int]] = []
    for start, end in _places(text, group, marks) if marks else ():
        if spans and start < spans[-1][1]:
            # A spelling in one of words that are marked already.
            continue
        if spans and not text[spans[-1][1] : start].strip():
            spans[-1][1] = end
        else:
            spans.append([start, end])
    pieces: list[str] = []
    position = 0
    for start, end in spans:
        pieces += [escape(text[position:start]), "<mark>", escape(text[start:end]), "</mark>"]
        position = end
    pieces.append(escape(text[position:]))
    return mark_safe("".join(pieces))  # noqa: S308 (every piece is escaped above)


def _places(text: str, group: str, marks: Marks) -> Iterator[tuple[int, int]]:
    """Where words stand that are marked, each by itself."""
    if may_have_joined(text):
        yield from ((word.start, word.end) for word in tokens(text) if (group, word.folded) in marks)
        return
    forms = marks.written(group)
    yield from (word.span() for word in WORD.finditer(text) if forms[word[0]])

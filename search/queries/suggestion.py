"""Did you mean: the text as typed, with words that there are in place of those that nothing has."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence

from django.utils.html import strip_tags

from search.analysis.tokens import words
from search.engines.base import Hit
from search.queries.results import ResultItem
from search.understanding.question import Question


def suggestion(text: str, question: Question, hits: Sequence[Hit], items: Sequence[ResultItem]) -> str:
    """The better text; "" when every word is known. Words are written as in what was found."""
    if not question.corrections:
        return ""
    better = {one.typed: _as_written(one.folded, _texts(hits, items)) for one in question.corrections}
    pieces = []
    end = 0
    for word in words(text):
        if word.folded in better:
            pieces += [text[end : word.start], better[word.folded]]
            end = word.end
    return "".join((*pieces, text[end:]))


def _as_written(folded: str, texts: Iterable[str]) -> str:
    """The word as the first of the texts that has it writes it, in small letters; folded, when none has it."""
    for text in texts:
        for word in words(text):
            if word.folded == folded:
                return text[word.start : word.end].lower()
    return folded


def _texts(hits: Sequence[Hit], items: Sequence[ResultItem]) -> Iterator[str]:
    for item in items:
        yield html.unescape(strip_tags(item.title))
        yield html.unescape(strip_tags(item.summary))
    for hit in hits:
        yield from hit.texts.values()

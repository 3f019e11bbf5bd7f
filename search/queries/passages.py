"""The passage of a text that says why it was found."""

from __future__ import annotations

from collections import deque
from itertools import islice

from django.utils.safestring import SafeString, mark_safe

from search.analysis.tokens import WORD
from search.queries.highlight import highlight
from search.understanding.marks import Marks

#: Words of a passage: about two lines of a list.
_LENGTH = 32

#: Words before the first marked one, so that it is read as part of something.
_LEAD = 8

#: Words that are looked through; what is found later in a long text is rarely why one would open it.
_MOST = 6_000


def passage(text: str, group: str, marks: Marks) -> SafeString | None:
    """The part of the text with most different marked words, marked, with "…" where it was cut; None without any."""
    if not marks:
        return None
    forms = marks.written(group)
    marked = [(number, form) for number, word in enumerate(WORD.findall(text)[:_MOST]) if (form := forms[word])]
    if not marked:
        return None
    window: deque[tuple[int, str]] = deque()
    best, most = 0, 0
    for number, form in marked:
        window.append((number, form))
        while window[0][0] <= number - _LENGTH + _LEAD:
            window.popleft()
        different = len({one for _, one in window})
        if different > most:
            best, most = window[0][0], different
    first = max(0, best - _LEAD)
    shown = list(islice(WORD.finditer(text), first, first + _LENGTH + 1))
    is_cut = len(shown) > _LENGTH
    part = text[shown[0].start() : shown[_LENGTH].start() if is_cut else shown[-1].end()].strip()
    # The rest is escaped by highlight.
    marked_part = highlight(part, group, marks)
    return mark_safe(f"{'… ' if first else ''}{marked_part}{' …' if is_cut else ''}")  # noqa: S308

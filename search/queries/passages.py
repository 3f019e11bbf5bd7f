"""The passage of a text that says why it was found."""

from __future__ import annotations

from collections import deque

from django.utils.safestring import SafeString, mark_safe

from search.analysis.tokens import words
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
    places: list[int] = []
    window: deque[tuple[int, str]] = deque()
    best, most, end = 0, 0, 0
    for number, word in enumerate(words(text)):
        if number >= _MOST:
            break
        places.append(word.start)
        end = word.end
        if (group, word.folded) not in marks:
            continue
        window.append((number, word.folded))
        while window[0][0] <= number - _LENGTH + _LEAD:
            window.popleft()
        different = len({folded for _, folded in window})
        if different > most:
            best, most = window[0][0], different
    if not most:
        return None
    first = max(0, best - _LEAD)
    after = first + _LENGTH
    is_cut = after < len(places)
    shown = highlight(text[places[first] : places[after] if is_cut else end].strip(), group, marks)
    # The rest is escaped by highlight.
    return mark_safe(f"{'… ' if first else ''}{shown}{' …' if is_cut else ''}")  # noqa: S308

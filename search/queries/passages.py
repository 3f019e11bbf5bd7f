"""The passage of a text that says why it was found."""

from __future__ import annotations

from collections import deque
from itertools import islice

from django.utils.safestring import SafeString, mark_safe

from portal.core.languages.folding import fold_word
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
    written = WORD.findall(text)[:_MOST]
    # Each different word is looked at once: for every result of a list, a text is gone through.
    folded = {word: fold_word(word) for word in set(written)}
    marked = {word: form for word, form in folded.items() if (group, form) in marks}
    if not marked:
        return None
    window: deque[tuple[int, str]] = deque()
    best, most = 0, 0
    for number, word in enumerate(written):
        if word not in marked:
            continue
        window.append((number, marked[word]))
        while window[0][0] <= number - _LENGTH + _LEAD:
            window.popleft()
        different = len({form for _, form in window})
        if different > most:
            best, most = window[0][0], different
    first = max(0, best - _LEAD)
    shown = list(islice(WORD.finditer(text), first, first + _LENGTH + 1))
    is_cut = len(shown) > _LENGTH
    part = text[shown[0].start() : shown[_LENGTH].start() if is_cut else shown[-1].end()].strip()
    # The rest is escaped by highlight.
    marked_part = highlight(part, group, marks)
    return mark_safe(f"{'… ' if first else ''}{marked_part}{' …' if is_cut else ''}")  # noqa: S308

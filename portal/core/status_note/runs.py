"""Running text in markup: a word, and the asterisk behind it, may be divided by tags (`<b>Kosov</b>ë<sup>*</sup>`).

So texts that only inline tags divide are read together, and each character knows its way back into the markup.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from portal.core.markup.elements import INLINE
from portal.core.markup.references import decode_with_ends
from portal.core.markup.scanner import Piece
from portal.core.status_note.mentions import find_mentions, may_mention

#: On an element: its text is not marked (titles of legal acts), or it is the place of the footnote itself.
EXEMPTING_ATTRIBUTE = "data-status-note"


class Run(NamedTuple):
    """A run of text; `ends[i]` is the offset in the markup after character i, -1 where text must stay as it is."""

    text: str
    ends: list[int]


def text_runs(markup: str, pieces: Iterable[Piece]) -> Iterator[Run]:
    """The runs of the document that may hold a mention, in order."""
    open_run: list[Piece] = []
    for piece in pieces:
        if piece.kind in ("text", "cdata"):
            open_run.append(piece)
        elif piece.name not in INLINE and open_run:
            yield from _finish(markup, open_run)
            open_run = []
    yield from _finish(markup, open_run)


def _finish(markup: str, pieces: list[Piece]) -> Iterator[Run]:
    if not pieces or not may_mention("".join([markup[piece.start : piece.end] for piece in pieces])):
        return
    parts: list[str] = []
    ends: list[int] = []
    for piece in pieces:
        raw = markup[piece.start : piece.end]
        text, text_ends = (
            decode_with_ends(raw, piece.start) if piece.kind == "text" else (raw, range(piece.start + 1, piece.end + 1))
        )
        parts.append(text)
        untouched = piece.context.verbatim or piece.context.closed
        ends.extend([-1] * len(text) if untouched else text_ends)
    yield Run("".join(parts), ends)


def mark_offsets(run: Run) -> tuple[list[int], bool]:
    """Where in the markup asterisks are missing, and whether the run has any mention that counts."""
    offsets: list[int] = []
    mentioned = False
    for mention in find_mentions(run.text):
        place = run.ends[mention.end - 1]
        if place < 0:
            continue
        mentioned = True
        if not mention.marked:
            offsets.append(place)
    return offsets, mentioned

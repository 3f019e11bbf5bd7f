"""The difference of two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter
from typing import Final, Literal

Kind = Literal["equal", "addition", "deletion"]

#: A word or a sign with the white space before it; white space at the end.
_TOKEN: Final = re.compile(r"\s*\w+|\s*\S|\s+")
#: Words up to which two texts are compared word by word: the worst of them cost the square of their number.
_MOST: Final = 4000
#: Letters of an unchanged stretch that stay in sight beside a change; longer ones are folded between.
_IN_SIGHT: Final = 120


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text. `is_folded`: unchanged, and too far from any change to be of interest."""

    kind: Kind
    text: str
    is_folded: bool = False

    @property
    def words(self) -> int:
        return len(self.text.split())


def differences(before: str, after: str) -> list[Part]:
    """The stretches of both texts in their order, as plain text that is still to be escaped."""
    changes = list(_changes(before, after))
    parts: list[Part] = []
    for number, (kind, text) in enumerate(changes):
        if kind == "equal":
            parts += _folded(text, is_first=number == 0, is_last=number == len(changes) - 1)
        else:
            parts.append(Part(kind, text))
    return parts


def _changes(before: str, after: str) -> Iterator[tuple[Kind, str]]:
    """Line by line first, then the words of the lines that are others. Neighbours of one kind are one."""
    pieces = (
        piece
        for old, new in _compared(before.splitlines(keepends=True), after.splitlines(keepends=True))
        for piece in ([("equal", old)] if old == new else _words(old, new))
    )
    for kind, same in groupby(pieces, key=itemgetter(0)):
        yield kind, "".join(text for _kind, text in same)


def _words(before: str, after: str) -> Iterator[tuple[Kind, str]]:
    """Not Wagtail's: there, words of up to four letters begin no equal stretch, so a short text is all another."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    pairs = _compared(old, new) if len(old) + len(new) <= _MOST else [(before, after)]
    for gone, come in pairs:
        if gone == come:
            yield "equal", come
            continue
        if gone:
            yield "deletion", gone
        if come:
            yield "addition", come


def _compared(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    for _kind, old_from, old_to, new_from, new_to in SequenceMatcher(None, before, after).get_opcodes():
        yield "".join(before[old_from:old_to]), "".join(after[new_from:new_to])


def _folded(text: str, *, is_first: bool, is_last: bool) -> list[Part]:
    """Only the ends of a long stretch that are beside a change stay in sight, cut between words."""
    begin = 0 if is_first else _cut(text, _IN_SIGHT)
    end = len(text) if is_last else _cut(text, max(len(text) - _IN_SIGHT, 0))
    if end - begin < _IN_SIGHT:
        return [Part("equal", text)]
    pieces = [Part("equal", text[:begin]), Part("equal", text[begin:end], is_folded=True), Part("equal", text[end:])]
    return [piece for piece in pieces if piece.text]


def _cut(text: str, place: int) -> int:
    """The end of the word at this place."""
    while place < len(text) and not text[place].isspace():
        place += 1
    return place

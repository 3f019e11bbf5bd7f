"""The difference of two texts, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from wagtail.admin.compare import diff_text

#: Letters of an unchanged stretch that stay in sight beside a change; longer ones are folded between.
_IN_SIGHT: Final = 120


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text. `is_folded`: unchanged, and too far from any change to be of interest."""

    kind: Literal["equal", "addition", "deletion"]
    text: str
    is_folded: bool = False

    @property
    def words(self) -> int:
        return len(self.text.split())


def differences(before: str, after: str) -> list[Part]:
    """The stretches of both texts in their order, as plain text that is still to be escaped."""
    changes = [(kind, text) for kind, text in diff_text(before, after).changes if text]
    parts: list[Part] = []
    for number, (kind, text) in enumerate(changes):
        if kind == "equal":
            parts += _folded(text, is_first=number == 0, is_last=number == len(changes) - 1)
        else:
            parts.append(Part(kind, text))
    return parts


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

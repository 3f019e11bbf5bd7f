"""How files name the column that says who was there, and what stands in it: in six languages and both scripts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from portal.core.languages.folding import fold

#: Folded when compared, so that one script is enough, and marks do not matter.
_COLUMN: Final = (
    "present, presence, attendance, attended, there, was there, prisutan, prisutna, prisutan/na, prisutni, prisutnost, "
    "prisustvo, prisustvovao, prisustvovala, присутен, присутна, присутни, присутност, присуство, pjesëmarrja, prania, "
    "prani, pranishëm, i pranishëm, e pranishme, të pranishëm, prezent, prezenca"
)
_YES: Final = (
    "yes, y, x, v, 1, true, ok, present, there, attended, da, d, prisutan, prisutna, prisutan/na, tu, да, присутен, "
    "присутна, po, i pranishëm, e pranishme, pranishëm, prezent"
)
_NO: Final = (
    "no, n, 0, false, absent, not present, ne, nije, nije prisutan, nije prisutna, odsutan, odsutna, odsutan/na, не, "
    "отсутен, отсутна, одсутан, одсутна, jo, mungon, mungoi, i munguar, e munguar, nuk ishte"
)
_MARKS: Final = frozenset("+✓✔☑✅")
_CROSSES: Final = frozenset("✗✘❌")


def place_of_presence(header: Sequence[str]) -> int | None:
    """Where the column stands that says who was there."""
    known = _folded(_COLUMN)
    return next((place for place, name in enumerate(header) if fold(name) in known), None)


def is_yes(cell: str) -> bool | None:
    """Whether a cell says that somebody was there; None for what is neither yes nor no."""
    if cell in _MARKS:
        return True
    if cell in _CROSSES:
        return False
    text = fold(cell)
    return True if text in _folded(_YES) else False if text in _folded(_NO) else None


@cache
def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split(","))

"""What somebody typed, taken apart: words, "phrases", -exclusions. Never fails, whatever was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: Quotation marks in use in the region: straight, English, low-high, angled.
_QUOTES = '"“”„‟«»'

#: A phrase in any quotation marks, or what stands between spaces; a minus directly before excludes it.
_PIECE = re.compile(
    rf"(?P<minus>(?<!\S)[-\u2212](?=[^\s\-]))?(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]|(?P<bare>[^\s{_QUOTES}]+))"
)


@dataclass(frozen=True, slots=True)
class Typed:
    """`plain` is the text without phrases and exclusions; the others are texts of their own, without marks."""

    plain: str
    phrases: tuple[str, ...]
    excluded: tuple[str, ...]


def parse(text: str) -> Typed:
    """A quotation mark without its partner is left out; "-" alone, or within a word, excludes nothing."""
    plain: list[str] = []
    phrases: list[str] = []
    excluded: list[str] = []
    for minus, piece, is_phrase in _pieces(text):
        if minus:
            excluded.append(piece)
        elif is_phrase:
            phrases.append(piece)
        else:
            plain.append(piece)
    return Typed(" ".join(plain), tuple(phrases), tuple(excluded))


def _pieces(text: str) -> Iterator[tuple[bool, str, bool]]:
    for match in _PIECE.finditer(text):
        phrase = match["phrase"]
        piece = match["bare"] if phrase is None else phrase.strip()
        if piece:
            yield bool(match["minus"]), piece, phrase is not None

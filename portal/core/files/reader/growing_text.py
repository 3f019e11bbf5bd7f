"""Text of one page, put together from small pieces."""

from __future__ import annotations

from portal.core.files import limits


class GrowingText:
    """Takes pieces until there are as many characters as are kept of a file; what follows is counted only as `full`."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._room = limits.TEXT_CHARACTERS + 1

    @property
    def full(self) -> bool:
        return self._room <= 0

    def add(self, piece: str | None) -> None:
        if piece and self._room > 0:
            self._pieces.append(piece[: self._room])
            self._room -= len(piece)

    def take(self) -> str:
        """The text so far; the next one begins."""
        text = "".join(self._pieces)
        self._pieces.clear()
        return text

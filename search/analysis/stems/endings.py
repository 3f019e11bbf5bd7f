"""What a word may be a form of: its endings taken away, and what the dictionary form has in their place put on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

#: So many letters a word keeps at least when an ending is taken away.
SHORTEST_BASE = 3


class Endings:
    """Endings of a language with what may stand in their place in the dictionary form, likeliest first."""

    def __init__(self, *table: tuple[str, str]) -> None:
        """Each row: endings, and replacements; both by spaces, `-` for nothing."""
        replacements: dict[str, dict[str, None]] = {}
        for endings, instead in table:
            for ending in endings.split():
                for one in instead.split():
                    replacements.setdefault(ending, {})["" if one == "-" else one] = None
        self._replacements: Mapping[str, Sequence[str]] = {key: tuple(value) for key, value in replacements.items()}
        self._longest = max(map(len, self._replacements))

    def taken_away(self, word: str) -> Iterator[tuple[str, Sequence[str]]]:
        """What remains without each ending that the word has, the longest first, and what may be put on."""
        for length in range(min(self._longest, len(word) - SHORTEST_BASE), 0, -1):
            instead = self._replacements.get(word[-length:])
            if instead is not None:
                yield word[:-length], instead

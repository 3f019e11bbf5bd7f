"""How words are entered in the index for finding near spellings: from their first letter, and from their second.

A word is looked up by the letters it begins with. Where the first letter itself is mistyped (`ptpust` for `otpust`) the
rest is right, so each word is entered once more without it: `tpust~o`.
"""

from __future__ import annotations

from collections.abc import Iterator

_MARK = "~"

#: Shorter words have too many neighbours to guess what was meant.
SHORTEST = 3


def spelling_entries(word: str) -> Iterator[str]:
    """The word, and its tail. Nothing for short words and for what has digits: numbers have no spelling."""
    if len(word) >= SHORTEST and word.isalpha():
        yield word
        yield f"{word[1:]}{_MARK}{word[0]}"


def entered_word(entry: str) -> str:
    """The word that an entry stands for."""
    tail, mark, first = entry.partition(_MARK)
    return f"{first}{tail}" if mark else entry

"""How words are entered in the index for finding near spellings: from their first letter, and from their second.

A word is looked up by the letters it begins with. Where the first letter itself is mistyped (`ptpust` for `otpust`) the
rest is right, so each word is entered once more without it: `tpust~o`.
"""

from __future__ import annotations

from functools import lru_cache

_MARK = "~"

#: Words whose entries a process keeps: most of those that documents are made of.
_KEPT = 65_536

#: Shorter words have too many neighbours to guess what was meant.
SHORTEST = 3


@lru_cache(maxsize=_KEPT)
def spelling_entries(word: str) -> tuple[str, ...]:
    """The word, and its tail. Nothing for short words and for what has digits: numbers have no spelling."""
    if len(word) < SHORTEST or not word.isalpha():
        return ()
    return word, f"{word[1:]}{_MARK}{word[0]}"


def entered_word(entry: str) -> str:
    """The word that an entry stands for."""
    tail, mark, first = entry.partition(_MARK)
    return f"{first}{tail}" if mark else entry

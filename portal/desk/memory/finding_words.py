"""The words by which a sentence is found again."""

from __future__ import annotations

import hashlib
from typing import Final

from search.analysis.tokens import words

#: Shorter ones stand in every other sentence.
_SHORTEST: Final = 4

#: Of a word, and words of a text: enough to know it by.
_LONGEST: Final = 60
_MOST: Final = 40


def finding_words(text: str) -> frozenset[str]:
    """Folded words of a text, the longest if there are many, and one word that stands for all of it."""
    found = {token.folded for token in words(text) if len(token.folded) <= _LONGEST}
    rare = {word for word in found if len(word) >= _SHORTEST} or found
    whole = "=" + hashlib.sha256(text.encode()).hexdigest()[:32]
    return frozenset({whole, *sorted(rare, key=lambda word: (-len(word), word))[:_MOST]})

"""Words of a text, folded, with the place where each stands in the original."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from portal.core.languages.folding import fold_word

#: Letters and digits; inside a word also combining marks, soft hyphens and joiners, which are not seen by readers.
_WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff])*")

#: Longer "words" are encoded data, not language; engines refuse terms of many thousand bytes.
MAX_WORD_LENGTH = 100


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word; `start` and `end` are character offsets in the text it was found in."""

    folded: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Every word of the text in its order."""
    for match in _WORD.finditer(text):
        start, end = match.span()
        if end - start > MAX_WORD_LENGTH:
            continue
        folded = fold_word(match.group())
        if folded:
            yield Word(folded, start, end)


def folded_text(text: str) -> str:
    """The folded words joined by spaces: what an engine stores, for it to split at the spaces again."""
    return " ".join(word.folded for word in words(text))

"""Words of a text, folded, with the place where each stands in the original.

What can be written with or without hyphens, dots, spaces and brackets also gets one joined token, so that all
spellings meet: "post-penal" and "postpenal", "U.N." and "UN", "CM/Rec (2006) 2" and "Rec(2006)2", "1.000" and "1000".
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from portal.core.languages.folding import fold_word
from search.analysis.references import LONGEST_REFERENCE, reference_ending

#: Letters and digits; inside a word also combining marks, soft hyphens and joiners, which are not seen by readers.
_WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff])*")

#: What holds the parts of a compound together; nothing else may stand between them.
_HYPHENS = frozenset("-\u2010\u2011")
_THOUSANDS = frozenset(".,'\u2019\u00a0\u202f\u2009")

#: Longer "words" are encoded data, not language; engines refuse terms of many thousand bytes.
MAX_WORD_LENGTH = 100


class Token(NamedTuple):
    """A folded word; `start` and `end` are character offsets in the text it was found in.

    `is_joined` marks a token that stands for several words before it, which are there themselves, too.
    """

    folded: str
    start: int
    end: int
    is_joined: bool = False


def tokens(text: str) -> Iterator[Token]:
    """Every word of the text in its order; joined tokens follow the last of their words."""
    run = _Run(text)
    before: deque[Token] = deque(maxlen=LONGEST_REFERENCE)
    for match in _WORD.finditer(text):
        start, end = match.span()
        folded = fold_word(match.group()) if end - start <= MAX_WORD_LENGTH else ""
        if not folded:
            continue
        token = Token(folded, start, end)
        if run.tokens and not run.takes(token):
            yield from run.joined()
        run.add(token)
        yield token
        before.append(token)
        if folded.isdigit():
            reference = reference_ending(text, before)
            if reference is not None:
                canonical, first = reference
                yield Token(canonical, before[first].start, end, is_joined=True)
    yield from run.joined()


def words(text: str) -> Iterator[Token]:
    """The words as they stand, without joined tokens."""
    return (token for token in tokens(text) if not token.is_joined)


class _Run:
    """Words that one sign holds together, so far: of a compound, an acronym with dots, or a long number."""

    __slots__ = ("_text", "sign", "tokens")

    def __init__(self, text: str) -> None:
        self._text = text
        self.sign = ""
        self.tokens: list[Token] = []

    def takes(self, token: Token) -> bool:
        """Whether the token goes on with the same sign right after the last one."""
        last = self.tokens[-1]
        if token.start != last.end + 1:
            return False
        sign = self._text[last.end]
        if self.sign and sign != self.sign:
            return False
        if sign in _HYPHENS:
            return True
        if sign in _THOUSANDS and _is_number(token) and len(token.folded) == 3:
            return _is_number(last) and (len(self.tokens) > 1 or len(last.folded) <= 3)
        return sign == "." and _is_letter(last) and _is_letter(token)

    def add(self, token: Token) -> None:
        if self.tokens:
            self.sign = self._text[self.tokens[-1].end]
        self.tokens.append(token)

    def joined(self) -> Iterator[Token]:
        """What the run is as one word, if it is more than one; then the run is empty."""
        if len(self.tokens) > 1:
            first, last = self.tokens[0], self.tokens[-1]
            folded = fold_word("".join(token.folded for token in self.tokens))
            if last.end - first.start <= MAX_WORD_LENGTH:
                yield Token(folded, first.start, last.end, is_joined=True)
        self.tokens = []
        self.sign = ""


def _is_number(token: Token) -> bool:
    return token.folded.isdigit()


def _is_letter(token: Token) -> bool:
    return len(token.folded) == 1 and token.folded.isalpha()

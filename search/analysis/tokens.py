"""Words of a text, folded, with the place where each stands in the original.

What can be written with or without hyphens, dots, spaces and brackets also gets one joined token, so that all
spellings meet: "post-penal" and "postpenal", "U.N." and "UN", "CM/Rec (2006) 2" and "Rec(2006)2", "1.000" and "1000".
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from portal.core.languages.folding import fold_word
from search.analysis.references import LONGEST_REFERENCE, reference_ending

#: Letters and digits; inside a word also combining marks, soft hyphens and joiners, which are not seen by readers.
WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff])*")

#: What holds the parts of a compound together; nothing else may stand between them.
_HYPHENS = frozenset("-\u2010\u2011")
_THOUSANDS = frozenset(".,'\u2019\u00a0\u202f\u2009")
_HOLDING = _HYPHENS | _THOUSANDS

#: A text without numbers has joined tokens only where one of these stands directly before a word.
_HOLDING_LETTERS = re.compile(r"[-\u2010\u2011.][^\W_]")

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


#: What Token(...) does, in half the time: one for each word of each document.
_token = partial(tuple.__new__, Token)


def tokens(text: str) -> Iterator[Token]:
    """Every word of the text in its order; joined tokens follow the last of their words."""
    before: deque[Token] = deque(maxlen=LONGEST_REFERENCE)
    run: list[Token] = []
    after_last = -1
    for match in WORD.finditer(text):
        start, end = match.span()
        folded = fold_word(match[0]) if end - start <= MAX_WORD_LENGTH else ""
        if not folded:
            continue
        token = _token((folded, start, end, False))
        if start == after_last and text[start - 1] in _HOLDING and _holds_together(text, run or [before[-1]], token):
            run = [*run, token] if run else [before[-1], token]
        elif run:
            yield from _joined(run)
            run = []
        after_last = end + 1
        before.append(token)
        yield token
        if folded.isdigit():
            reference = reference_ending(text, before)
            if reference is not None:
                canonical, first = reference
                yield Token(canonical, before[first].start, end, is_joined=True)
    if run:
        yield from _joined(run)


def words(text: str) -> Iterator[Token]:
    """The words as they stand: what `tokens` gives without joined tokens, in half the time."""
    for match in WORD.finditer(text):
        start, end = match.span()
        folded = fold_word(match[0]) if end - start <= MAX_WORD_LENGTH else ""
        if folded:
            yield _token((folded, start, end, False))


def folded_words(text: str) -> tuple[list[str], list[str]]:
    """The folded words of a text, and its joined tokens, each in their order.

    What `tokens` gives, without places, and for texts that have nothing to join in a third of its time.
    """
    plain = [folded for word in WORD.findall(text) if len(word) <= MAX_WORD_LENGTH and (folded := fold_word(word))]
    if not any(map(str.isdigit, plain)) and not _HOLDING_LETTERS.search(text):
        return plain, []
    return plain, [token.folded for token in tokens(text) if token.is_joined]


def may_have_joined(text: str) -> bool:
    """Whether a text may have joined tokens; quick, and wrong only in saying yes."""
    return any(map(str.isdigit, text)) or _HOLDING_LETTERS.search(text) is not None


def _holds_together(text: str, run: Sequence[Token], token: Token) -> bool:
    """Whether the one sign before the token makes it one with the words of the run before it, as it did these."""
    last = run[-1]
    sign = text[last.end]
    if len(run) > 1 and sign != text[run[-2].end]:
        return False
    if sign in _HYPHENS:
        return True
    if sign in _THOUSANDS and _is_number(token) and len(token.folded) == 3:
        return _is_number(last) and (len(run) > 1 or len(last.folded) <= 3)
    return sign == "." and _is_letter(last) and _is_letter(token)


def _joined(run: Sequence[Token]) -> Iterator[Token]:
    """What the words are as one."""
    start, end = run[0].start, run[-1].end
    if end - start <= MAX_WORD_LENGTH:
        yield Token(fold_word("".join(token.folded for token in run)), start, end, is_joined=True)


def _is_number(token: Token) -> bool:
    return token.folded.isdigit()


def _is_letter(token: Token) -> bool:
    return len(token.folded) == 1 and token.folded.isalpha()

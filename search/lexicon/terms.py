"""How terms are compared: by the lemmas of their words, without the small words that come and go with grammar.

Albanian articles change with the case of the word before, reflexive pronouns wander in the sentence, and people leave
prepositions out when they search.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from search.analysis.lemmas import lemma
from search.analysis.stop_words import stop_words
from search.analysis.tokens import tokens

#: Longer terms are sentences, which nobody types alike twice. Small words do not count.
MAX_WORDS = 8


def words_that_count(folded: Sequence[str], group: str) -> list[tuple[int, str]]:
    """The words without the small ones, each with its position. Where there are only small words, they count."""
    small = stop_words(group)
    return [(position, word) for position, word in enumerate(folded) if word not in small] or list(enumerate(folded))


@lru_cache(maxsize=2048)
def wording_of(text: str, group: str) -> tuple[str, ...]:
    """The folded words of a term that count; () when it has no word."""
    folded = [token.folded for token in tokens(text) if not token.is_joined]
    return tuple(word for _position, word in words_that_count(folded, group))


def lemmas_of(text: str, group: str) -> tuple[str, ...]:
    """The lemmas by which a term is found; () when it has no word."""
    return tuple(lemma(word, group) for word in wording_of(text, group))

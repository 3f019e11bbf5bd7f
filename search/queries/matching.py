"""From words as typed to the question an engine is asked."""

from __future__ import annotations

import math

from portal.core.languages.catalogue import Language
from search.analysis.language_groups import GROUP_OF
from search.analysis.tokens import words

#: Words of a query that are looked for; more only dilute it.
MAX_WORDS = 20

#: Weights of the language groups, the reader's own first, then in the order of what is nearest to it.
_WEIGHTS = (1.0, 0.85, 0.75, 0.65)


def query_words(text: str) -> tuple[str, ...]:
    """The folded words of a query, each once, in their order."""
    return tuple(dict.fromkeys(word.folded for word in words(text)))[:MAX_WORDS]


def required_words(number: int) -> int:
    """How many of so many words have to be found: one or two all, of more two thirds.

    Long queries hold words that no document has ("how do others …"); all of them would find nothing.
    """
    return number if number <= 2 else math.ceil(number * 2 / 3)


def group_weights(reader: Language) -> dict[str, float]:
    """What a match in each language group is worth to this reader."""
    groups = dict.fromkeys(GROUP_OF[code] for code in (reader.content_code, *reader.fallbacks))
    return dict(zip(groups, _WEIGHTS, strict=True))

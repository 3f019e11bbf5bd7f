"""From the words of a query to what else they can be called, in their own language and in the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from search.lexicon.current import current_lexicon
from search.lexicon.recognition import Equivalent, Match

__all__ = ["Equivalent", "Match", "expand"]


def expand(words: Sequence[str], groups: Mapping[str, float]) -> tuple[Match, ...]:
    """The terms among the words, in their order, without overlaps; see search.lexicon.recognition.Lexicon.expand.

    `words` are folded, in the order of the query; `groups` says how likely it is in each language group. One query to
    the database when there are words, none otherwise.
    """
    return current_lexicon().expand(words, groups) if words else ()

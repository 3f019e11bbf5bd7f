"""The words of a query, each with what it is in every language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.analysis.language_groups import GROUP_CODES
from search.analysis.lemmas import lemma
from search.analysis.stop_words import stop_words
from search.analysis.tokens import tokens

#: Words of a query that are looked for; more only dilute it.
MAX_WORDS = 20


@dataclass(frozen=True, slots=True)
class QueryWord:
    """`start` and `end` are its place in the text; `joined` is the spelling in one of the group of words that begins
    here and is `spans` words long (`post-penal`, `Rec(2006)2`); "" where there is none.
    """

    folded: str
    start: int
    end: int
    joined: str = ""
    spans: int = 1


def query_words(text: str) -> tuple[QueryWord, ...]:
    """The words of a text in their order, at most MAX_WORDS."""
    regular = [token for token in tokens(text) if not token.is_joined][:MAX_WORDS]
    joined = {token.start: token for token in tokens(text) if token.is_joined}
    found = []
    for token in regular:
        whole = joined.get(token.start)
        spans = sum(1 for one in regular if whole and whole.start <= one.start and one.end <= whole.end) or 1
        found.append(QueryWord(token.folded, token.start, token.end, whole.folded if whole else "", spans))
    return tuple(found)


def idle_places(words: Sequence[QueryWord], groups: Iterable[str]) -> frozenset[int]:
    """Where words stand that are in every text of the languages the query may be in.

    None when there are no other words: "who is who" is looked for as it is.
    """
    stops = frozenset[str]().union(*(stop_words(group) for group in groups))
    idle = frozenset(place for place, word in enumerate(words) if word.folded in stops and not word.joined)
    return idle if len(idle) < len(words) else frozenset()


def lemmas(folded: str) -> dict[str, str]:
    """What the word's lemma is in each group of languages."""
    return {group: lemma(folded, group) for group in GROUP_CODES}

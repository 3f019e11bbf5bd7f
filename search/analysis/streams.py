"""A text as an engine gets it: its folded words and their lemmas, to be split at spaces."""

from __future__ import annotations

from typing import NamedTuple

from search.analysis.lemmas import lemma
from search.analysis.tokens import folded_words


class Streams(NamedTuple):
    """As many words as lemmas, at the same positions. Joined tokens come last, so that phrases stay intact."""

    words: str
    lemmas: str


def streams(text: str, group: str) -> Streams:
    """Both streams of a text in a language of the group."""
    words, joined = folded_words(text)
    words += joined
    return Streams(" ".join(words), " ".join([lemma(word, group) for word in words]))

"""English: the endings of nouns and verbs by Snowball, which is made for it; nouns of verbs by their suffix."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator

import Stemmer

_ours = threading.local()

#: Suffixes of nouns with what the verb has in their place, likeliest first.
_NOUNS_OF_VERBS = (
    ("ization", ("ize",)),
    ("ification", ("ify",)),
    ("ication", ("icate", "y")),
    ("ation", ("ate", "e", "")),
    ("ition", ("ite", "e", "")),
    ("ution", ("ute",)),
    ("ction", ("ct",)),
    ("ption", ("pt",)),
    ("ntion", ("nt",)),
    ("ssion", ("ss",)),
    ("ision", ("ise", "ize")),
    ("usion", ("use",)),
    ("ment", ("e", "")),
)

#: So long are a verb and what it has in common with its noun at least: station is not of state, nor passion of pass.
_SHORTEST_VERB, _SHORTEST_ROOT = 4, 3

#: Nouns that look as if they were made of a verb and mean something else.
_OTHERS = re.compile(
    "probation|convention|department|apartment|compartment|commission|profession|possession|judgment|statement|"
    "commitment|basement|institution|constitution|edition|position|foundation|supplementation"
)


def stem(word: str) -> str:
    stemmer = getattr(_ours, "stemmer", None)
    if stemmer is None:
        # One a thread: a stemmer is no thing to share. Its own cache is off, lemmas are kept in one place.
        stemmer = _ours.stemmer = Stemmer.Stemmer("english", 0)
    return stemmer.stemWord(word)


def same_lemma(word: str) -> Iterator[str]:
    """The verbs that a noun may be made of: reintegration, to reintegrate."""
    if _OTHERS.fullmatch(word):
        return
    for suffix, instead in _NOUNS_OF_VERBS:
        if word.endswith(suffix):
            root = word.removesuffix(suffix)
            if len(root) >= _SHORTEST_ROOT:
                yield from (root + end for end in instead if len(root + end) >= _SHORTEST_VERB)

"""English: the endings of nouns and verbs by Snowball, which is made for it."""

from __future__ import annotations

import threading

import Stemmer

_ours = threading.local()


def stem(word: str) -> str:
    stemmer = getattr(_ours, "stemmer", None)
    if stemmer is None:
        # One a thread: a stemmer is no thing to share. Its own cache is off, lemmas are kept in one place.
        stemmer = _ours.stemmer = Stemmer.Stemmer("english", 0)
    return stemmer.stemWord(word)

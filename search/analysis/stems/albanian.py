"""Albanian: case, definiteness, plural and the common endings of verbs.

Endings are cut one after the other until none is left, always the same way, so that a word whose bare form happens to
end like one ("komunitet") loses it in all its forms alike.
"""

from __future__ import annotations

import re

#: So many letters stay at least.
_SHORTEST = 4

#: Cut before anything else: endings that only verbs have (folded), in words long enough.
_VERB = re.compile(
    r"(?<=[a-z]{3})(?:"
    r"oheshin|oheshim|oheshit|oheshe|oheshe?m|ohemi|oheni|ohesh|ohem|ohen|ohet|"
    r"uakeshin|uakeshim|uakesh|uakan|uaka|uar[aei]?t?|uam|uan|uat|"
    r"ojme|ojne|oja|oje|oj|onin|onim|onit|onte|oni|ova|ove|oi|on|ofte|ofsha|"
    r"oshin|osh"
    r")$"
)

#: The nominal endings, longest first.
_NOMINAL = (
    "nave", "rave", "rve",
    "ise", "ine", "ave", "eve", "ive", "ite", "ses", "ten",
    "ve", "at", "et", "it", "in", "en", "es", "se", "ut", "un", "ja", "je", "ne", "te", "an",
)  # fmt: skip

_VOWELS = "aeiou"


def stem(word: str) -> str:
    verb = _VERB.search(word)
    if verb and verb.start() >= 3:
        return _ended(word[: verb.start()])
    return _ended(_bare(word))


def _bare(word: str) -> str:
    while True:
        shorter = _cut(word)
        if shorter == word:
            return word
        word = shorter


def _cut(word: str) -> str:
    for ending in _NOMINAL:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    if word[-1] in _VOWELS and len(word) > _SHORTEST - 1:
        return word[:-1]
    return word


def _ended(word: str) -> str:
    return word

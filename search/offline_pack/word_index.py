"""The index that the search in a pack looks into: which page has which word, and how prominently.

Words are folded (`portal.core.languages.folding`), so that either script and missing diacritics make no difference. The
script folds what is typed by the same table, which comes with the index.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from portal.core.languages.folding import LETTERS, fold

#: What a word counts for by where it stands; beside the text is what the page is classified by, and the like.
TITLE, SUMMARY, TEXT, BESIDE = 9, 4, 2, 1

#: A word of more characters is no word, and nobody types it.
_LONGEST: Final = 40


def word_index(pages: Iterable[tuple[str, str, str, str]]) -> dict[str, list[int]]:
    """For each folded word, in order, the pages that have it: number of a page, what the word counts for there, …

    `pages` have title, summary, text, and all that they say; they are numbered from 0.
    """
    found: dict[str, dict[int, int]] = {}
    for number, texts in enumerate(pages):
        for text, weight in zip(texts, (TITLE, SUMMARY, TEXT, BESIDE), strict=True):
            for word in set(fold(text).split()):
                if len(word) <= _LONGEST:
                    places = found.setdefault(word, {})
                    places[number] = max(weight, places.get(number, 0))
    return {word: [one for place in sorted(found[word].items()) for one in place] for word in sorted(found)}


def as_script(pages: list[dict[str, Any]], words: Mapping[str, list[int]]) -> str:
    """The index as a script: a page that is opened from a disk can load nothing else. ASCII, so no encoding matters."""
    letters = {chr(code): letter for code, letter in LETTERS.items()}
    data = {"pages": pages, "letters": letters, "words": list(words), "places": list(words.values())}
    return f"window.packIndex = {json.dumps(data, separators=(',', ':'))};\n"

"""What a word is cut down to when no dictionary has it: one stem for all its forms, by the endings of its language.

A stem is no word. All that counts is that the forms of one word have the same, and other words another one.
"""

from __future__ import annotations

from collections.abc import Callable

from search.analysis.stems.albanian import stem as albanian
from search.analysis.stems.bcms import stem as bcms
from search.analysis.stems.english import stem as english
from search.analysis.stems.macedonian import stem as macedonian

_STEMMERS: dict[str, Callable[[str], str]] = {"en": english, "sq": albanian, "hbs": bcms, "mk": macedonian}


def stem(spelled: str, group: str) -> str:
    """The stem of a folded word in its one spelling (search.analysis.spellings); words with digits stay as they are."""
    if len(spelled) < 4 or not spelled.isascii() or not spelled.isalpha():
        return spelled
    return _STEMMERS[group](spelled)

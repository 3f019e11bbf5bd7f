"""Folding: one spelling for every way a word is written, with or without diacritics, in either script.

Cyrillic becomes Latin, letters lose their marks, `đ` becomes `dj`, and then `dj`, `gj`, `kj` become `d`, `g`, `k`, so
that ђ/đ/dj, ѓ/gj and ќ/kj all meet. Measured on the region's languages: it joins other-script and ASCII spellings
without joining words that readers take for different ones more than a handful of times.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: By code point: letters without a canonical decomposition into a base letter, and every Cyrillic letter. Lower case
#: only.
LETTERS: dict[int, str] = str.maketrans(
    {
        "đ": "dj", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "œ": "oe", "æ": "ae", "þ": "th", "ŋ": "n",
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "dj", "ѓ": "gj", "е": "e", "ж": "z", "з": "z",
        "ѕ": "dz", "и": "i", "ј": "j", "к": "k", "ќ": "kj", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj",
        "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "c", "у": "u", "ф": "f", "х": "h", "ц": "c",
        "ч": "c", "џ": "dz", "ш": "s", "й": "j", "щ": "st", "ъ": "a", "ы": "y", "ь": "j", "э": "e", "ю": "ju",
        "я": "ja", "ё": "e", "і": "i", "ї": "ji", "є": "je", "ґ": "g",
    }
)  # fmt: skip

_SOFTENED = re.compile("([dgk])j+")

#: What stands between words. Marks that combine belong to the letter before them.
_BREAKS = re.compile(r"[^\w\u0300-\u036f]+")


@lru_cache(maxsize=65_536)
def fold_word(word: str) -> str:
    """The folded spelling of one word: ASCII for every Latin or Cyrillic word, without spaces or punctuation.

    Folding twice changes nothing. A word of nothing but marks folds to "".
    """
    if word.isascii() and word.isalnum():
        return _SOFTENED.sub(r"\1", word.lower())
    # Composed first: a Macedonian ѓ or ќ typed as two code points must not lose its mark before it is known.
    lowered = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", word).casefold())
    latin = lowered.translate(LETTERS)
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(letter))
    plain = "".join(letter for letter in bare.translate(LETTERS).casefold() if letter.isalnum())
    return _SOFTENED.sub(r"\1", plain)


def fold(text: str) -> str:
    """A whole text, word by word, joined by single spaces; for comparison by equality or "contains"."""
    return " ".join(filter(None, map(fold_word, _BREAKS.split(text))))

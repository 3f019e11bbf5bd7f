"""The code by which a certificate is checked, and how it is read however somebody typed it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: Figures and letters of Crockford's base 32 (https://www.crockford.com/base32.html): without I, L, O and U.
ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

#: 80 bits.
LENGTH: Final = 16

#: Letters that look like one of the alphabet: Latin ones, then those of a Cyrillic keyboard.
_LOOK_ALIKES: Final = str.maketrans("OILАВСЕНЈКМОРЅТХУІ", "011ABCEHJKM0PSTXY1")
_BETWEEN: Final = re.compile(r"[\W_]+")


def read_code(typed: str) -> str:
    """The code that somebody means: large or small, with spaces or hyphens or without; "" for what can be none."""
    # Of a text that is far too long nothing is looked at.
    shown = unicodedata.normalize("NFKC", typed[: 4 * LENGTH]).upper()
    code = _BETWEEN.sub("", shown).translate(_LOOK_ALIKES)
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else ""


def shown_code(code: str) -> str:
    """In groups of four, as it is read from paper."""
    return "-".join(code[start : start + 4] for start in range(0, LENGTH, 4))

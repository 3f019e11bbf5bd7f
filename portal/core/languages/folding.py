"""Text reduced to what people type: small Latin letters without marks, whichever script and spelling it came in."""

from __future__ import annotations

import re
import unicodedata

from portal.core.scripts.serbian import to_latin

# ќ, ѓ and ђ/đ are typed kj, gj and dj, or simply k, g and d: all meet in the single letter.
_SOFT = re.compile("([dgk])j")


def fold(text: str) -> str:
    """`text` for comparison by equality or "contains": Đorđe, Ђорђе and djordje all give `dorde`.

    One text stays one text: spaces are joined, punctuation is kept. Never shown to anybody.
    """
    latin = to_latin(text.casefold())
    bare = "".join(
        character for character in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(character)
    )
    return " ".join(_SOFT.sub(r"\1", bare.replace("đ", "d")).split())

"""The text under which a search is counted."""

from __future__ import annotations

import re
import unicodedata

from search.statistics.counts import MAX_LENGTH

#: What must not be kept, in the forms that it has in the six beneficiaries: e-mail addresses; telephone numbers with a
#: plus, or of nine digits and more however they are divided; personal numbers (JMBG and EMBG have 13 digits, those of
#: Kosovo* ten, the Albanian ones eight between two letters). References stay: Rec(2006)2, 2016/679, 1325 (2000).
_PERSONAL = re.compile(r"@|\+\s?\d|\d{6}|\d(?:(?:\) ?|[ ./-])?\d){8}")


def counted_text(text: str) -> str:
    """No more than MAX_LENGTH characters of the folded text; "" for what looks like personal data."""
    text = folded(text)
    return "" if _PERSONAL.search(text) else text[:MAX_LENGTH].strip()


def folded(text: str) -> str:
    """Small letters, spaces made one."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())

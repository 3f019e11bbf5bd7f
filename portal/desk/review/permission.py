"""Who may say that a text in a language has been read."""

from __future__ import annotations

from typing import Any

from portal.core.editing.access import may_translate, translates_into
from portal.core.languages.catalogue import CONTENT_CODES


def may_mark(user: Any, code: str) -> bool:
    """Of a page that one works on: editors in every language, translators in theirs."""
    return code in CONTENT_CODES and may_translate(user, code)


def may_mark_word(user: Any, code: str) -> bool:
    """Of terms and names: who works on the vocabulary, and translators. Focal points edit pages, but no terms."""
    return code in CONTENT_CODES and (bool(user.has_perm("vocabulary.change_term")) or translates_into(user, code))

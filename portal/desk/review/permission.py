"""Who may say that a text in a language has been read."""

from __future__ import annotations

from typing import Any

from portal.core.editing.access import may_edit_source
from portal.core.languages.catalogue import CONTENT_CODES


def may_mark(user: Any, code: str) -> bool:
    """Editors in every language, translators in theirs."""
    return code in CONTENT_CODES and (may_edit_source(user) or bool(user.has_perm(f"core.translate_{code}")))

"""Which languages of a page a user may edit, and which are open on a form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from portal.core.languages.catalogue import CONTENT_CODES

if TYPE_CHECKING:
    from portal.core.models.page import ContentPage


def may_edit_source(user: Any) -> bool:
    """Whether the user edits source texts and everything that is not text."""
    return bool(user.has_perm("core.edit_source"))


def editable_codes(user: Any, page: ContentPage) -> tuple[str, ...]:
    """Languages of this page that the user may write: all for an editor, their own for a translator."""
    if may_edit_source(user):
        return CONTENT_CODES
    return tuple(
        code for code in CONTENT_CODES if code != page.source_language and user.has_perm(f"core.translate_{code}")
    )


def open_codes(user: Any, page: ContentPage, wanted: Iterable[str]) -> tuple[str, ...]:
    """Languages whose fields are on the form: the source (for an editor) and at most one other.

    `wanted` are the languages asked for; what the user may not edit is dropped. A translator who asks for nothing
    gets their first language.
    """
    editable = editable_codes(user, page)
    others = [code for code in wanted if code in editable and code != page.source_language]
    if may_edit_source(user):
        return (page.source_language, *others[:1])
    return tuple((others or list(editable))[:1])

"""Who may write which language: of the whole portal, of a page, and which are open on a form."""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.languages.reader import current_reader

if TYPE_CHECKING:
    from portal.core.models.page import ContentPage


#: The language in which a new page is asked for (`?language=sq` of the page that adds one), for this request.
asked_to_begin_in: ContextVar[str] = ContextVar("asked_to_begin_in", default="")


def language_to_begin_in(posted: Iterable[str]) -> str:
    """The source language of a new page: as posted, as asked for, else the one the author works in."""
    candidates = (*posted, asked_to_begin_in.get(), current_reader().language.content_code)
    return next(code for code in candidates if code in CONTENT_CODES)


def may_edit_source(user: Any) -> bool:
    """Whether the user edits source texts and everything that is not text."""
    return bool(user.has_perm("core.edit_source"))


def translates_into(user: Any, code: str) -> bool:
    """Whether the user is a translator into this language."""
    return bool(user.has_perm(f"core.translate_{code}"))


def languages_of(user: Any) -> tuple[str, ...]:
    """The languages this person translates into, in the order of the catalogue."""
    return tuple(code for code in CONTENT_CODES if translates_into(user, code))


def may_translate(user: Any, code: str) -> bool:
    """Whether the user may write translations into this language: translators and editors."""
    return translates_into(user, code) or may_edit_source(user)


def editable_codes(user: Any, page: ContentPage) -> tuple[str, ...]:
    """Languages of this page that the user may write: all for an editor, their own for a translator."""
    if may_edit_source(user):
        return CONTENT_CODES
    return tuple(code for code in languages_of(user) if code != page.source_language)


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

"""Whose translation it is: which page in which language, and what this person may do with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils.html import conditional_escape
from wagtail.models import Page

from portal.core.editing.access import editable_codes
from portal.core.editing.known_pages import PAGE_POLICY
from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.models import ContentPage


@dataclass(frozen=True, slots=True)
class Place:
    """A page in its newest revision, and a language that this person may translate it into."""

    page: ContentPage
    code: str
    user: Any

    @property
    def lock_message(self) -> str:
        """Why nothing can be saved at present, as HTML; "" when it can."""
        lock = self.page.get_lock()
        return conditional_escape(lock.get_message(self.user)) if lock and lock.for_user(self.user) else ""


def translated_codes(page: Page, user: Any) -> tuple[str, ...]:
    """Languages that this person may translate the page into; none if they may not edit it, or it is in none."""
    if not isinstance(page, ContentPage) or page.alias_of_id is not None:
        return ()
    if not page.permissions_for_user(user).can_edit():
        return ()
    return tuple(code for code in editable_codes(user, page) if code != page.source_language)


def find_place(page_id: int, code: str, user: Any) -> Place:
    """Raises Http404 for everything that this person has nothing to do with."""
    found = PAGE_POLICY.explorable_instances(user).filter(pk=page_id).first() if code in CONTENT_CODES else None
    model = found.specific_class if found else None
    if model is None or not issubclass(model, ContentPage):
        raise Http404
    page = Page.objects.get(pk=page_id).specific.get_latest_revision_as_object()
    if code not in translated_codes(page, user):
        raise Http404
    return Place(page, code, user)

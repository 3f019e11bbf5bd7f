"""What is cited, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.core.content_language.localized import Localized
from portal.core.pages.days import updated_on
from portal.core.pages.notice import sample_notice


@dataclass(frozen=True, slots=True)
class Citation:
    """Texts as they are stored; `lang` (BCP 47) is the one under which author and title reach the reader.

    `key` names the entry and its file. `day` is as exact as it is known: "2006", "2006-01", "2006-01-11" or "".
    `is_instrument` is true of a document that the portal only speaks of; `number` is its reference.
    """

    key: str
    author: str
    title: str
    lang: str
    day: str
    kind: str
    address: str
    number: str = ""
    notes: tuple[str, ...] = ()
    is_instrument: bool = False

    @property
    def year(self) -> str:
        return self.day[:4]


def citation_of_page(page: Any, localized: Localized, address: str, kind: str, dated: date | None = None) -> Citation:
    """A page of the portal itself. `kind` says what it is, `address` is the one to cite, with the host.

    `dated` is the day that it bears, for a page that does not go by its last change.
    """
    updated = updated_on(page)
    day = dated or updated
    notes = [_("Last updated %(date)s") % {"date": _in_a_sentence(updated)}] if updated else []
    if page.is_sample:
        notes.append(sample_notice().removesuffix("."))
    return Citation(
        key=page.slug,
        author=settings.WAGTAIL_SITE_NAME,
        title=localized.headline,
        lang=localized.html_lang,
        day=day.isoformat() if day else "",
        kind=kind,
        address=address,
        notes=tuple(notes),
    )


def _in_a_sentence(day: date) -> str:
    """Serbian dates end with the full stop that follows every part of a citation."""
    return date_format(day, "DATE_FORMAT").removesuffix(".")

"""The page of a programme methodology, and its sessions as a booklet to print."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.core.content_language.localized import Localized
from portal.core.pages.links import alternates
from portal.core.registries.done_this import done_this
from portal.vocabulary.classification import Classification
from practices.models import Methodology
from practices.reading.frame import (
    classification_context,
    closing_entries,
    frame_context,
    terms_context,
    toc_entry,
)
from practices.reading.parts import standard_items
from practices.reading.related import related_context
from practices.reading.sections import METHODOLOGY, blocks_of, sections_of, with_terms_explained

#: Empty lines for notes under each session of the booklet; on screen a few of them are enough to show what they are.
NOTE_LINES = 16


def reading_context(page: Methodology, localized: Localized, request: HttpRequest) -> dict[str, Any]:
    classification = Classification(page)
    sections, terms = with_terms_explained(sections_of(localized, METHODOLOGY), localized.code)
    context = {
        **frame_context(page, localized, classification, request),
        **terms_context(terms, classification),
        **classification_context(classification),
        **related_context(page, classification, request),
        "done": done_this(request, page),
        "sections": sections,
        "total_minutes": page.total_minutes(localized.sessions),
        "session_count": len(localized.sessions),
        "booklet_url": _booklet_path(page, page.get_url(request) or ""),
        "standard_items": standard_items(page, request),
    }
    context["toc_entries"] = [
        *(toc_entry(section.anchor, section.heading) for section in sections),
        *closing_entries(context),
    ]
    return context


def booklet_context(page: Methodology, context: dict[str, Any], request: HttpRequest) -> dict[str, Any]:
    """Overrides the addresses of the page by those of its booklet, so that languages lead from booklet to booklet."""
    localized = context["localized"]
    links = [replace(link, url=_booklet_path(page, link.url)) for link in context["language_links"]]
    frame = frame_context(page, localized, Classification(page), request)
    return {
        **frame,
        "trail_items": [
            *frame["trail_items"],
            {"label": localized.headline, "url": page.get_url(request), "lang": context["content_lang"]},
        ],
        "heading": _("Session plan"),
        # The file is that of the page; the booklet is printed.
        "pdf_url": "",
        "language_links": links,
        "alternates": alternates(links, request),
        "canonical_url": _booklet_path(page, context["canonical_url"]),
        "sessions": blocks_of(localized.sessions, "sessions"),
        "total_minutes": page.total_minutes(localized.sessions),
        "note_lines": range(NOTE_LINES),
    }


def _booklet_path(page: Methodology, address: str) -> str:
    return address + page.reverse_subpage("session_plan")

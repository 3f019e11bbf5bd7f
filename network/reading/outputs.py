"""The page of an output of a working group."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from network.models import GroupOutputPage, Meeting
from portal.core.citing.citation import Citation, citation_of_page
from portal.core.content_language.localized import Localized
from portal.core.pages.listing import article_context, home_link, lang_beside
from portal.core.rich_text.html import rich_text_html
from portal.vocabulary.classification import Classification
from search.queries.classification import classification_links
from search.queries.explained import explained


def output_context(page: GroupOutputPage, context: Mapping[str, Any], request: HttpRequest) -> dict[str, Any]:
    localized = context["localized"]
    group = page.get_parent().specific
    described = explained([rich_text_html(localized.description)], localized.code)
    citation = page.get_citation(localized, context["canonical_url"])
    kind = page.get_kind_display()
    return {
        **article_context(page, localized, context["canonical_url"], request, _("Working-group output"), citation),
        **classification_links(Classification(page)),
        "kind_note": kind,
        "trail_items": [
            home_link(),
            {
                "label": group.card.headline if group.card else group.title,
                "lang": lang_beside(group.card.html_lang) if group.card else "",
                "url": group.get_url(request) or "",
            },
        ],
        "description": described.texts[0],
        "page_terms": described.terms,
        "meeting_values": _meeting(page, request),
    }


def citation_of(page: GroupOutputPage, localized: Localized, address: str) -> Citation:
    cited_as = ", ".join([page.get_kind_display(), *(one.name for one in Classification(page).beneficiaries)])
    return citation_of_page(page, localized, address, cited_as)


def _meeting(page: GroupOutputPage, request: HttpRequest) -> list[dict[str, str]]:
    """The meeting that produced it, where the reader may read of it."""
    if page.meeting_id is None:
        return []
    meeting = Meeting.objects.visible_to(request.user).filter(pk=page.meeting_id).first()
    if meeting is None:
        return []
    return [{"label": meeting.citation, "url": reverse("network:meeting", args=[meeting.pk])}]

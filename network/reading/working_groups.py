"""The page of a working group."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from network.models import WorkingGroupPage
from portal.core.pages.listing import article_context, home_link
from portal.core.rich_text.html import rich_text_html
from portal.vocabulary.classification import Classification
from search.queries.classification import classification_links
from search.queries.explained import explained


def working_group_context(page: WorkingGroupPage, context: Mapping[str, Any], request: HttpRequest) -> dict[str, Any]:
    parent = page.get_parent()
    back_url = parent.get_url(request) if parent is not None else ""
    mandate = explained([rich_text_html(context["localized"].mandate)], context["localized"].code)
    return {
        **article_context(page, context["localized"], context["canonical_url"], request, _("Working group")),
        **classification_links(Classification(page)),
        "trail_items": [home_link(), {"label": _("Working groups"), "url": back_url}],
        "mandate": mandate.texts[0],
        "page_terms": mandate.terms,
        "standing": page.get_standing_display(),
    }

"""Panels that only resources have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from portal.core.editing.choices import register_finder
from portal.core.editing.known_pages import known_for_linking
from portal.core.editing.panels import searched_panel
from practices.models.standard_part import StandardPart

STANDARD_PARTS = "standard-parts"


def find_parts(text: str, limit: int, user: Any) -> Iterable[StandardPart]:
    """Parts by number, heading, or the reference or title of their standard; several words must all be found.

    Of standards that the user may see or works on.
    """
    standards = known_for_linking(Page.objects.all(), user)
    parts = StandardPart.objects.filter(standard__in=standards.values("pk"))
    parts = parts.select_related("standard").order_by("standard__reference", "position")
    for word in text.split():
        parts = parts.filter(
            Q(number__icontains=word)
            | Q(heading_en__icontains=word)
            | Q(standard__reference__icontains=word)
            | Q(standard__title__icontains=word)
        )
    return parts[:limit]


register_finder(STANDARD_PARTS, find_parts)


def standard_parts_panel() -> FieldPanel:
    return searched_panel("standard_parts", STANDARD_PARTS)

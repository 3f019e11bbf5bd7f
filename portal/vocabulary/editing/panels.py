"""Panels with which a page is classified."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from portal.core.editing.choices import register_finder
from portal.core.editing.panels import choices_panel, searched_panel
from portal.core.languages.catalogue import CONTENT_CODES
from portal.vocabulary.editing.widgets import AlphabeticalTicks
from portal.vocabulary.models.concept import Concept

CONCEPTS = "concepts"


def find_concepts(text: str, limit: int, _user: Any) -> Iterable[Concept]:
    """Concepts whose preferred or other terms contain the text, in any language."""
    matching = Q()
    for code in CONTENT_CODES:
        matching |= Q(**{f"label_{code}__icontains": text}) | Q(**{f"alternative_labels_{code}__icontains": text})
    return Concept.objects.filter(matching).order_by("identifier")[:limit]


register_finder(CONCEPTS, find_concepts)


def classification_panel(*fields: str) -> MultiFieldPanel:
    """The named fields of ClassifiedPage, each with the widget that suits its size."""
    return MultiFieldPanel([_panel(field) for field in fields], heading=_("Classification"))


def _panel(field: str) -> FieldPanel:
    if field == "concepts":
        return searched_panel(field, CONCEPTS)
    if field == "beneficiaries":
        return FieldPanel(field, widget=AlphabeticalTicks)
    return choices_panel(field)

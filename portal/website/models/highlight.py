"""Highlights, with an archive by year."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.core.editing.panels import content_edit_handler
from portal.core.models import ContentPage
from portal.vocabulary.editing.panels import classification_panel
from portal.vocabulary.models import ClassifiedPage
from portal.website.models.illustrated import IllustratedPage


class HighlightsIndexPage(ContentPage):
    edit_handler = content_edit_handler([])
    parent_page_types = ["website.HomePage"]
    subpage_types = ["website.HighlightPage"]
    max_count = 1

    class Meta:
        verbose_name = _("list of highlights")
        verbose_name_plural = _("lists of highlights")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from portal.website.reading.lists import highlights_context

        context = super().get_context(request, *args, **kwargs)
        return context | highlights_context(self, context, request)


class HighlightPage(ClassifiedPage, IllustratedPage, ContentPage):
    edit_handler = content_edit_handler(
        ["body"],
        details=["date", "image", classification_panel("beneficiaries", "stages", "priority_areas", "concepts")],
    )
    parent_page_types = ["website.HighlightsIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("highlight")
        verbose_name_plural = _("highlights")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from portal.website.reading.article import highlight_context

        context = super().get_context(request, *args, **kwargs)
        return context | highlight_context(self, context, request)

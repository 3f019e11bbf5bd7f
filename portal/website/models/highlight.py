"""Highlights, with an archive by year."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from portal.core.citing.citation import Citation, citation_of_page
from portal.core.content_language.localized import Localized
from portal.core.editing.panels import content_edit_handler
from portal.core.models import CitablePage, RoutableContentPage
from portal.vocabulary.editing.panels import classification_panel
from portal.vocabulary.models import ClassifiedPage
from portal.website.models.illustrated import IllustratedPage


class HighlightsIndexPage(RoutableContentPage):
    edit_handler = content_edit_handler([])
    parent_page_types = ["website.HomePage"]
    subpage_types = ["website.HighlightPage"]
    max_count = 1
    schema_type = "CollectionPage"

    class Meta:
        verbose_name = _("list of highlights")
        verbose_name_plural = _("lists of highlights")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from portal.website.reading.lists import highlights_context

        context = super().get_context(request, *args, **kwargs)
        return context | highlights_context(self, context, request)

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """The latest, for programs that look for what is new; the same for everybody."""
        from portal.website.reading.feeds import highlights_feed

        return highlights_feed(self, request)


class HighlightPage(ClassifiedPage, IllustratedPage, CitablePage):
    edit_handler = content_edit_handler(
        ["body"],
        details=["date", "image", classification_panel("beneficiaries", "stages", "priority_areas", "concepts")],
    )
    parent_page_types = ["website.HighlightsIndexPage"]
    subpage_types: list[str] = []
    schema_type = "Article"

    class Meta:
        verbose_name = _("highlight")
        verbose_name_plural = _("highlights")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from portal.website.reading.article import highlight_context

        context = super().get_context(request, *args, **kwargs)
        return context | highlight_context(self, context, request)

    def get_citation(self, localized: Localized, address: str) -> Citation:
        return citation_of_page(self, localized, address, str(_("Highlight")), dated=self.date)

    def schema_facts(self, localized: Localized) -> dict[str, Any]:
        return {**super().schema_facts(localized), **self.article_facts(localized)}

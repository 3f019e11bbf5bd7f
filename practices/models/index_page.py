"""Where resources of one type lie; looked at, it is the library with that type chosen."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from portal.core.editing.panels import content_edit_handler
from portal.core.languages.catalogue import get_language
from portal.core.models import RoutableContentPage
from search.documents.facets import FacetName
from search.following.links import narrowed_feed
from search.queries.classification import library_url


class ResourceType(models.TextChoices):
    """Codes of the taxonomy's facet `resource_type` that have a page type of their own."""

    GOOD_PRACTICE = "good_practice", _("Good practices")
    STANDARD = "standard", _("Standards")
    METHODOLOGY = "programme_methodology", _("Programme methodologies")


class CatalogueIndexPage(RoutableContentPage):
    resource_type = models.CharField(_("type of resource"), max_length=30, choices=ResourceType.choices, unique=True)

    edit_handler = content_edit_handler([], details=["resource_type"])
    parent_page_types = ["website.HomePage"]
    subpage_types = ["practices.GoodPractice", "practices.Standard", "practices.Methodology"]

    class Meta:
        verbose_name = _("list of resources")
        verbose_name_plural = _("lists of resources")

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """There is no page of its own to preview; the list is shown as it is public."""
        with translation.override(get_language(mode_name).code):
            return self.index_route(request)

    @path("", name="index_route")
    def index_route(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponseRedirect(library_url(FacetName.TYPE, self.resource_type))

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """The feed of the same list of the library, where one looks for it who knows only this address."""
        return HttpResponseRedirect(narrowed_feed(FacetName.TYPE, self.resource_type))

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """None: it has no page of its own."""
        return []

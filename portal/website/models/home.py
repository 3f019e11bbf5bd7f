"""The home page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.core.editing.panels import content_edit_handler
from portal.core.models import ContentPage


class HomePage(ContentPage):
    """The continuum as main figure, priority areas, what is new, what is coming."""

    edit_handler = content_edit_handler([])
    parent_page_types = ["wagtailcore.Page"]
    max_count = 1
    schema_type = "WebSite"

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from portal.website.reading.home import home_context

        context = super().get_context(request, *args, **kwargs)
        return context | home_context(request)

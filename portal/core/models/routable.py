"""Content pages with addresses below their own."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail.contrib.routable_page.models import RoutablePageMixin

from portal.core.models.page import ContentPage


class RoutableContentPage(RoutablePageMixin, ContentPage):
    """Routes are methods with `wagtail.contrib.routable_page.models.path`."""

    class Meta:
        abstract = True

    def serve_preview(self, request: HttpRequest, mode_name: str) -> Any:
        """In its rendering, like any content page: the mixin would show all in the language of the administration."""
        return ContentPage.serve_preview(self, request, mode_name)

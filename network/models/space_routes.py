"""The addresses of a working group's closed space, below its page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import path


class SpaceRoutes:
    """Mixin of the page of a working group. Each answers 404 to whoever may not know that there is something."""

    @path("space/", name="space")
    def space(self: Any, request: HttpRequest) -> HttpResponse:
        """What the group has for itself: people, files, what is coming."""
        from network.space.overview import overview

        return overview(self, request)

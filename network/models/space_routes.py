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

    @path("space/people/", name="people")
    def people(self: Any, request: HttpRequest) -> HttpResponse:
        """Who belongs to the group, for those who keep it."""
        from network.space.people import people

        return people(self, request)

    @path("space/people/add/", name="add_person")
    def add_person(self: Any, request: HttpRequest) -> HttpResponse:
        from network.space.people import add_person

        return add_person(self, request)

    @path("space/people/<int:pk>/", name="person")
    def person(self: Any, request: HttpRequest, pk: int) -> HttpResponse:
        """One membership: another role, or the end."""
        from network.space.people import person

        return person(self, request, pk)

    @path("space/documents/add/", name="add_document")
    def add_document(self: Any, request: HttpRequest) -> HttpResponse:
        from network.space.documents import add_document

        return add_document(self, request)

    @path("space/shown/", name="shown")
    def shown(self: Any, request: HttpRequest) -> HttpResponse:
        """What others see of the group."""
        from network.space.shown import shown

        return shown(self, request)

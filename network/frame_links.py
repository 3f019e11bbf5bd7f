"""What the network puts into the main menu."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.pages.places import place_url
from portal.core.registries.frame import Link, register_menu


def calendar(request: HttpRequest) -> list[Link]:
    """The events belong to it: their pages are reached from there."""
    url, events = reverse("network:calendar"), place_url(request, "network.eventindexpage")
    return [Link(_("Calendar"), url, request.path.startswith((url, events) if events else url))]


def working_groups(request: HttpRequest) -> list[Link]:
    url = place_url(request, "network.workinggroupindexpage")
    return [Link(_("Working groups"), url, request.path.startswith(url))] if url else []


def directory(request: HttpRequest) -> list[Link]:
    url = reverse("network:directory")
    return [Link(_("Directory"), url, request.path.startswith(url))]


register_menu(60, calendar)
register_menu(62, working_groups)
register_menu(70, directory)

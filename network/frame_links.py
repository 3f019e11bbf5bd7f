"""What the network puts into the main menu and the menu of one's account."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from network.models.meeting import is_of_network
from portal.core.pages.places import place_url
from portal.core.registries.frame import Link, MenuGroup, register_account_menu, register_menu
from portal.members.visibility import active_member


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


def own_profile(request: HttpRequest) -> list[Link]:
    """One's own entry of the directory, for those who can have one: superusers too, once they have joined."""
    user: Any = request.user
    if not is_of_network(user) and not (user.is_superuser and active_member(user) is not None):
        return []
    url = reverse("network:me")
    return [Link(_("My profile"), url, request.path == url)]


register_account_menu(10, own_profile)
register_menu(60, calendar)
register_menu(62, working_groups, MenuGroup.NETWORK)
register_menu(70, directory, MenuGroup.NETWORK)

"""What the network puts into the main menu."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.core.pages.places import place_url
from portal.core.registries.frame import Link, register_menu


def events(request: HttpRequest) -> list[Link]:
    url = place_url(request, "network.eventindexpage")
    return [Link(_("Events"), url, request.path.startswith(url))] if url else []


register_menu(60, events)

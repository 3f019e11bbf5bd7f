"""What trainings put into the main menu."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.core.pages.places import place_url
from portal.core.registries.frame import Link, register_menu


def trainings(request: HttpRequest) -> list[Link]:
    url = place_url(request, "trainings.trainingindexpage")
    return [Link(_("Trainings"), url, request.path.startswith(url))] if url else []


register_menu(30, trainings)

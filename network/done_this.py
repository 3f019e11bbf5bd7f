"""Who has done what a page describes, as members say themselves."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from network.directory.people import NAMED, listed, shown
from network.models import Experience
from portal.core.registries.done_this import DoneThis, register_done_this
from portal.members.visibility import active_member, viewer_of

#: People that are named on a page, the latest first; so many are enough to ask.
_NAMED = 12


def who_has_done(request: HttpRequest, page: Any) -> DoneThis:
    viewer, member = viewer_of(request.user), active_member(request.user)
    people = viewer.people().filter(viewer.condition("experience"), experiences__page=page)
    named = people.select_related("institution").order_by("-experiences__pk")[:_NAMED]
    return DoneThis(
        page=page.pk,
        people=[listed(shown(one, viewer, NAMED)) for one in named],
        change_url=reverse("network:done") if member else "",
        is_said=member is not None and Experience.objects.filter(member=member, page=page).exists(),
    )


register_done_this(who_has_done)

"""The first page of a closed space: what is coming, who belongs to the group, and its documents."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from network.models import WorkingGroupPage
from network.queries.memberships import may_keep_people, may_keep_space
from network.queries.people import former, people_of, present
from network.space.coming import coming_of_group
from network.space.frame import enter, space_context
from portal.core.files.listing import shown_file
from portal.core.models import PortalDocument

#: What chair and secretary can do here, by the name of the route.
_LINKS: Final = {"people": "people", "document": "add_document", "shown": "shown"}


def overview(page: WorkingGroupPage, request: HttpRequest) -> HttpResponse:
    enter(page, request)
    people = people_of(page)
    documents = PortalDocument.objects.filter(collection=page.collection).order_by("-created_at", "-pk")
    page_url = page.get_url(request) or ""
    context = space_context(page, request) | {
        "meetings_url": reverse("network:meetings", args=[page.slug]),
        "board_url": reverse("network:action_board", args=[page.slug]),
        **{f"{name}_url": page_url + page.reverse_subpage(route) for name, route in _LINKS.items()},
        "coming": coming_of_group(page, request.user, timezone.localdate()),
        "calendar_url": reverse("network:calendar"),
        "people": present(people),
        "former": former(people),
        "files": [shown_file(document) for document in documents.visible_to(request.user)],
        "may_keep_people": may_keep_people(request.user, page),
        "may_keep_space": may_keep_space(request.user, page),
    }
    return TemplateResponse(request, "network/space/overview.html", context)

"""The page of a working group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.models import GroupRole, WorkingGroupPage
from network.queries.meetings import next_of_group
from network.queries.memberships import may_enter, may_keep_people
from network.queries.people import Person, institutions_of, named_for, people_of, present
from portal.core.pages.listing import article_context, date_range, home_link
from portal.core.rich_text.html import rich_text_html
from portal.vocabulary.classification import Classification
from search.queries.classification import classification_links
from search.queries.explained import explained


def working_group_context(page: WorkingGroupPage, context: Mapping[str, Any], request: HttpRequest) -> dict[str, Any]:
    parent = page.get_parent()
    back_url = parent.get_url(request) if parent is not None else ""
    page_url = page.get_url(request) or ""
    mandate = explained([rich_text_html(context["localized"].mandate)], context["localized"].code)
    return {
        **article_context(page, context["localized"], context["canonical_url"], request, _("Working group")),
        **classification_links(Classification(page)),
        **_who_takes_part(page, request),
        **_meetings(page, request),
        "trail_items": [home_link(), {"label": _("Working groups"), "url": back_url}],
        "back_url": back_url,
        "mandate": mandate.texts[0],
        "page_terms": mandate.terms,
        "standing": page.get_standing_display(),
        "space_url": page_url + page.reverse_subpage("space") if may_enter(request.user, page) else "",
        "people_url": page_url + page.reverse_subpage("people") if may_keep_people(request.user, page) else "",
    }


def _meetings(page: WorkingGroupPage, request: HttpRequest) -> dict[str, Any]:
    """How many meetings this reader may read, and the next of them."""
    url = reverse("network:meetings", args=[page.slug])
    number, following = next_of_group(page, request.user, timezone.localdate())
    said = ngettext("%(number)d meeting", "%(number)d meetings", number) % {"number": number}
    day = date_range(following.start, following.end) if following is not None else ""
    return {
        "meetings_url": url,
        "meetings_values": [{"label": said, "url": url}] if number else [],
        "next_values": [{"label": day, "url": reverse("network:meeting", args=[following.pk])}] if following else [],
    }


def _who_takes_part(page: WorkingGroupPage, request: HttpRequest) -> dict[str, Any]:
    """Within the group everybody has a name. Others are told roles and institutions, as far as the group shows them,
    and the names of those who show them theirs.
    """
    enters = may_enter(request.user, page)
    if not (page.shows_composition or enters):
        return {}
    people = present(people_of(page))
    named = {person.member for person in people} if enters else named_for(request.user, people)
    shown = [person if person.member in named else replace(person, name="") for person in people]
    return {
        "chair": _said(shown, GroupRole.CHAIR),
        "secretary": _said(shown, GroupRole.SECRETARY),
        "number_of_people": len(people),
        "institutions": institutions_of(people),
        "people": shown if named else [],
    }


def _said(people: Iterable[Person], role: str) -> str:
    said = ((person.name, person.institution) for person in people if person.role == role)
    return ", ".join(
        f"{name} ({institution})" if name and institution else name or institution
        for name, institution in said
        if name or institution
    )

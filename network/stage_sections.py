"""What the network has for a stage of the continuum: its events and working groups."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _

from network.models import EventPage
from network.queries.events import events_at_stage
from network.queries.groups import groups_at_stage
from portal.core.pages.listing import date_range, listed
from portal.core.pages.places import place_url
from portal.core.registries.stages import SHOWN, StageSection, register_stage_section


def events(request: HttpRequest, stage: str) -> StageSection:
    return StageSection(
        anchor="events",
        title=_("Events"),
        items=[listed(event, request, note=_note(event)) for event in events_at_stage(request.user, stage)[:SHOWN]],
        all_label=_("All events"),
        all_url=place_url(request, "network.eventindexpage"),
    )


def working_groups(request: HttpRequest, stage: str) -> StageSection:
    groups = groups_at_stage(request.user, stage)[:SHOWN]
    return StageSection(
        anchor="working-groups",
        title=_("Working groups"),
        items=[listed(group, request, note=group.get_standing_display()) for group in groups],
        all_label=_("All working groups"),
        all_url=place_url(request, "network.workinggroupindexpage"),
    )


def _note(event: EventPage) -> str:
    return f"{event.get_kind_display()} · {date_range(event.start, event.end)}"


register_stage_section(30, events)
register_stage_section(40, working_groups)

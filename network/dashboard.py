"""What of the working groups waits for somebody: records to approve, their action points, their next meetings."""

from __future__ import annotations

from itertools import islice

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from network.calendar_entries import entry_of_meeting
from network.models import Meeting
from network.queries.actions import actions_of_groups_of, unfinished
from network.queries.meetings import coming_meetings, drafts_with_proposals, meetings_to_approve
from network.reading.actions import text_of
from network.translating.waiting import records_to_translate as waiting_to_translate
from portal.core.editing.access import languages_of
from portal.core.languages.reader import current_reader
from portal.core.pages.dated import hours
from portal.core.pages.listing import date_range
from portal.core.registries.dashboard import SHOWN, DashboardSection, Waiting, register_dashboard


def records_to_approve(request: HttpRequest) -> DashboardSection:
    waiting = meetings_to_approve(request.user)
    return DashboardSection(
        anchor="records",
        title=_("Records to approve"),
        items=[_meeting(one) for one in waiting[:SHOWN]],
        count=len(waiting),
        all_label="",
        all_url="",
    )


def proposals(request: HttpRequest) -> DashboardSection:
    waiting = drafts_with_proposals(request.user)
    return DashboardSection(
        "proposals", _("Drafts with open proposals"), [_meeting(one) for one in waiting[:SHOWN]], len(waiting), "", ""
    )


def action_points(request: HttpRequest) -> DashboardSection:
    """Those that this person is responsible for; those due first first."""
    own = list(unfinished(actions_of_groups_of(request.user)).filter(responsible__user=request.user.pk))
    items = []
    for action in islice(own, SHOWN):
        text, lang = text_of(action)
        items.append(
            Waiting(
                text,
                reverse("network:action_point", args=[action.pk]),
                title_lang=lang,
                day=action.due,
                is_sample=action.item.meeting.is_sample,
            )
        )
    return DashboardSection(
        "action-points",
        _("Your action points"),
        items,
        len(own),
        _("All action points"),
        reverse("network:action_points"),
    )


def records_to_translate(request: HttpRequest) -> DashboardSection:
    """Those that the translators were asked for, in this person's languages."""
    found = waiting_to_translate(request.user, languages_of(request.user))
    items = [
        Waiting(one.title, one.url, note=f"{one.language_name}, {one.state.label}", title_lang=one.title_lang)
        for one in found[:SHOWN]
    ]
    return DashboardSection("records-to-translate", _("Records to translate"), items, len(found), "", "")


def next_meetings(request: HttpRequest) -> DashboardSection:
    coming = list(coming_meetings(request.user, timezone.localdate()))
    return DashboardSection(
        "meetings",
        _("Your next meetings"),
        [_meeting(one) for one in coming[:SHOWN]],
        len(coming),
        _("Calendar"),
        reverse("network:calendar"),
    )


def _meeting(meeting: Meeting) -> Waiting:
    entry = entry_of_meeting(meeting, current_reader().language)
    plan = str(meeting.get_plan_display()) if meeting.is_off else ""
    return Waiting(
        entry.title,
        entry.url,
        note=", ".join(filter(None, [date_range(entry.start, entry.end), hours(entry), plan])),
        title_lang=entry.title_lang,
        is_sample=entry.is_sample,
    )


register_dashboard(10, records_to_approve)
register_dashboard(15, proposals)
register_dashboard(20, action_points)
register_dashboard(25, records_to_translate)
register_dashboard(30, next_meetings)

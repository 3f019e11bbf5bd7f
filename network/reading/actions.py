"""Action points as their pages show them, for people of the group."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from network.models import ActionStatus, Outcome, WorkingGroupPage
from network.queries import actions as asked
from network.reading.meetings import group_line, group_trail, readable
from network.reading.people import person
from portal.core.content_language.localized import nearest
from portal.core.languages.catalogue import html_lang_for_reader
from portal.core.languages.reader import current_reader
from portal.core.pages.listing import home_link, lang_beside


def list_context(user: Any) -> dict[str, Any]:
    """What is unfinished: first one's own, then that of others in one's groups."""
    unfinished = [_line(one, user) for one in asked.unfinished(asked.actions_of_groups_of(user))]
    return {
        "trail_items": [home_link(), {"label": _("Action points")}],
        "mine": [one for one in unfinished if one["is_mine"]],
        "others": [one for one in unfinished if not one["is_mine"]],
        "export_url": reverse("network:action_points_xlsx"),
        "numbers_url": reverse("network:action_numbers_xlsx"),
    }


def board_context(group: WorkingGroupPage, request: HttpRequest) -> dict[str, Any]:
    """One list for each status, and the number in it."""
    lines = [_line(one, request.user) for one in asked.actions_of_group(group)]
    export = f"{reverse('network:action_points_xlsx')}?group={group.slug}"
    return {
        "group": group_line(group, request),
        "trail_items": [home_link(), *group_trail(group, request), {"label": _("Action points")}],
        "columns": [
            {"label": label, "items": [one for one in lines if one["status_code"] == code]}
            for code, label in ActionStatus.choices
        ],
        "export_url": export,
        "numbers_url": f"{reverse('network:action_numbers_xlsx')}?group={group.slug}",
    }


def action_context(action: Outcome, request: HttpRequest) -> dict[str, Any]:
    meeting = action.item.meeting
    text, lang = text_of(action)
    carried = action.carried_to
    return {
        "action": action,
        "text": text,
        "text_lang": lang,
        "responsible": person(action.responsible, action.responsible_name, internal=True),
        "meeting": meeting,
        "meeting_url": reverse("network:meeting", args=[meeting.pk]),
        "group": group_line(meeting.group, request),
        "changes": list(action.changes.select_related("user").order_by("-pk")),
        "carried": carried.meeting if carried is not None else None,
        "trail_items": [
            home_link(),
            *group_trail(meeting.group, request, with_meetings=False),
            {"label": _("Action points"), "url": reverse("network:action_board", args=[meeting.group.slug])},
            {"label": action.code or _("Action point")},
        ],
    }


def text_of(action: Outcome) -> tuple[str, str]:
    """The text in the language nearest to the reader that the record can be read in, and its `lang`."""
    reader = current_reader().language
    meeting = action.item.meeting
    code = nearest(readable(meeting), reader) or meeting.language
    return getattr(action, f"text_{code}") or "", lang_beside(html_lang_for_reader(code, reader))


def group_title(group: WorkingGroupPage) -> tuple[str, str]:
    card = group.card
    return (card.headline, lang_beside(card.html_lang)) if card is not None else (group.title, "")


def _line(action: Outcome, user: Any) -> dict[str, Any]:
    text, lang = text_of(action)
    title, title_lang = group_title(action.item.meeting.group)
    return {
        "text": text,
        "text_lang": lang,
        "code": action.code,
        "citation": action.item.meeting.citation,
        "group": title,
        "group_lang": title_lang,
        "url": reverse("network:action_point", args=[action.pk]),
        "responsible": person(action.responsible, action.responsible_name, internal=True),
        "is_mine": action.responsible is not None and action.responsible.user_id == user.pk,
        "due": action.due,
        "status": action.get_status_display(),
        "status_code": action.status,
        "is_overdue": action.is_overdue,
    }

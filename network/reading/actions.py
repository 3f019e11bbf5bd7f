"""Action points as their pages show them, for people of the group."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
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
from portal.core.pages.addresses import with_query
from portal.core.pages.listing import home_link, lang_beside
from search.queries.pagination import links_of

#: Of each status a board shows so many, the others on pages of their own; of what is unfinished a page has so many.
_ON_BOARD, PAGE_SIZE = 8, 20


def list_context(request: HttpRequest) -> dict[str, Any]:
    """What is unfinished: on the first page one's own, then that of others in one's groups."""
    user, path = request.user, reverse("network:action_points")
    unfinished = asked.unfinished(asked.actions_of_groups_of(user))
    others = Paginator(unfinished.exclude(responsible__user=user.pk), PAGE_SIZE).get_page(request.GET.get("page"))
    own = unfinished.filter(responsible__user=user.pk) if others.number == 1 else unfinished.none()
    return {
        "trail_items": [home_link(), {"label": _("Action points")}],
        "mine": [_line(one) for one in own],
        "others": [_line(one) for one in others],
        **_pages(others, path),
        "export_url": reverse("network:action_points_xlsx"),
        "numbers_url": reverse("network:action_numbers_xlsx"),
    }


def board_context(group: WorkingGroupPage, request: HttpRequest) -> dict[str, Any]:
    """Each status with the number in it and the first of them; `?status=` all of one, on pages."""
    path = reverse("network:action_board", args=[group.slug])
    actions = asked.actions_of_group(group)
    numbers = asked.numbers_by_status(actions)
    chosen = next((status for status in ActionStatus if status == request.GET.get("status")), None)
    return {
        "group": group_line(group, request),
        "trail_items": [home_link(), *group_trail(group, request), {"label": _("Action points")}],
        "board_url": path,
        "statuses": [
            {
                "label": status.label,
                "number": numbers.get(status, 0),
                "url": with_query(path, {"status": status.value}),
                "on": status == chosen,
                "items": [] if chosen else _lines(asked.with_status(actions, status)[:_ON_BOARD]),
                "has_more": numbers.get(status, 0) > _ON_BOARD,
            }
            for status in ActionStatus
        ],
        **(_one_status(actions, chosen, path, request) if chosen else {}),
        "export_url": f"{reverse('network:action_points_xlsx')}?group={group.slug}",
        "numbers_url": f"{reverse('network:action_numbers_xlsx')}?group={group.slug}",
    }


def _one_status(actions: QuerySet[Outcome], status: ActionStatus, path: str, request: HttpRequest) -> dict[str, Any]:
    page = Paginator(asked.with_status(actions, status), PAGE_SIZE).get_page(request.GET.get("page"))
    return {
        "status": status.label,
        "items": _lines(page),
        **_pages(page, path, status=status.value),
    }


def _lines(actions: Iterable[Outcome]) -> list[dict[str, Any]]:
    """Of one group, whose name stands above."""
    return [_line(one, with_group=False) for one in actions]


def _pages(page: Page[Outcome], path: str, **kept: str) -> dict[str, Any]:
    return {"page_number": page.number, "page_links": links_of(page, path, **kept)}


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


def _line(action: Outcome, *, with_group: bool = True) -> dict[str, Any]:
    text, lang = text_of(action)
    title, title_lang = group_title(action.item.meeting.group)
    return {
        "text": text,
        "text_lang": lang,
        "code": action.code,
        "citation": action.item.meeting.citation,
        "group": title if with_group else "",
        "group_lang": title_lang,
        "url": reverse("network:action_point", args=[action.pk]),
        "responsible": person(action.responsible, action.responsible_name, internal=True),
        "due": action.due,
        "status": action.get_status_display(),
        "is_overdue": action.is_overdue,
    }

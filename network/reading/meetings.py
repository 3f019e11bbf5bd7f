"""The page of a meeting and the list of a group's meetings.

There is one record. Within the group it is read with names, by everybody else without: names of people are never put
into what others get.
"""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.calendar.reading import hours_there
from network.models import (
    Audience,
    GroupOutputPage,
    Meeting,
    MeetingPlan,
    MeetingState,
    Outcome,
    OutcomeKind,
    WorkingGroupPage,
)
from network.queries.meetings import attendances_of, items_of
from network.reading.events import PAST_PAGE_SIZE
from network.reading.people import by_role, person
from network.rules.meetings import Rights
from portal.core.content_language.localized import nearest
from portal.core.files.listing import shown_file
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES, html_lang_for_reader
from portal.core.languages.reader import current_reader
from portal.core.models import PortalDocument
from portal.core.pages.addresses import page_url
from portal.core.pages.listing import date_range, home_link, lang_beside, listed
from portal.core.pages.places import place_url
from portal.core.visibility.audience import may_see_page
from search.queries.pagination import links_of


def meeting_context(meeting: Meeting, rights: Rights, request: HttpRequest) -> dict[str, Any]:
    """`rights.internal` decides whether names are in it."""
    reader = current_reader().language
    codes = readable(meeting)
    code = nearest(codes, reader) or meeting.language
    lang = lang_beside(html_lang_for_reader(code, reader))
    items = items_of(meeting)
    agenda: list[dict[str, Any]] = [
        {
            "pk": item.pk,
            "anchor": f"item-{item.pk}",
            "title": getattr(item, f"title_{code}") or "",
            "text": getattr(item, f"text_{code}") or "",
            "start": item.start_time,
            "end": item.end_time,
            "presenter": person(item.presenter, item.presenter_name, internal=rights.internal),
            "outcomes": [_outcome(one, code, rights) for one in item.outcomes.all()],
        }
        for item in items
    ]
    outcomes = [one for item in agenda for one in item["outcomes"]]
    outputs = GroupOutputPage.objects.listed_for(request.user).filter(meeting=meeting).order_by("pk")
    documents = PortalDocument.objects.filter(pk__in=meeting.documents.values("pk")).visible_to(request.user)
    title = getattr(meeting, f"title_{code}") or meeting.citation
    return {
        "meeting": meeting,
        "rights": rights,
        "title": title,
        "lang": lang,
        "shown_in": BY_CODE[code] if code != reader.content_code else None,
        "other_languages": [_in_language(meeting, one) for one in codes if one != code],
        "group": group_line(meeting.group, request),
        "trail_items": [home_link(), *group_trail(meeting.group, request), {"label": title, "lang": lang}],
        "days": date_range(meeting.start, meeting.end),
        "hours": hours_there(meeting),
        "spoken": [
            {"label": BY_CODE[one].native_name, "lang": lang_beside(BY_CODE[one].html_lang)}
            for one in meeting.spoken.split()
        ],
        "agenda": agenda,
        # Before it is approved none has a number, and links that all say the same lead nobody anywhere.
        "decisions": [one for one in outcomes if one["kind"] == OutcomeKind.DECISION and one["code"]],
        "actions": [one for one in outcomes if one["kind"] == OutcomeKind.ACTION],
        "outputs": [listed(page, request, kind=page.get_kind_display()) for page in outputs],
        "drafts": _drafts(meeting) if rights.internal else [],
        "files": [shown_file(document) for document in documents.order_by("pk")],
        **_people(meeting, rights),
        "badge": state_label(meeting),
        "is_closed": not (meeting.state == MeetingState.APPROVED and meeting.audience == Audience.PUBLIC),
        "plan": meeting.get_plan_display() if meeting.is_off else "",
        "has_sample": meeting.is_sample,
    }


def readable(meeting: Meeting) -> tuple[str, ...]:
    """The languages that the record can be read in: those that were complete when it was approved, else its own."""
    found = set(meeting.readable_in.split()) if meeting.state == MeetingState.APPROVED else set()
    return tuple(code for code in CONTENT_CODES if code in found | {meeting.language})


def _in_language(meeting: Meeting, code: str) -> dict[str, str]:
    """The same record for whoever reads this language, in the form of components/glance_row.html."""
    language = BY_CODE[code]
    with translation.override(code):
        url = reverse("network:meeting", args=[meeting.pk])
    return {"label": language.native_name, "lang": lang_beside(language.html_lang), "url": url}


def state_label(meeting: Meeting) -> str:
    """Who reads it once it is approved, before that how far it is."""
    if meeting.state == MeetingState.APPROVED:
        return str(meeting.get_audience_display())
    return str(meeting.get_state_display())


def list_context(
    group: WorkingGroupPage, meetings: QuerySet[Meeting], rights: Rights, request: HttpRequest
) -> dict[str, Any]:
    """`meetings` are the latest first, with their numbers of decisions and action points. Past ones stand on pages."""
    reader = current_reader().language
    today = timezone.localdate()
    path = reverse("network:meetings", args=[group.slug])
    past = Paginator(meetings.filter(end__lt=today), PAST_PAGE_SIZE).get_page(request.GET.get("page"))
    coming = meetings.filter(end__gte=today).reverse() if past.number == 1 else meetings.none()
    return {
        "group": group_line(group, request),
        "rights": rights,
        "trail_items": [home_link(), *group_trail(group, request, with_meetings=False), {"label": _("Meetings")}],
        "coming": [_line(one, reader) for one in coming],
        "past": [_line(one, reader) for one in past],
        "page_number": past.number,
        "page_links": links_of(past, path),
        "new_url": reverse("network:new_meeting", args=[group.slug]) if rights.record else "",
        "board_url": reverse("network:action_board", args=[group.slug]) if rights.internal else "",
    }


def _line(meeting: Any, reader: Any) -> dict[str, Any]:
    """In the form of components/dated_item.html."""
    code = nearest(readable(meeting), reader) or meeting.language
    decisions = ngettext("%(number)s decision", "%(number)s decisions", meeting.decisions)
    actions = ngettext("%(number)s action point", "%(number)s action points", meeting.actions)
    said = [
        date_range(meeting.start, meeting.end) if meeting.end != meeting.start else "",
        decisions % {"number": meeting.decisions} if meeting.decisions else "",
        actions % {"number": meeting.actions} if meeting.actions else "",
    ]
    return {
        "title": f"{meeting.citation}: {getattr(meeting, f'title_{code}') or ''}",
        "title_lang": lang_beside(html_lang_for_reader(code, reader)),
        "url": reverse("network:meeting", args=[meeting.pk]),
        "date": meeting.start,
        "kind": state_label(meeting),
        "place": meeting.place,
        "text": " · ".join(filter(None, said)),
        "is_sample": meeting.is_sample,
        "is_cancelled": meeting.plan == MeetingPlan.CANCELLED,
        "is_postponed": meeting.plan == MeetingPlan.POSTPONED,
    }


def group_line(group: WorkingGroupPage, request: HttpRequest) -> dict[str, Any]:
    """The name of a group, with its address where the reader may go there."""
    seen = group.live and may_see_page(request.user, group)
    card = group.card
    return {
        "title": card.headline if card is not None else group.title,
        "title_lang": lang_beside(card.html_lang) if card is not None else "",
        "url": page_url(group, request) if seen and card is not None else "",
        "slug": group.slug,
    }


def group_trail(
    group: WorkingGroupPage, request: HttpRequest | None = None, *, with_meetings: bool = True
) -> list[dict[str, str]]:
    """The way to a group's meetings, below the home page."""
    card = group.card
    steps = []
    if request is not None and (url := place_url(request, "network.workinggroupindexpage")):
        steps.append({"label": _("Working groups"), "url": url})
    steps.append(
        {
            "label": card.headline if card is not None else group.title,
            "lang": lang_beside(card.html_lang) if card is not None else "",
            "url": page_url(group, request) if card is not None and group.live else "",
        }
    )
    if with_meetings:
        steps.append({"label": _("Meetings"), "url": reverse("network:meetings", args=[group.slug])})
    return steps


def _outcome(outcome: Outcome, code: str, rights: Rights) -> dict[str, Any]:
    letters = {OutcomeKind.DECISION: _("Decision %(number)s"), OutcomeKind.ACTION: _("Action point %(number)s")}
    kind = OutcomeKind(outcome.kind)
    label = letters[kind] % {"number": outcome.number} if outcome.number and kind in letters else str(kind.label)
    return {
        "pk": outcome.pk,
        "kind": outcome.kind,
        "label": label,
        "code": outcome.code,
        "anchor": outcome.code.lower() or f"outcome-{outcome.pk}",
        "text": getattr(outcome, f"text_{code}") or "",
        "responsible": person(outcome.responsible, outcome.responsible_name, internal=rights.internal),
        "due": outcome.due,
        "status": outcome.get_status_display(),
        "is_overdue": rights.internal and outcome.is_overdue,
        "url": reverse("network:action_point", args=[outcome.pk]) if rights.internal and outcome.number else "",
    }


def _people(meeting: Meeting, rights: Rights) -> dict[str, Any]:
    """Who was there: with names for the group, for everybody else the roles, each once."""
    attendances = attendances_of(meeting)
    present = [one.member for one in attendances if not one.is_excused]
    excused = [one.member for one in attendances if one.is_excused]
    guests = meeting.guest_list
    if rights.internal:
        return {
            "present": [person(member, "", internal=True) for member in present],
            "excused": [person(member, "", internal=True) for member in excused],
            "guests": [", ".join(filter(None, guest)) for guest in guests],
        }
    return {
        "present": list(dict.fromkeys(by_role(member) for member in present)),
        "excused": [],
        "guests": list(dict.fromkeys(role for _name, role in guests if role)),
    }


def _drafts(meeting: Meeting) -> list[dict[str, str]]:
    """Outputs that are not published yet, for the group."""
    pages = GroupOutputPage.objects.filter(meeting=meeting, live=False).order_by("pk")
    return [
        {"title": getattr(page, f"headline_{page.source_language}") or "", "kind": page.get_kind_display()}
        for page in pages
    ]

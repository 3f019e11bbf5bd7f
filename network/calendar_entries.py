"""Events and meetings of working groups as entries of the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from network.models import EventPage, Meeting, MeetingPlan
from network.models.event import EventKind
from network.queries.events import events_for_calendar
from network.queries.meetings import meetings_for_calendar
from network.reading.meetings import readable
from portal.core.content_language.localized import Localized, localized_for_card, nearest
from portal.core.languages.catalogue import Language, html_lang_for_reader
from portal.core.registries.calendar import CalendarEntry, CalendarQuery, register_calendar


def events(user: Any, reader: Language, query: CalendarQuery) -> Iterator[CalendarEntry]:
    for event in events_for_calendar(user, query):
        card = localized_for_card(event, reader)
        if card is not None:
            yield entry_of(event, card, reader)


def entry_of(event: EventPage, localized: Localized, reader: Language) -> CalendarEntry:
    return CalendarEntry(
        # The translation key stays when the page moves, and is nobody else's.
        uid=f"{event.translation_key}@continuum",
        title=localized.headline,
        lang=localized.html_lang,
        title_lang="" if localized.html_lang == reader.html_lang else localized.html_lang,
        summary=localized.summary,
        url=event.get_url() or "",
        start=event.start,
        end=event.end,
        kind=event.get_kind_display(),
        kind_code=event.kind,
        place=localized.place,
        is_sample=event.is_sample,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        is_cancelled=event.is_cancelled,
        sequence=event.sequence,
        changed=event.last_published_at,
    )


def meetings(user: Any, reader: Language, query: CalendarQuery) -> Iterator[CalendarEntry]:
    """Of closed ones only those of the user's own groups, drafts too: that a group meets is known to it beforehand."""
    if query.kinds and EventKind.MEETING not in query.kinds:
        return
    for meeting in meetings_for_calendar(user, query):
        yield entry_of_meeting(meeting, reader)


def entry_of_meeting(meeting: Meeting, reader: Language) -> CalendarEntry:
    code = nearest(readable(meeting), reader) or meeting.language
    lang = html_lang_for_reader(code, reader)
    return CalendarEntry(
        uid=f"meeting-{meeting.pk}@continuum",
        title=getattr(meeting, f"title_{code}") or meeting.citation,
        lang=lang,
        title_lang="" if lang == reader.html_lang else lang,
        summary="",
        url=reverse("network:meeting", args=[meeting.pk]),
        start=meeting.start,
        end=meeting.end,
        kind=str(EventKind.MEETING.label),
        kind_code=EventKind.MEETING,
        place=meeting.place,
        is_sample=meeting.is_sample,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        is_cancelled=meeting.plan == MeetingPlan.CANCELLED,
        is_postponed=meeting.plan == MeetingPlan.POSTPONED,
        sequence=meeting.sequence,
        changed=meeting.changed_at,
    )


register_calendar(events, EventKind.choices)
register_calendar(meetings, [(EventKind.MEETING.value, EventKind.MEETING.label)])

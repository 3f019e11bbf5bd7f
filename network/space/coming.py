"""What is coming for a working group: its meetings, and events that are closed to all but the group."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from wagtail.models import PageViewRestriction

from network.calendar_entries import entry_of, entry_of_meeting
from network.models import EventPage, Meeting, WorkingGroupPage
from portal.core.content_language.localized import localized_for_card
from portal.core.languages.reader import current_reader
from portal.core.pages.dated import dated_line, when

#: More is in the calendar.
_SHOWN: Final = 8


def coming_of_group(group: WorkingGroupPage, user: Any, today: date) -> list[dict[str, Any]]:
    """The next of both, the earliest first, in the form of components/dated_item.html (a fixed number of queries)."""
    reader = current_reader().language
    meetings = Meeting.objects.filter(group=group, end__gte=today).order_by("start", "pk")[:_SHOWN]
    own = PageViewRestriction.objects.filter(groups=group.access_group_id).values("page")
    events = EventPage.objects.listed_for(user).filter(pk__in=own, end__gte=today).order_by("start", "pk")[:_SHOWN]
    entries = [
        *(entry_of_meeting(one, reader) for one in meetings),
        *(entry_of(one, card, reader) for one in events if (card := localized_for_card(one, reader)) is not None),
    ]
    entries.sort(key=lambda entry: (entry.start, entry.end, entry.title))
    return [dated_line(entry, today, when(entry)) for entry in entries[:_SHOWN]]

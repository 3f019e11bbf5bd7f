"""Events as entries of the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from network.models import EventPage
from network.models.event import EventKind
from network.queries.events import events_for_calendar
from portal.core.content_language.localized import Localized, localized_for_card
from portal.core.languages.catalogue import Language
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


register_calendar(events, EventKind.choices)

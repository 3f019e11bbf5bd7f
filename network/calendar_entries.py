"""Events as entries of the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from network.models import EventPage
from network.queries.events import coming_events
from portal.core.content_language.localized import localized_for_card
from portal.core.languages.catalogue import Language
from portal.core.registries.calendar import CalendarEntry, register_calendar


def events(user: Any, reader: Language, first_day: date, limit: int) -> Iterator[CalendarEntry]:
    for event in coming_events(user, first_day)[:limit]:
        yield entry_of(event, reader)


def entry_of(event: EventPage, reader: Language) -> CalendarEntry:
    """The event must have a language that may be shown (`readable()`)."""
    card = localized_for_card(event, reader)
    if card is None:
        raise ValueError(f"No language of event {event.pk} may be shown.")
    return CalendarEntry(
        title=card.headline,
        title_lang="" if card.html_lang == reader.html_lang else card.html_lang,
        url=event.get_url() or "",
        start=event.start,
        end=event.end,
        kind=event.get_kind_display(),
        place=card.place or "",
        is_sample=event.is_sample,
    )


register_calendar(events)

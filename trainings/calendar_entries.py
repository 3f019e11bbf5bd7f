"""Trainings as entries of the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.content_language.localized import localized_for_card
from portal.core.languages.catalogue import Language
from portal.core.registries.calendar import CalendarEntry, CalendarQuery, register_calendar
from trainings.queries.trainings import trainings_for_calendar

#: The same as that of events that are trainings: a reader asks for both at once.
_KIND = "training"


def trainings(user: Any, reader: Language, query: CalendarQuery) -> Iterator[CalendarEntry]:
    """All sessions are one entry: the page and its own file say when each is."""
    if query.kinds and _KIND not in query.kinds:
        return
    for training in trainings_for_calendar(user, query):
        card = localized_for_card(training, reader)
        if card is None:
            continue
        yield CalendarEntry(
            # The translation key stays when the page moves, and is nobody else's.
            uid=f"{training.translation_key}@continuum",
            title=card.headline,
            lang=card.html_lang,
            title_lang="" if card.html_lang == reader.html_lang else card.html_lang,
            summary=card.summary,
            url=training.get_url() or "",
            start=training.start,
            end=training.end,
            kind=_("Training"),
            kind_code=_KIND,
            place=card.place,
            is_sample=training.is_sample,
            is_cancelled=training.is_cancelled,
            sequence=training.sequence,
            changed=training.last_published_at,
        )


register_calendar(trainings, [(_KIND, gettext_lazy("Training"))])

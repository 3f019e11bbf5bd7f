"""Trainings as entries of the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.core.content_language.localized import Localized, localized_for_card
from portal.core.languages.catalogue import Language
from portal.core.registries.calendar import CalendarEntry, CalendarQuery, Sitting, register_calendar
from trainings.models import TrainingPage
from trainings.models.ended_entry import entry_name
from trainings.queries.trainings import trainings_for_calendar

#: The same as that of events that are trainings: a reader asks for both at once.
_KIND = "training"


def trainings(user: Any, reader: Language, query: CalendarQuery) -> Iterator[CalendarEntry]:
    """One entry a training on the page; other calendars get its sessions."""
    if query.kinds and _KIND not in query.kinds:
        return
    for training in trainings_for_calendar(user, query).prefetch_related("sessions"):
        card = localized_for_card(training, reader)
        if card is not None:
            yield entry_of(training, card, reader)


def entry_of(training: TrainingPage, localized: Localized | None, reader: Language) -> CalendarEntry:
    """`localized` None: no language is ready, and all that is said is the title."""
    lang = localized.html_lang if localized else reader.html_lang
    return CalendarEntry(
        uid=uid_of(training),
        title=localized.headline if localized else training.title,
        lang=lang,
        title_lang="" if lang == reader.html_lang else lang,
        summary=localized.summary if localized else "",
        url=training.get_url() or "",
        start=training.start,
        end=training.end,
        kind=_("Training"),
        kind_code=_KIND,
        place=(localized.place or "") if localized else "",
        is_sample=training.is_sample,
        is_cancelled=training.is_cancelled,
        sequence=training.sequence,
        changed=training.last_published_at,
        sittings=[
            Sitting(uid_of(training, entry_name(session)), session.starts_at, session.ends_at)
            for session in training.sessions.all()
        ],
    )


def uid_of(training: TrainingPage, name: str = "") -> str:
    """The translation key stays when the page moves, and is nobody else's. `name` is that of a session's entry."""
    return f"{training.translation_key}{name}@continuum"


register_calendar(trainings, [(_KIND, gettext_lazy("Training"))])

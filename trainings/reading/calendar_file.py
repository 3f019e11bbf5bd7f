"""The sessions of a training for other calendars (iCalendar, RFC 5545).

Moments are written in UTC: a session happens once, so nobody needs the rule of its summer time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from icalendar import Calendar, Event, vText

from portal.core.content_language.localized import localized_for_card
from portal.core.languages.catalogue import Language
from portal.core.languages.reader import current_reader
from portal.core.made_files import made_file
from portal.core.pages.addresses import absolute
from portal.core.text_exit import finished, footnote
from portal.core.visibility.audience import PUBLIC, audience_of_page
from trainings.models import TrainingPage

_PRODUCT: Final = "-//Continuum//Trainings//EN"
#: For what was never published with a date of its own: the same in every file.
_LONG_AGO: Final = datetime(2000, 1, 1, tzinfo=UTC)


def training_file(training: TrainingPage, request: HttpRequest) -> HttpResponse:
    """For whoever may read its page. 404 when none of its languages can be read."""
    reader = current_reader().language
    if training.for_reader(reader) is None:
        raise Http404("No language of this training is ready.")
    answer = made_file(
        entries_of(training, reader),
        "text/calendar; charset=utf-8",
        request,
        is_public=audience_of_page(training) == PUBLIC,
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="{training.slug}.ics"'
    return answer


def entries_of(training: TrainingPage, reader: Language, *, is_cancelled: bool = False) -> bytes:
    """An entry for each session, or one for all days as long as there are none.

    `is_cancelled`: for this reader it does not take place, whatever is true of the others.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for name, starts, ends in _times(training):
        event = _described(training, reader, is_cancelled=is_cancelled or training.is_cancelled)
        event.add("uid", f"{training.translation_key}{name}@continuum")
        event.add("dtstart", starts)
        event.add("dtend", ends)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _times(training: TrainingPage) -> Iterator[tuple[str, date, date]]:
    """A name for each entry, which stays when its time changes, with beginning and end."""
    sessions = list(training.sessions.all())
    for session in sessions:
        yield f"-{session.pk}", session.starts_at.astimezone(UTC), session.ends_at.astimezone(UTC)
    if not sessions:
        # The day after the last one: an end is not part of what it ends.
        yield "", training.start, training.end + timedelta(days=1)


def _described(training: TrainingPage, reader: Language, *, is_cancelled: bool) -> Event:
    localized = localized_for_card(training, reader)
    title, summary, place = (
        (localized.headline, localized.summary, localized.place) if localized else (training.title, "", "")
    )
    lang = localized.html_lang if localized else reader.html_lang
    changed = (training.last_published_at or _LONG_AGO).astimezone(UTC)
    address = absolute(training.get_url() or "")
    event = Event()
    event.add("dtstamp", changed)
    event.add("sequence", training.sequence)
    said = [summary, address, footnote([title, summary or "", place or ""], lang)]
    for name, text in (("summary", title), ("description", "\n\n".join(filter(None, said))), ("location", place)):
        if text:
            line = vText(finished(text, lang))
            line.params["LANGUAGE"] = lang
            event.add(name, line)
    event.add("url", address)
    event.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    return event

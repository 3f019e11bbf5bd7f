"""Answers for other calendars."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from network.calendar.asked import Asked
from network.calendar_entries import entry_of
from network.models import EventPage
from portal.core.calendar_files.writing import calendar_file
from portal.core.languages.reader import current_reader
from portal.core.made_files import made_file
from portal.core.registries.calendar import calendar_entries
from portal.core.visibility.audience import PUBLIC, audience_of_page

_ICALENDAR = "text/calendar; charset=utf-8"

#: A subscription keeps what is over for so long, for those who look back.
_LOOK_BACK = timedelta(days=366)


def subscription(asked: Asked, request: HttpRequest) -> HttpResponse:
    """What is public and nothing else, whoever asks: other calendars have no session."""
    return made_file(_followed(None, asked, _("Calendar")), _ICALENDAR, request, is_public=True)


def personal_subscription(user: Any, asked: Asked, request: HttpRequest) -> HttpResponse:
    """What `user` may see, for the program of theirs that asks; nobody keeps it on the way."""
    return made_file(_followed(user, asked, _("My calendar")), _ICALENDAR, request, is_public=False)


def _followed(user: Any, asked: Asked, name: str) -> bytes:
    reader = current_reader().language
    entries = calendar_entries(user, reader, asked.query(timezone.localdate() - _LOOK_BACK))
    return calendar_file(entries, f"{name} – Continuum", reader.html_lang)


def event_file(event: EventPage, request: HttpRequest) -> HttpResponse:
    """One event, for whoever may read its page. 404 when none of its languages can be read."""
    reader = current_reader().language
    localized = event.for_reader(reader)
    if localized is None:
        raise Http404("No language of this event is ready.")
    body = calendar_file([entry_of(event, localized, reader)])
    answer = made_file(body, _ICALENDAR, request, is_public=audience_of_page(event) == PUBLIC)
    answer.headers["Content-Disposition"] = f'attachment; filename="{event.slug}.ics"'
    return answer

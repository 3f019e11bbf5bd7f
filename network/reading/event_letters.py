"""The letter about an event or a meeting, in the language of whoever gets it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation

from network.calendar.reading import hours_there
from network.calendar_entries import entry_of, entry_of_meeting
from network.models import EventFollower, EventPage, Meeting
from network.reading.event_changes import changes
from network.reading.meetings import readable
from portal.accounts.mail import compose, message_id, message_to
from portal.core.calendar_files.writing import calendar_file
from portal.core.content_language.localized import localized_for_card, nearest
from portal.core.languages.catalogue import Language, get_language
from portal.core.pages.addresses import absolute
from portal.core.pages.listing import date_range
from portal.core.registries.calendar import CalendarEntry

_TEMPLATE: Final = "network/email/event"


def letter_about(
    follower: EventFollower, about: EventPage | Meeting, kind: str, known: Mapping[str, Any]
) -> EmailMessage | None:
    """The letter with the entry for the calendar; None when no language of the event is ready.

    `kind` is one of network.services.event_letters.LetterKind; `known` what the person knows of it so far.
    """
    user = follower.user
    language = get_language(user.language)
    with translation.override(language.code):
        found = _entry(about, language)
        if found is None:
            return None
        entry, code = found
        stop = absolute(reverse("network:end_letters", args=[follower.token]))
        context = {
            "user": user,
            "site_name": settings.WAGTAIL_SITE_NAME,
            "kind": kind,
            "entry": entry,
            "changes": changes(known, about, code) if kind == "changed" else [],
            "group": _group(about, language),
            "days": date_range(about.start, about.end),
            "hours": hours_there(about),
            "online": "" if entry.is_off else about.link,
            "reason": about.plan_reason if isinstance(about, Meeting) else "",
            "url": absolute(entry.url),
            "stop": stop,
        }
        number = f"event.{follower.pk}.{kind}.{about.sequence}.{about.start:%Y%m%d}"
        headers = {
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Message-ID": message_id(number),
        }
        message = message_to(user.email, *compose(_TEMPLATE, context, language), language.html_lang, headers)
        message.attach("event.ics", calendar_file([entry]), "text/calendar")
    return message


def _entry(about: EventPage | Meeting, language: Language) -> tuple[CalendarEntry, str] | None:
    """With the content language that its texts are in."""
    if isinstance(about, Meeting):
        return entry_of_meeting(about, language), nearest(readable(about), language) or about.language
    localized = localized_for_card(about, language)
    return (entry_of(about, localized, language), localized.code) if localized else None


def _group(about: EventPage | Meeting, language: Language) -> str:
    """The name of the working group that meets; "" for an event."""
    if isinstance(about, EventPage):
        return ""
    localized = localized_for_card(about.group, language)
    return str(localized.headline) if localized else about.group.title

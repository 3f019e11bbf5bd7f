"""What pages say of a training in a few words."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.core.languages.catalogue import BY_CODE
from portal.core.pages.listing import date_range, lang_beside, listed
from trainings.models import Enrolment, SeatPool, TrainingPage


def places_left(seats: SeatPool | None) -> str:
    """How many places are left, in words; "" of a training that has no seats yet."""
    if seats is None:
        return ""
    if seats.free <= 0:
        return _("All places are taken")
    return ngettext("%(count)d place left", "%(count)d places left", seats.free) % {"count": seats.free}


def spoken(codes: str) -> list[dict[str, str]]:
    """Languages by their own names, in the form of components/glance_row.html."""
    return [
        {"label": BY_CODE[code].native_name, "lang": lang_beside(BY_CODE[code].html_lang)}
        for code in codes.split()
        if code in BY_CODE
    ]


def item(training: TrainingPage, request: HttpRequest, seats: SeatPool | None = None) -> dict[str, Any]:
    """In the form of components/dated_item.html; with places left, if seats are given and it is not over."""
    days = date_range(training.start, training.end) if training.end != training.start else ""
    takes_nobody = training.is_cancelled or training.is_over(timezone.localdate())
    left = "" if takes_nobody else places_left(seats)
    return listed(
        training,
        request,
        date=training.start,
        kind="",
        place=(training.card.place if training.card else "") or "",
        text=" · ".join(filter(None, (days, left))),
        is_cancelled=training.is_cancelled,
    )


def named(training: TrainingPage, request: HttpRequest) -> dict[str, Any]:
    """A training for whoever is enrolled or runs it, also one of which no language is ready: title, days, address.

    A draft has no address.
    """
    card = training.card
    return {
        "title": card.headline if card else training.title,
        "title_lang": lang_beside(card.html_lang) if card else "",
        "days": date_range(training.start, training.end),
        "place": (card.place if card else "") or "",
        "url": (training.get_url(request) or "") if training.live else "",
        "is_live": training.live,
        "is_sample": training.is_sample,
        "is_cancelled": training.is_cancelled,
    }


def moment(at: datetime, training: TrainingPage) -> str:
    """By the clock of the training's place, with its time zone if it is another one than the portal's.

    Written here, because templates show every moment in the time zone of the portal.
    """
    said = date_format(timezone.localtime(at, training.zone), "DATETIME_FORMAT")
    return said if training.time_zone == settings.TIME_ZONE else f"{said} ({training.get_time_zone_display()})"


def offer_until_words(enrolment: Enrolment) -> str:
    """Until when an offer can be taken; "" when nothing is offered."""
    return moment(enrolment.offer_until, enrolment.training) if enrolment.offer_until is not None else ""

"""What of trainings waits for somebody: places that are offered to them, and what they will take part in."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.pages.listing import date_range
from portal.core.registries.dashboard import SHOWN, DashboardSection, Waiting, register_dashboard
from trainings.models import Enrolment
from trainings.reading.words import named
from trainings.rules.states import State

_SHOWN_STATES = (State.OFFERED, State.CONFIRMED, State.WAITING)


def trainings(request: HttpRequest) -> DashboardSection:
    """Offers first, which end on a day; then by the day on which the training begins."""
    coming = Enrolment.objects.filter(
        member__user=request.user.pk, state__in=_SHOWN_STATES, training__end__gte=timezone.localdate()
    )
    found = sorted(
        coming.select_related("training"),
        key=lambda one: (one.state != State.OFFERED, one.training.start, one.pk),
    )
    return DashboardSection(
        "trainings",
        _("Your trainings"),
        [_waiting(one, request) for one in found[:SHOWN]],
        len(found),
        _("My trainings"),
        reverse("trainings:mine"),
    )


def _waiting(enrolment: Enrolment, request: HttpRequest) -> Waiting:
    training = enrolment.training
    title = named(training, request)
    return Waiting(
        title["title"],
        reverse("trainings:answer", args=[enrolment.token]),
        note=f"{date_range(training.start, training.end)} · {enrolment.get_state_display()}",
        title_lang=title["title_lang"],
        day=timezone.localdate(enrolment.offer_until) if enrolment.state == State.OFFERED else None,
        is_sample=training.is_sample,
    )


register_dashboard(40, trainings)

"""The feed of one person, at a secret address that they can take back."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from network.calendar.answers import personal_subscription
from network.calendar.asked import parse
from network.models import PersonalCalendar


@require_safe
def personal_ics(request: HttpRequest, key: str) -> HttpResponse:
    """For a calendar program, without a session: whoever knows the address reads it. 404 for one taken back."""
    kept = PersonalCalendar.objects.named(key)
    if kept is None:
        raise Http404("No such personal calendar.")
    return personal_subscription(kept.user, parse(request.GET), request)


@require_POST
@login_required
def renew(request: HttpRequest) -> HttpResponse:
    """A new address; the one before ends."""
    PersonalCalendar.objects.renew(request.user)
    messages.success(request, _("Your personal calendar has a new address. Keep it to yourself."))
    return _back()


@require_POST
@login_required
def take_back(request: HttpRequest) -> HttpResponse:
    PersonalCalendar.objects.end(request.user)
    messages.success(request, _("The address of your personal calendar does not work any more."))
    return _back()


def _back() -> HttpResponse:
    return redirect(reverse("network:calendar") + "#own-calendar")

"""Who was there: a list to tick, one session at a time, and one to sign."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from trainings.models import TrainingSession
from trainings.queries.access import trainers_sight_or_404
from trainings.queries.participants import attendants, present_in
from trainings.reading.words import named
from trainings.services.attending import take_attendance
from trainings.views.signed_in import SignedIn


@login_required
@require_safe
def first_session(request: SignedIn, pk: int) -> HttpResponse:
    """Leads to the first session that nobody was ticked in yet, else to the last one."""
    trainers_sight_or_404(request.user, pk)
    sessions = TrainingSession.objects.filter(training=pk)
    session = sessions.filter(attendances=None).first() or sessions.last()
    if session is None:
        messages.warning(request, gettext("This training has no sessions yet."))
        return redirect("trainings:participants", pk)
    return redirect("trainings:attendance", pk, session.pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request: SignedIn, pk: int, session_pk: int) -> HttpResponse:
    sight = trainers_sight_or_404(request.user, pk)
    session = get_object_or_404(TrainingSession, pk=session_pk, training=pk)
    if request.method == "POST":
        take_attendance(session=session, asked=_keys(request, "asked"), there=_keys(request, "there"))
        messages.success(request, gettext("Attendance is saved."))
        return redirect("trainings:attendance", pk, session_pk)
    present = present_in(session)
    context = {
        "training": named(sight.training, request),
        "key": pk,
        "session": session,
        "sessions": list(TrainingSession.objects.filter(training=pk)),
        "participants": [(one, one.enrolment.pk in present) for one in attendants(sight)],
        "has_sample": sight.training.is_sample,
    }
    return render(request, "trainings/participants/attendance.html", context)


@login_required
@require_safe
def sheet(request: SignedIn, pk: int) -> HttpResponse:
    """To print: a line for each person, a column for each session."""
    sight = trainers_sight_or_404(request.user, pk)
    context = {
        "training": named(sight.training, request),
        "key": pk,
        "sessions": list(TrainingSession.objects.filter(training=pk)),
        "participants": attendants(sight),
        "has_sample": sight.training.is_sample,
    }
    return render(request, "trainings/participants/sheet.html", context)


def _keys(request: HttpRequest, name: str) -> list[int]:
    return [int(key) for key in request.POST.getlist(name) if key.isascii() and key.isdigit() and len(key) < 19]

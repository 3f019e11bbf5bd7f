"""Who was there: a list to tick, one session at a time, and one to sign."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.core.kept_forms import give_back, keep
from portal.core.script_requests import wants_json
from trainings.forms.ticks import form_marks, script_marks
from trainings.models import AttendanceSource, TrainingSession
from trainings.queries.access import Sight, trainers_sight_or_404
from trainings.queries.participants import attendants
from trainings.reading.attendance import conflict_words, lines
from trainings.reading.words import named
from trainings.rules.attendance import why_settled
from trainings.rules.refusal import Refused
from trainings.services.attending import close_attendance, mark_attendance, open_attendance
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


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request: Any, pk: int, session_pk: int) -> HttpResponse:
    """The list to tick. Asked for JSON, it says what holds of everybody, for a list that saves as one goes."""
    if not request.user.is_authenticated:
        return _signed_out(request, pk, session_pk)
    sight = trainers_sight_or_404(request.user, pk)
    session = get_object_or_404(TrainingSession, pk=session_pk, training=pk)
    session.training = sight.training
    if request.method != "POST":
        return _shown(request, sight, session)
    if wants_json(request):
        return _ticked(request, sight, session)
    wanted = request.POST.get("do", "")
    if wanted == "open":
        open_attendance(session=session)
    else:
        _save(request, session)
        if wanted == "close":
            close_attendance(session=session, by=request.user)
    return redirect("trainings:attendance", pk, session_pk)


def _save(request: SignedIn, session: TrainingSession) -> None:
    marks = form_marks(request.POST, timezone.now())
    try:
        conflicts = mark_attendance(session=session, marks=marks, by=request.user, source=AttendanceSource.TICKED)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return
    for conflict in conflicts:
        messages.warning(request, conflict_words(conflict, session))
    messages.success(request, gettext("Attendance is saved."))


def _ticked(request: SignedIn, sight: Sight, session: TrainingSession) -> JsonResponse:
    marks = script_marks(request.POST, timezone.now())
    try:
        conflicts = mark_attendance(session=session, marks=marks, by=request.user, source=AttendanceSource.TICKED)
    except Refused as refusal:
        return JsonResponse({"refused": str(refusal)}, status=HTTPStatus.FORBIDDEN)
    said = {conflict.mark.enrolment: conflict_words(conflict, session) for conflict in conflicts}
    rows = {
        line.key: {
            "there": line.is_there,
            "seen": line.seen,
            "said": line.said,
            "conflict": said.get(line.key, ""),
        }
        for line in lines(sight, session)
    }
    return JsonResponse({"rows": rows})


def _shown(request: SignedIn, sight: Sight, session: TrainingSession) -> HttpResponse:
    kept = give_back(request, _kept_as(session.pk))
    unsaved = {mark.enrolment: mark.is_there for mark in form_marks(kept, timezone.now())} if kept is not None else {}
    shown = lines(sight, session)
    context = {
        "training": named(sight.training, request),
        "key": sight.training.pk,
        "session": session,
        "sessions": list(TrainingSession.objects.filter(training=sight.training.pk)),
        "lines": [(line, unsaved.get(line.key, line.is_there)) for line in shown],
        "present": sum(line.is_there for line in shown),
        "settled": why_settled(session),
        "brought_back": bool(unsaved),
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


def _signed_out(request: HttpRequest, pk: int, session_pk: int) -> HttpResponse:
    """Keeps what was ticked until the person is back. Whether there is such a session is not said."""
    if request.method == "POST" and wants_json(request):
        return JsonResponse({"signed_out": True}, status=HTTPStatus.UNAUTHORIZED)
    if request.method == "POST" and keep(request, _kept_as(session_pk)):
        messages.info(
            request, gettext("You were signed out. Nothing is lost: sign in, and your ticks are there again.")
        )
    return redirect_to_login(request.path)


def _kept_as(session_pk: int) -> str:
    return f"attendance {session_pk}"

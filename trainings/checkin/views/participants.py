"""Checking in: the scan, the code to type, and the page with the one button."""

from __future__ import annotations

from http import HTTPStatus

from allauth.core.ratelimit import consume
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from trainings.checkin.checking_in import check_in, enrolment_of, is_present, session_with_code, why_not
from trainings.checkin.codes import is_link_code
from trainings.checkin.forms import CodeForm
from trainings.checkin.scans import has_scanned, keep_scan
from trainings.models import TrainingPage, TrainingSession
from trainings.reading.words import named
from trainings.rules.refusal import Refused
from trainings.views.signed_in import SignedIn

#: Named in ACCOUNT_RATE_LIMITS.
_LIMIT = "check_in"


@never_cache
@require_safe
def scan(request: HttpRequest, session_pk: int, code: str) -> HttpResponse:
    """Where the picture leads. A valid code is kept for whoever has to sign in first; it leaves the address at once.

    What is not valid gets one answer, whether or not there is such a session.
    """
    now = timezone.now()
    if not is_link_code(session_pk, code, now):
        return _once_more(request)
    keep_scan(request, session_pk, now)
    return redirect("trainings:check_in", session_pk)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check_in_page(request: SignedIn, session_pk: int) -> HttpResponse:
    """Says to what somebody checks in, and as whom; the button does it. To others it says nothing of the training."""
    now = timezone.now()
    session = TrainingSession.objects.filter(pk=session_pk).first()
    enrolment = enrolment_of(request.user, session) if session is not None else None
    is_there = session is not None and enrolment is not None and is_present(session, enrolment)
    if session is None or not (is_there or has_scanned(request, session_pk, now)):
        return _once_more(request)
    if enrolment is None:
        refusal = gettext("You are not on the list of participants of this training. Speak to the trainer.")
        return render(request, "trainings/checkin/confirm.html", {"refusal": refusal}, status=HTTPStatus.FORBIDDEN)
    training = TrainingPage.objects.for_lists().get(pk=session.training_id)
    session.training = training
    refusal = ""
    if not is_there and request.method == "POST":
        try:
            check_in(session=session, enrolment=enrolment, by=request.user, now=now)
        except Refused as error:
            refusal = str(error)
        else:
            return redirect("trainings:check_in", session_pk)
    elif not is_there:
        refusal = why_not(session, enrolment, now)
    context = {
        "training": named(training, request),
        "session": session,
        "is_there": is_there,
        "refusal": refusal,
        "has_sample": training.is_sample,
    }
    return render(request, "trainings/checkin/confirm.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def type_code(request: SignedIn) -> HttpResponse:
    """For whoever cannot scan. A code is right for sessions of one's own trainings only."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    status = HTTPStatus.OK
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        if not consume(request, action=_LIMIT, key=f"user-{request.user.pk}"):
            form.add_error("code", gettext("Too many codes in a short time. Wait five minutes, or scan the picture."))
            status = HTTPStatus.TOO_MANY_REQUESTS
        elif (session := session_with_code(request.user, form.cleaned_data["code"], now)) is not None:
            keep_scan(request, session.pk, now)
            return redirect("trainings:check_in", session.pk)
        else:
            form.add_error(
                "code",
                gettext("This is not the code of a session that you take part in now. Type the one that is shown now."),
            )
    return render(request, "trainings/checkin/type_code.html", {"form": form}, status=status)


def _once_more(request: HttpRequest) -> HttpResponse:
    messages.warning(request, gettext("This code does not hold any more. Scan the one that is shown now, or type it."))
    return redirect("trainings:type_code")

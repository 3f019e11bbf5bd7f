"""Certificates of a training, for those who run it: who gets one and what others lack, issuing, replacing, revoking."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from trainings.certificates.checking import initials
from trainings.certificates.codes import shown_code
from trainings.certificates.facts import candidates
from trainings.certificates.forms import ReasonForm
from trainings.certificates.issuing import issue, reissue, revoke
from trainings.certificates.run import start_run
from trainings.certificates.views.files import certificate_file, certificates_file
from trainings.forms.keys import sent_key
from trainings.models import Certificate, CertificateRun
from trainings.queries.access import Sight, trainers_sight_or_404
from trainings.reading.words import named
from trainings.rules.refusal import Refused
from trainings.views.signed_in import SignedIn


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def certificates(request: SignedIn, pk: int) -> HttpResponse:
    """Everybody who took part. A button issues to one; another to all who meet the rule, in the background."""
    sight = trainers_sight_or_404(request.user, pk)
    if request.method == "POST":
        return _issued(request, pk)
    rows = candidates(sight.training)
    context = {
        **_frame(sight, request),
        "rows": rows,
        "issuable": sum(row.may_be_issued for row in rows),
        "has_valid": any(row.certificate and row.certificate.is_valid and row.certificate.name for row in rows),
        "run": CertificateRun.objects.filter(training=pk).first(),
    }
    return render(request, "trainings/certificates/list.html", context)


def _issued(request: SignedIn, pk: int) -> HttpResponse:
    try:
        if request.POST.get("do") == "all":
            start_run(training_id=pk, by=request.user)
            return redirect("trainings:certificate_run", pk)
        certificate = issue(training_id=pk, enrolment_id=_key(request), by=request.user)
    except Refused as error:
        messages.error(request, str(error))
    else:
        text = gettext("%(name)s has certificate %(number)s.")
        messages.success(request, text % {"name": certificate.name, "number": certificate.number})
    return redirect("trainings:certificates", pk)


@login_required
@never_cache
@require_safe
def run(request: SignedIn, pk: int) -> HttpResponse:
    """How far the issuing to all is; it looks again by itself, with and without script."""
    sight = trainers_sight_or_404(request.user, pk)
    found = get_object_or_404(CertificateRun, training=pk)
    return render(request, "trainings/certificates/run.html", {**_frame(sight, request), "run": found})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: SignedIn, pk: int, certificate_pk: int) -> HttpResponse:
    """A certificate with all that were issued to this person for this training; it is replaced or revoked here."""
    sight = trainers_sight_or_404(request.user, pk)
    certificate = _found(sight, certificate_pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _changed(request, certificate, form.cleaned_data["reason"])
    same = Certificate.objects.filter(enrolment=certificate.enrolment_id, enrolment__isnull=False)
    # Of a person who was deleted nobody knows any more which belong together.
    history = list(same.select_related("issued_by", "ended_by").defer("document")) or [certificate]
    context = {
        **_frame(sight, request),
        "certificate": certificate,
        "code": shown_code(certificate.code),
        "shown_without_leave": initials(certificate.name),
        "history": history,
        "is_latest": history[-1].pk == certificate.pk,
        "form": form,
    }
    return render(request, "trainings/certificates/one.html", context)


def _changed(request: SignedIn, certificate: Certificate, reason: str) -> HttpResponse:
    training = certificate.training_id
    try:
        if request.POST.get("do") == "revoke":
            revoke(certificate=certificate, by=request.user, reason=reason)
            messages.success(request, gettext("Certificate %(number)s is revoked.") % {"number": certificate.number})
            return redirect("trainings:certificate_of", training, certificate.pk)
        new = reissue(certificate=certificate, by=request.user, reason=reason)
    except Refused as error:
        messages.error(request, str(error))
        return redirect("trainings:certificate_of", training, certificate.pk)
    text = gettext("%(name)s has certificate %(number)s.")
    messages.success(request, text % {"name": new.name, "number": new.number})
    return redirect("trainings:certificate_of", training, new.pk)


@login_required
@require_safe
def file_of(request: SignedIn, pk: int, certificate_pk: int) -> HttpResponse:
    return certificate_file(_found(trainers_sight_or_404(request.user, pk), certificate_pk))


@login_required
@require_safe
def all_files(request: SignedIn, pk: int) -> HttpResponseBase:
    """A ZIP of those that are valid, read and made one after the other while it is sent."""
    trainers_sight_or_404(request.user, pk)
    kept = Certificate.objects.valid().filter(training=pk).exclude(document={})
    return certificates_file(kept.iterator(chunk_size=_AT_ONCE), f"certificates-{pk}")


#: Certificates that are in memory at a time.
_AT_ONCE: Final = 50


def _found(sight: Sight, pk: int) -> Certificate:
    """Raises Http404 for one of another training."""
    return get_object_or_404(Certificate, pk=pk, training=sight.training)


def _key(request: HttpRequest) -> int:
    return sent_key(request.POST.get("enrolment", ""))


def _frame(sight: Sight, request: HttpRequest) -> dict[str, Any]:
    return {
        "training": named(sight.training, request),
        "key": sight.training.pk,
        "has_sample": sight.training.is_sample,
    }

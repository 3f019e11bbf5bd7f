"""One's own certificates: as a file, and how one's name is written and shown."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from portal.members.models import Member
from trainings.certificates.forms import ChoiceForm
from trainings.certificates.views.files import certificate_file
from trainings.models import Certificate, CertificateChoice, TrainingPage
from trainings.models.certificate import CertificateQuerySet
from trainings.reading.words import named
from trainings.views.signed_in import SignedIn


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def own_certificates(request: SignedIn) -> HttpResponse:
    """All that a member ever got, the latest first, and what they settle for them. 404 for who is no member."""
    member = get_object_or_404(Member, user=request.user)
    choice = CertificateChoice.objects.filter(member=member).first() or CertificateChoice(member=member)
    form = ChoiceForm(request.POST if request.method == "POST" else None, instance=choice)
    form.fields["name"].widget.attrs["placeholder"] = member.name
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, gettext("Your choice is saved."))
        return redirect("trainings:own_certificates")
    found = list(_own(request).defer("document").order_by("-pk"))
    trainings = TrainingPage.objects.for_lists().in_bulk({one.training_id for one in found})
    items = [{"certificate": one, "training": named(trainings[one.training_id], request)} for one in found]
    context = {"form": form, "items": items, "has_sample": any(one.is_sample for one in trainings.values())}
    return render(request, "trainings/certificates/own.html", context)


@login_required
@require_safe
def own_certificate(request: SignedIn, pk: int) -> HttpResponse:
    """The file. What does not hold any more is not handed out as if it did."""
    certificate = _own(request).valid().filter(pk=pk).first()
    if certificate is None:
        raise Http404
    return certificate_file(certificate)


def _own(request: SignedIn) -> CertificateQuerySet:
    return Certificate.objects.filter(enrolment__member__user=request.user)

"""One's own membership: details, consents, data to take away, leaving."""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.core.languages.reader import current_reader
from portal.members.forms.work import WorkForm, initial_of
from portal.members.models import Consent, Member
from portal.members.reading.personal_archive import archive
from portal.members.rules.refusal import Refused
from portal.members.rules.stewards import why_not_erase
from portal.members.services.changing import change_details
from portal.members.services.leaving import leave
from portal.members.services.work_details import WorkDetails
from portal.members.views.access import SignedIn


def _own(request: SignedIn) -> Member:
    """Raises Http404 for somebody who is no member."""
    return get_object_or_404(
        Member.objects.active().select_related("user", "beneficiary", "institution", "agency"), user=request.user
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def membership(request: SignedIn) -> HttpResponse:
    """Where I work and what I know, to be changed; and what I agreed to."""
    member = _own(request)
    form = WorkForm(
        request.POST if request.method == "POST" else None,
        initial=initial_of(member.user, WorkDetails.of(member)),
    )
    if request.method == "POST" and form.is_valid():
        change_details(
            member=member.pk,
            first_name=form.cleaned_data["first_name"],
            last_name=form.cleaned_data["last_name"],
            details=form.details,
        )
        messages.success(request, gettext("Your changes are saved."))
        return redirect("members:membership")
    consents = list(Consent.objects.filter(user=member.user).select_related("text"))
    return render(request, "members/membership.html", {"member": member, "form": form, "consents": consents})


@never_cache
@login_required
@reauthentication_required
@require_safe
def download(request: SignedIn) -> HttpResponse:
    """All that the portal holds about whoever asks, member or not, in the language of the page."""
    language = current_reader().language
    return HttpResponse(
        archive(request.user, language),
        content_type="application/zip",
        headers={"Content-Disposition": 'attachment; filename="continuum-my-data.zip"'},
    )


@never_cache
@login_required
@reauthentication_required
@require_http_methods(["GET", "HEAD", "POST"])
def leave_network(request: SignedIn) -> HttpResponse:
    """Asks first. Whoever comes here has just shown again who they are."""
    member = _own(request)
    refusal = why_not_erase(request.user, member)
    if request.method == "POST":
        try:
            leave(member=member.pk, by=request.user)
        except Refused as error:
            refusal = str(error)
        else:
            logout(request)
            return redirect("members:sent_off")
    return render(request, "members/leave.html", {"member": member, "refusal": refusal})


@require_safe
def sent_off(request: SignedIn) -> HttpResponse:
    """The last page, for whoever has just left."""
    return render(request, "members/sent_off.html")

"""Applications, for those who decide on them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from portal.core.languages.catalogue import content_language
from portal.members.forms.stewardship import DecisionForm
from portal.members.models import Application, ApplicationState
from portal.members.queries.duplicates import likely_duplicates
from portal.members.rules.refusal import Refused
from portal.members.rules.stewards import theirs, why_not_decide, why_not_forget
from portal.members.services.deciding import AlreadyDecided, approve, decline, forget
from portal.members.views.access import SignedIn, stewards_only
from portal.members.views.paging import page_of

_SHOWN = (ApplicationState.WAITING, ApplicationState.APPROVED, ApplicationState.DECLINED)


@stewards_only
@require_safe
def applications(request: SignedIn) -> HttpResponse:
    """Those of the people whom this user looks after; the oldest that wait first, of the others the newest."""
    state = request.GET.get("state")
    chosen = ApplicationState(state) if state in _SHOWN else ApplicationState.WAITING
    rows = Application.objects.filter(theirs(request.user), state=chosen).select_related("beneficiary", "institution")
    rows = rows.order_by("sent_at", "pk") if chosen == ApplicationState.WAITING else rows.order_by("-decided_at", "-pk")
    page, links = page_of(request, rows)
    states = [(one.value, one.label, one == chosen) for one in _SHOWN]
    return render(request, "members/applications.html", {"applications": page, "page": links, "states": states})


@stewards_only
@require_http_methods(["GET", "HEAD", "POST"])
def application(request: SignedIn, pk: int) -> HttpResponse:
    """One application, with what there is to know for the decision, and the form to decide."""
    rows = Application.objects.confirmed().filter(theirs(request.user))
    found = get_object_or_404(rows.select_related("beneficiary", "institution", "agency", "decided_by"), pk=pk)
    if "erase" in request.POST:
        return _erase(request, found)
    form = DecisionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            _decide(request, found, form)
        except AlreadyDecided as already:
            state = already.application.get_state_display()
            messages.warning(
                request, gettext("This application has been decided already: %(state)s.") % {"state": state}
            )
            return redirect("members:application", pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, gettext("The decision is made, and the person is told by e-mail."))
            return redirect("members:applications")
    context = {
        "application": found,
        "topics": list(found.topics.all()),
        "concepts": list(found.concepts.all()),
        "spoken": [content_language(code).native_name for code in found.languages.split()],
        "duplicates": likely_duplicates(found),
        "steps": list(found.steps.select_related("by")),
        "refusal": why_not_decide(request.user, found),
        "form": form,
        "may_be_erased": not why_not_forget(request.user, found),
        "is_waiting": found.state == ApplicationState.WAITING,
    }
    return render(request, "members/application.html", context)


def _erase(request: SignedIn, found: Application) -> HttpResponse:
    try:
        forget(application=found.pk, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("members:application", found.pk)
    messages.success(request, gettext("What the portal held about this person is erased."))
    return redirect("members:applications")


def _decide(request: SignedIn, found: Application, form: DecisionForm) -> None:
    decide = approve if form.cleaned_data["decision"] == "approve" else decline
    decide(application=found.pk, by=request.user, reason=form.cleaned_data["reason"])

"""One member, for those who look after them: state, steps, suspending, erasing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from portal.members.forms.stewardship import ReasonForm
from portal.members.models import Member, MemberState
from portal.members.rules.refusal import Refused
from portal.members.rules.stewards import is_administrator, theirs, why_not_erase, why_not_suspend
from portal.members.services.leaving import leave
from portal.members.services.suspending import restore, suspend
from portal.members.views.access import SignedIn, stewards_only


@stewards_only
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: SignedIn, pk: int) -> HttpResponse:
    """Three buttons post here, each under its own name."""
    rows = Member.objects.filter(theirs(request.user)).select_related("user", "beneficiary", "institution", "agency")
    found = get_object_or_404(rows, pk=pk)
    form = ReasonForm(request.POST if "suspend" in request.POST else None)
    if request.method == "POST":
        action = next((name for name in _ACTIONS if name in request.POST), "")
        if action and (action != "suspend" or form.is_valid()):
            try:
                message = _ACTIONS[action](request, found, form)
            except Refused as refusal:
                messages.error(request, str(refusal))
            else:
                messages.success(request, message)
            return redirect("members:person", pk)
    context = {
        "member": found,
        "steps": list(found.steps.select_related("by")),
        "form": form,
        "is_suspended": found.state == MemberState.SUSPENDED,
        "has_left": found.state == MemberState.LEFT,
        "why_not_suspend": why_not_suspend(request.user, found),
        "why_not_erase": why_not_erase(request.user, found),
        "is_administrator": is_administrator(request.user),
    }
    return render(request, "members/person.html", context)


def _suspend(request: SignedIn, member: Member, form: ReasonForm) -> str:
    suspend(member=member.pk, by=request.user, reason=form.cleaned_data["reason"])
    return gettext("The member is suspended.")


def _restore(request: SignedIn, member: Member, _form: ReasonForm) -> str:
    restore(member=member.pk, by=request.user)
    return gettext("The suspension is over.")


def _erase(request: SignedIn, member: Member, _form: ReasonForm) -> str:
    leave(member=member.pk, by=request.user)
    return gettext("What the portal held about this person is erased.")


_ACTIONS: Mapping[str, Callable[[Any, Member, ReasonForm], str]] = {
    "suspend": _suspend,
    "restore": _restore,
    "erase": _erase,
}

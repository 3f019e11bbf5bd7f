"""Inviting people, and accepting an invitation."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from portal.accounts.password_link import password_link
from portal.core.languages.reader import current_reader
from portal.members.forms.joining import AcceptForm
from portal.members.forms.stewardship import InvitationForm
from portal.members.links import invitation_of
from portal.members.models import Invitation, InvitationState
from portal.members.rules.refusal import Refused
from portal.members.rules.stewards import theirs
from portal.members.services.inviting import Outcome, accept, invite, withdraw
from portal.members.views.access import SignedIn, stewards_only, text_to_agree_to
from portal.members.views.paging import page_of


@stewards_only
@require_http_methods(["GET", "HEAD", "POST"])
def invitations(request: SignedIn) -> HttpResponse:
    """Those that wait for an answer, and the form for another one."""
    form = InvitationForm(
        request.POST if request.method == "POST" else None,
        user=request.user,
        initial={"language": current_reader().language.code},
    )
    if request.method == "POST" and form.is_valid():
        _invite(request, form)
        return redirect("members:invitations")
    rows = Invitation.objects.filter(theirs(request.user), state=InvitationState.OPEN)
    page, links = page_of(request, rows.select_related("beneficiary", "invited_by"))
    return render(request, "members/invitations.html", {"form": form, "invitations": page, "page": links})


def _invite(request: SignedIn, form: InvitationForm) -> None:
    email = form.cleaned_data["email"]
    invited = invite(invited_by=request.user, **form.cleaned_data)
    if invited.outcome == Outcome.SENT:
        messages.success(request, gettext("The invitation is on its way to %(email)s.") % {"email": email})
    elif invited.outcome == Outcome.ALREADY_INVITED:
        messages.warning(
            request, gettext("%(email)s has an invitation already. It was not sent again.") % {"email": email}
        )
    else:
        messages.warning(request, gettext("%(email)s is the address of a member already.") % {"email": email})


@stewards_only
@require_POST
def withdraw_invitation(request: SignedIn, pk: int) -> HttpResponse:
    """A button in the list."""
    found = get_object_or_404(Invitation.objects.filter(theirs(request.user)), pk=pk)
    if withdraw(invitation=found.pk, by=request.user):
        messages.success(request, gettext("The invitation is taken back."))
    else:
        messages.warning(request, gettext("This invitation has been answered already."))
    return redirect("members:invitations")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """What the invitation does not say is asked for; then the person sets a password and is in."""
    invitation = invitation_of(token)
    if invitation is None:
        return render(request, "members/void.html", status=HTTPStatus.NOT_FOUND)
    if not invitation.is_valid:
        return render(request, "members/invitation_over.html", {"invitation": invitation}, status=HTTPStatus.GONE)
    text = text_to_agree_to()
    data = request.POST if request.method == "POST" else None
    form = AcceptForm(data, consent_text=text, beneficiary=invitation.beneficiary)
    if request.method == "POST" and form.is_valid():
        try:
            member = accept(
                invitation=invitation.pk,
                first_name=form.cleaned_data["first_name"],
                last_name=form.cleaned_data["last_name"],
                language=current_reader().language.code,
                details=form.details,
                consent_text=text,
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, gettext("You are a member of the network now."))
            return redirect("members:membership" if member.user.has_usable_password() else password_link(member.user))
    return render(request, "members/accept.html", {"form": form, "invitation": invitation})

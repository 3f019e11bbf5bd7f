"""Proposing a change to a draft, and deciding on it; both happen on the page of the meeting."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from network.models import Amendment, AmendmentState, Meeting
from network.reading.amendments import Asked
from network.recording.amending import DecisionForm, ProposalForm
from network.rules.amendments import seen, text_now
from network.rules.meetings import rights_of, was_in
from network.services.amendments import Changed, accept, decline, place_of, propose
from network.services.approval import NotPossible
from network.views.meetings import meeting_page
from network.views.refusal import refused


@require_POST
def propose_amendment(request: Any, pk: int) -> HttpResponse:
    """Refused, what was written is on the page: in the form if it can be sent again, else to be copied."""
    if not request.user.is_authenticated:
        # Whether there is such a record is not said.
        return refused(request, _("You are signed out. Copy your text, sign in, and propose it again."))
    meeting = get_object_or_404(Meeting.objects.select_related("group", "approved_by"), pk=pk)
    rights = rights_of(request.user, meeting.group)
    if not rights.record:
        if was_in(request.user, meeting.group):
            return refused(request, _("You are not a member of this working group any more."))
        raise Http404
    place = place_of(meeting, request.POST.get("place", ""))
    if place is None:
        return refused(request, _("This text was taken out of the record meanwhile."))
    now = text_now(meeting, place.target, place.item, place.outcome)
    form = ProposalForm(request.POST, place=place.name, target=place.target, now=now)
    if form.is_valid():
        values = form.cleaned_data
        try:
            made = propose(
                meeting=meeting,
                place=place.name,
                user=request.user,
                key=values["key"],
                text=values["text"],
                reason=values["reason"],
                kind=values.get("kind", ""),
                saw=values["saw"],
            )
        except Changed as changed:
            form = _seen_again(form, changed.now)
            form.add_error("text", f"{changed} {changed.now}")
        except NotPossible as refusal:
            return refused(request, str(refusal))
        else:
            messages.success(request, _("Your proposal is with the record. You are told what becomes of it."))
            return redirect(f"{reverse('network:meeting', args=[pk])}#proposal-{made.pk}")
    return meeting_page(request, meeting, rights, Asked(place=place.name, proposal=form))


@login_required
@require_POST
def decide_amendment(request: HttpRequest, pk: int, amendment: int) -> HttpResponse:
    one = get_object_or_404(
        Amendment.objects.select_related("meeting__group", "item", "outcome"), pk=amendment, meeting=pk
    )
    meeting = one.meeting
    rights = rights_of(request.user, meeting.group)
    if not rights.settle:
        if was_in(request.user, meeting.group):
            return refused(request, _("You are not chair or secretary of this working group any more."))
        raise Http404
    now = text_now(meeting, one.target, one.item, one.outcome) if one.item is not None else ""
    form = DecisionForm(request.POST, pk=one.pk, target=one.target, now=now, proposed=one.text)
    if form.is_valid():
        declines = request.POST.get("do") == "decline"
        try:
            if declines:
                decided = decline(amendment=one, user=request.user, answer=form.cleaned_data["answer"])
            else:
                text, saw = form.cleaned_data["text"], form.cleaned_data["saw"]
                decided = accept(amendment=one, user=request.user, text=text, saw=saw)
        except Changed as changed:
            form = _seen_again(form, changed.now)
            form.add_error("text", str(changed))
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
        else:
            _say(request, decided, declines)
            return redirect(f"{reverse('network:meeting', args=[pk])}#agenda")
    return meeting_page(request, meeting, rights, Asked(pk=one.pk, decision=form))


def _seen_again(form: Any, now: str) -> Any:
    """The form as it was sent, beside the text as it is now: what is sent next answers to that."""
    form.data = form.data.copy()
    form.data["saw"] = seen(now)
    return form


def _say(request: HttpRequest, decided: Amendment, declines: bool) -> None:
    wanted = AmendmentState.DECLINED if declines else AmendmentState.ACCEPTED
    if decided.state != wanted or decided.decided_by_id != getattr(request.user, "pk", None):
        messages.info(request, _("Somebody decided on this proposal a moment earlier."))
    elif declines:
        messages.success(request, _("The proposal is declined, and the member is told."))
    else:
        messages.success(request, _("The record has the new text, and the member is told."))

"""Meetings: the list of a group, the page of one, and the way to approval."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from network.models import Audience, Meeting, MeetingState, WorkingGroupPage
from network.queries.meetings import meetings_of, names_found
from network.reading.amendments import Asked, asked_for, with_amendments
from network.reading.meetings import group_trail, list_context, meeting_context
from network.recording.pasted import PlainText
from network.rules.meetings import Rights, rights_of
from network.services.actions import carry_over
from network.services.approval import NamesFound, NotPossible, approve, send_back, submit, take_back
from network.services.circulation import circulate, work_on
from portal.core.pages.listing import date_range, home_link
from portal.core.visibility.audience import may_see_page


class ApprovalForm(forms.Form):
    """Who reads the record, and whether it is translated."""

    audience = forms.ChoiceField(
        label=_("Who reads it"),
        choices=Audience.choices,
        widget=forms.RadioSelect,
        help_text=_("Others than the group read it without the names of presenters, participants and owners."),
    )
    translate = forms.BooleanField(label=_("Ask the translators for the other languages"), required=False)
    names_confirmed = forms.BooleanField(
        label=_("I have looked at these places: nobody is named there who should not be"), required=False
    )


class SendBackForm(forms.Form):
    note = PlainText(label=_("What is to be changed"), max_length=2000)


@require_safe
def meetings(request: HttpRequest, slug: str) -> HttpResponse:
    """The meetings of a group that this reader may read. A group that is closed to them does not exist."""
    group = get_object_or_404(WorkingGroupPage, slug=slug, live=True)
    rights = rights_of(request.user, group)
    if not rights.internal and not may_see_page(request.user, group):
        raise Http404
    found = meetings_of(group, request.user, internal=rights.internal)
    return render(request, "network/meetings.html", list_context(group, found, rights, request))


@require_safe
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """With names for the group; `?version=open` shows the group what others read, `?propose=` a form at a text."""
    found, rights = _meeting(request, pk)
    return meeting_page(request, found, rights, asked_for(found, request.GET.get("propose", ""), rights))


def meeting_page(request: HttpRequest, found: Meeting, rights: Rights, asked: Asked) -> HttpResponse:
    asked_open = rights.internal and request.GET.get("version") == "open"
    shown = Rights() if asked_open else rights
    context = with_amendments(meeting_context(found, shown, request), found, shown, asked)
    return render(request, "network/meeting.html", {**context, "is_open_version": asked_open, "may_look": rights})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def approve_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """The names that stand in it, who is to read it, or why it goes back."""
    found, rights = _meeting(request, pk)
    if not rights.approve:
        raise Http404
    sent_back = request.method == "POST" and request.POST.get("do") == "send_back"
    form = ApprovalForm(
        request.POST if request.method == "POST" and not sent_back else None, initial={"audience": found.audience}
    )
    back = SendBackForm(request.POST if sent_back else None)
    names = names_found(found)
    if sent_back and back.is_valid():
        try:
            send_back(meeting=found, user=request.user, note=back.cleaned_data["note"])
        except NotPossible as refusal:
            back.add_error("note", str(refusal))
        else:
            messages.success(request, gettext("The record went back, with your note."))
            return redirect("network:meeting", pk)
    elif request.method == "POST" and not sent_back and form.is_valid():
        try:
            approve(
                meeting=found,
                user=request.user,
                audience=Audience(form.cleaned_data["audience"]),
                names_confirmed=form.cleaned_data["names_confirmed"],
                translate=form.cleaned_data["translate"],
            )
        except NamesFound as refusal:
            names = refusal.found
            form.add_error("names_confirmed", str(refusal))
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, gettext("The record is approved."))
            return redirect("network:meeting", pk)
    context = {
        "meeting": found,
        "title": getattr(found, f"title_{found.language}") or found.citation,
        "days": date_range(found.start, found.end),
        "form": form,
        "back": back,
        "names": names,
        "is_waiting": found.state == MeetingState.SUBMITTED,
        "is_approved": found.state == MeetingState.APPROVED,
        "trail_items": [home_link(), *group_trail(found.group, request), {"label": gettext("Approve the record")}],
    }
    return render(request, "network/meeting_approve.html", context)


@login_required
@require_POST
def circulate_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    return _done(request, pk, "settle", circulate, gettext("The draft is with the members, who can propose changes."))


@login_required
@require_POST
def work_on_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    return _done(request, pk, "settle", work_on, gettext("The draft can be written again."))


@login_required
@require_POST
def submit_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    return _done(request, pk, "record", submit, gettext("The record is with the chair."))


@login_required
@require_POST
def take_back_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    return _done(request, pk, "approve", take_back, gettext("The record can be changed. Only the group reads it now."))


@login_required
@require_POST
def carry_over_actions(request: HttpRequest, pk: int) -> HttpResponse:
    found, rights = _meeting(request, pk)
    if not rights.record:
        raise Http404
    target, number = carry_over(meeting=found)
    if target is None:
        messages.error(request, gettext("No next meeting is planned. Make one first; its agenda takes them up."))
        return redirect("network:meeting", pk)
    said = ngettext(
        "%(number)s action point is on the agenda of meeting %(meeting)s.",
        "%(number)s action points are on the agenda of meeting %(meeting)s.",
        number,
    )
    messages.success(request, said % {"number": number, "meeting": target.citation})
    return redirect("network:meeting", target.pk)


def _done(request: HttpRequest, pk: int, right: str, do: Any, said: str) -> HttpResponse:
    found, rights = _meeting(request, pk)
    if not getattr(rights, right):
        raise Http404
    try:
        do(meeting=found, user=request.user)
    except NotPossible as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
    return redirect("network:meeting", pk)


def _meeting(request: HttpRequest, pk: int) -> tuple[Meeting, Rights]:
    """404 when there is none, or it is not for this reader."""
    found = get_object_or_404(Meeting.objects.select_related("group", "approved_by"), pk=pk)
    rights = rights_of(request.user, found.group)
    if not rights.internal and not Meeting.objects.visible_to(request.user).filter(pk=pk).exists():
        raise Http404
    return found, rights

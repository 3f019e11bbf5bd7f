"""Postponing or cancelling a meeting, and taking it back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from network.models import Meeting, MeetingPlan
from network.reading.meetings import group_trail
from network.recording.pasted import PlainText
from network.rules.meetings import rights_of, was_in, why_not_off
from network.services.approval import NotPossible
from network.services.calling_off import call_off, hold_after_all
from network.views.refusal import refused
from portal.core.pages.listing import date_range, home_link, lang_beside


class CallOffForm(forms.Form):
    plan = forms.ChoiceField(
        label=_("What becomes of the meeting"),
        choices=[
            (MeetingPlan.POSTPONED, _("It is postponed; the new day is not known yet")),
            (MeetingPlan.CANCELLED, _("It is cancelled")),
        ],
        widget=forms.RadioSelect,
    )
    reason = PlainText(
        label=_("Reason"), max_length=1000, help_text=_("Members of the group read it as it is written here.")
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def call_off_meeting(request: Any, pk: int) -> HttpResponse:
    """Asks which of the two, and why. What is refused stays in the form, or on the page to be copied."""
    meeting = get_object_or_404(Meeting.objects.select_related("group"), pk=pk)
    if not rights_of(request.user, meeting.group).settle:
        if request.method == "POST" and was_in(request.user, meeting.group):
            return refused(request, gettext("You are not chair or secretary of this working group any more."))
        raise Http404
    if request.method != "POST" and (reason := why_not_off(meeting)):
        messages.info(request, reason)
        return redirect("network:meeting", pk)
    form = CallOffForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        plan = MeetingPlan(form.cleaned_data["plan"])
        try:
            call_off(meeting=meeting, user=request.user, plan=plan, reason=form.cleaned_data["reason"])
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, gettext("Members of the group are told by e-mail, and their calendars too."))
            return redirect("network:meeting", pk)
    title = getattr(meeting, f"title_{meeting.language}") or meeting.citation
    lang = lang_beside(meeting.language)
    context = {
        "meeting": meeting,
        "form": form,
        "title": title,
        "title_lang": lang,
        "days": date_range(meeting.start, meeting.end),
        "trail_items": [home_link(), *group_trail(meeting.group, request), {"label": title, "lang": lang}],
    }
    return render(request, "network/meeting_call_off.html", context)


@login_required
@require_POST
def hold_meeting(request: Any, pk: int) -> HttpResponse:
    """It takes place; the form of its facts comes next, where it gets another day if it needs one."""
    meeting = get_object_or_404(Meeting.objects.select_related("group"), pk=pk)
    if not rights_of(request.user, meeting.group).settle:
        raise Http404
    try:
        hold_after_all(meeting=meeting, user=request.user)
    except NotPossible as refusal:
        messages.error(request, str(refusal))
        return redirect("network:meeting", pk)
    messages.success(request, gettext("The meeting takes place. If it has another day or place, say so here."))
    return redirect("network:record_meeting", pk)

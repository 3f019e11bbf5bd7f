"""The form in which a meeting is recorded, for browsers with and without script."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from network.models import Meeting, WorkingGroupPage
from network.reading.meetings import group_trail
from network.recording import parts
from network.recording.forms import FactsForm
from network.recording.parts import Part, Record
from network.recording.saving import NotWritable, save_record, start_meeting
from network.recording.stored import Stored, read
from network.rules.meetings import next_number, rights_of, was_in, why_not_number, why_not_writable
from network.services.approval import NotPossible, submit
from network.views.refusal import refused
from portal.core.kept_forms import give_back, keep
from portal.core.languages.reader import current_reader
from portal.core.pages.listing import date_range, home_link, lang_beside
from portal.core.script_requests import wants_json


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_meeting(request: Any, slug: str) -> HttpResponse:
    """The facts of a meeting, with which its record begins."""
    group = _group(slug)
    if not rights_of(request.user, group).record:
        if request.method == "POST" and was_in(request.user, group):
            return refused(request, _("You are not a member of this working group any more."))
        raise Http404
    today = timezone.localdate()
    number = next_number(group)
    form = FactsForm(
        request.POST if request.method == "POST" else None,
        prefix="facts",
        group=group,
        initial={
            "number": number,
            "title": _("Meeting %(number)s") % {"number": number},
            "start": today,
            "end": today,
            "language": current_reader().language.content_code,
        },
    )
    if request.method == "POST" and form.is_valid():
        try:
            meeting = start_meeting(group=group, user=request.user, values=form.cleaned_data)
        except IntegrityError:
            # Somebody else was a moment earlier.
            form.add_error("number", why_not_number(group, form.cleaned_data["number"]))
        else:
            return redirect("network:record_meeting", meeting.pk)
    context = {"form": form, "group": group, "trail_items": _trail(group)}
    return render(request, "network/meeting_new.html", context)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def record_meeting(request: Any, pk: int) -> HttpResponse:
    """All of the record. What is sent is saved part by part, as far as it is complete.

    Asked for JSON, it answers what became of each part, for a form that saves as one goes.
    """
    if not request.user.is_authenticated:
        return _signed_out(request, pk)
    meeting = get_object_or_404(Meeting.objects.select_related("group", "changed_by"), pk=pk)
    if not rights_of(request.user, meeting.group).record:
        if request.method == "POST" and was_in(request.user, meeting.group):
            return refused(request, _("You are not a member of this working group any more."))
        raise Http404
    if request.method != "POST":
        return _opened(request, meeting)
    try:
        record, stored = save_record(
            meeting=meeting,
            user=request.user,
            data=request.POST,
            files=request.FILES,
            keep=request.POST.get("keep", ""),
            take=request.POST.get("take", ""),
        )
    except NotWritable as refusal:
        return refused(request, str(refusal))
    if wants_json(request):
        return JsonResponse(_told(record, stored))
    return _saved(request, record, stored)


def _opened(request: Any, meeting: Meeting) -> HttpResponse:
    if reason := why_not_writable(meeting):
        messages.info(request, reason)
        return redirect("network:meeting", meeting.pk)
    stored = read(meeting)
    sent = give_back(request, _kept_as(meeting.pk))
    if sent is None:
        return _form(request, parts.from_database(stored), stored)
    record = parts.from_request(stored, sent, {})
    for part in record.parts():
        part.is_valid()
        part.is_saved = False
    return _form(request, record, stored, brought_back=True)


def _saved(request: Any, record: Record, stored: Stored) -> HttpResponse:
    """After a button: the next row, the chair, or the form as it is now."""
    asked = request.POST.get("add", "")
    if asked == "item":
        parts.add_item(record, stored)
    elif asked == "output":
        parts.add_output(record)
    elif asked:
        for part in record.items:
            if part.prefix == asked:
                parts.add_outcome(part, stored)
    elif record.is_saved and request.POST.get("do") == "submit":
        try:
            submit(meeting=stored.meeting, user=request.user)
        except NotPossible as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The record is with the chair."))
            return redirect("network:meeting", stored.meeting.pk)
    elif record.is_saved and not request.POST.get("keep") and not request.POST.get("take"):
        messages.success(request, _("Everything is saved."))
        return redirect("network:record_meeting", stored.meeting.pk)
    return _form(request, record, stored, added=asked)


def _form(request: Any, record: Record, stored: Stored, *, added: str = "", brought_back: bool = False) -> HttpResponse:
    meeting = stored.meeting
    context = {
        "meeting": meeting,
        "title": getattr(meeting, f"title_{meeting.language}") or "",
        "title_lang": lang_beside(meeting.language),
        "days": date_range(meeting.start, meeting.end),
        "group": meeting.group,
        "record": record,
        "row": parts.pattern(stored),
        "added": added,
        "brought_back": brought_back,
        "state": state_line(record, stored),
        "number_of_items": len(record.items),
        "published": [page for page in stored.outputs if page.live],
        "documents": stored.documents,
        "note": meeting.note,
        "trail_items": [*_trail(meeting.group), {"label": _("Record the outcome")}],
    }
    return render(request, "network/meeting_record.html", context)


def state_line(record: Record, stored: Stored) -> str:
    """What is saved and since when, as it is: never that something is saved which is not."""
    at = timezone.localtime(stored.meeting.changed_at)
    when = time_format(at, "TIME_FORMAT") if at.date() == timezone.localdate() else date_range(at.date(), at.date())
    if record.is_saved:
        return _("Saved at %(time)s. You can close this page and go on later.") % {"time": when}
    return _("Not all of it is saved: look at what is marked.")


def _told(record: Record, stored: Stored) -> dict[str, Any]:
    return {
        "saved": record.is_saved,
        "state": state_line(record, stored),
        "items": len(record.items),
        "recorded": record.recorded,
        "parts": {part.prefix: _part_told(part) for part in record.parts()},
    }


def _part_told(part: Part) -> dict[str, Any]:
    return {
        "saved": part.is_saved and not part.errors,
        "base": part.base,
        "errors": part.errors,
        "done": part.is_done,
        "theirs": part.theirs,
        "stored": part.stored,
    }


def _signed_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Keeps what was sent until the person is back. Whether there is such a record is not said."""
    address = reverse("network:record_meeting", args=[pk])
    if request.method != "POST":
        return redirect_to_login(address)
    if wants_json(request):
        return JsonResponse({"signed_out": True}, status=401)
    if not keep(request, _kept_as(pk)):
        return refused(request, _("You are signed out, and this is too much to be kept for you. Copy it from here."))
    messages.info(request, _("You were signed out. Nothing is lost: sign in, and your text is there again."))
    return redirect_to_login(address)


def _kept_as(pk: int) -> str:
    return f"meeting {pk}"


def _group(slug: str) -> WorkingGroupPage:
    return get_object_or_404(WorkingGroupPage, slug=slug, live=True)


def _trail(group: WorkingGroupPage) -> list[dict[str, str]]:
    return [home_link(), *group_trail(group)]

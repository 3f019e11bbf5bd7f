"""Somebody's own sessions: where they are signed in, and ending what is not theirs any more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from portal.accounts.log import note_step
from portal.accounts.models import Step
from portal.accounts.sessions.devices import device_name
from portal.accounts.sessions.recording import note
from portal.accounts.signed_in import SignedIn


@dataclass(frozen=True, slots=True)
class Session:
    """A session as its page shows it."""

    pk: int
    device: str
    began: datetime
    last_seen: datetime
    is_this: bool


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sessions(request: SignedIn) -> HttpResponse:
    """The list; `end` posts the key of one that is to end, or "others" for all but this one.

    Raises Http404 for what is nobody's or somebody else's, and for this one: that is left by signing out.
    """
    note(request, request.user)
    found = UserSession.objects.purge_and_list(request.user)
    if request.method == "POST":
        others = [one for one in found if not one.is_current()]
        wanted = request.POST.get("end", "")
        ending = others if wanted == "others" else [one for one in others if str(one.pk) == wanted]
        if not ending and wanted != "others":
            raise Http404
        get_adapter().end_sessions(ending)
        for _session in ending:
            note_step(request, request.user, Step.SESSION_ENDED)
        messages.success(request, gettext("You are signed out there."))
        return redirect("usersessions_list")
    rows = [
        Session(one.pk, device_name(one.user_agent), one.created_at, one.last_seen_at, one.is_current())
        for one in found
    ]
    rows.sort(key=lambda row: (row.is_this, row.last_seen), reverse=True)
    return render(request, "account/sessions.html", {"sessions": rows})

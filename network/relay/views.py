"""The addresses of messages: writing to a person; and, from the link in a mail, answering, reporting, blocking."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from network.directory.person import directory_trail
from network.models import RelayedMessage
from network.relay.forms import AnswerForm, MessageForm, ReportForm
from network.relay.sending import (
    AnsweredBefore,
    TooMany,
    answer_message,
    block_sender,
    is_blocked,
    message_of,
    report_message,
    send_message,
)
from portal.members.visibility import active_member, viewer_of

_METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(_METHODS)
def write(request: HttpRequest, key: str) -> HttpResponse:
    """The form for a message to a person; 404 for whom this visitor cannot write to."""
    viewer, sender = viewer_of(request.user), active_member(request.user)
    recipient = get_object_or_404(viewer.people(), profile__key=key)
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    may_write = sender is not None and sender != recipient and viewer.sees(recipient.profile, "contact")
    if sender is None or not may_write or is_blocked(sender, recipient):
        raise Http404
    form = MessageForm(request.POST if request.method == "POST" else None)
    context = {
        "form": form,
        "name": recipient.name,
        "own_name": sender.name,
        "trail": [*directory_trail(), {"label": gettext("Write a message")}],
    }
    status: int = HTTPStatus.OK
    if request.method == "POST" and form.is_valid():
        try:
            send_message(sender=sender, recipient=recipient, **form.cleaned_data)
        except TooMany:
            status = _wait(form)
        else:
            messages.success(request, gettext("Your message is on its way."))
            return redirect("network:person", key)
    return render(request, "network/relay/write.html", context, status=status)


@require_http_methods(_METHODS)
def message(request: HttpRequest, token: str) -> HttpResponse:
    """Answers a message, once."""
    found = message_of(token)
    if found is None or found.answered_at or is_blocked(found.recipient, found.sender):
        return _void(request, found, token)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    status: int = HTTPStatus.OK
    if request.method == "POST" and form.is_valid():
        try:
            answer_message(message=found, **form.cleaned_data)
        except AnsweredBefore:
            return _void(request, found, token)
        except TooMany:
            status = _wait(form)
        else:
            return render(request, "network/relay/settled.html", {"text": gettext("Your answer is on its way.")})
    return render(request, "network/relay/answer.html", {**_of(found, token), "form": form}, status=status)


@require_http_methods(_METHODS)
def report(request: HttpRequest, token: str) -> HttpResponse:
    """Puts a message before the moderators."""
    found = message_of(token)
    if found is None:
        return _void(request, None, token)
    form = ReportForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        report_message(message=found, **form.cleaned_data)
        return render(request, "network/relay/settled.html", {"text": gettext("The moderators will look at it.")})
    return render(request, "network/relay/report.html", {**_of(found, token), "form": form})


@require_http_methods(_METHODS)
def block(request: HttpRequest, token: str) -> HttpResponse:
    """Asks first; then its sender can write to its recipient no more."""
    found = message_of(token)
    if found is None:
        return _void(request, None, token)
    if request.method == "POST":
        block_sender(found)
        text = gettext("This person can write to you no more. In your profile you can change that.")
        return render(request, "network/relay/settled.html", {"text": text})
    return render(request, "network/relay/block.html", _of(found, token))


def _of(found: RelayedMessage, token: str) -> dict[str, Any]:
    return {"message": found, "name": found.sender.name, "token": token}


def _void(request: HttpRequest, found: RelayedMessage | None, token: str) -> HttpResponse:
    """A link that leads nowhere (any more); from one that was only answered, reporting and blocking stay possible."""
    context = _of(found, token) if found is not None else {}
    return render(request, "network/relay/void.html", context, status=HTTPStatus.NOT_FOUND)


def _wait(form: forms.Form) -> HTTPStatus:
    form.add_error(
        None, gettext("You have sent as many messages as one day allows. Your text is still here: send it tomorrow.")
    )
    return HTTPStatus.TOO_MANY_REQUESTS

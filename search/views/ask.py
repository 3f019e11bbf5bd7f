"""Asking people what the library does not say: `/<language>/library/ask/`."""

from __future__ import annotations

import logging
from http import HTTPStatus
from smtplib import SMTPException
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.core.ratelimit import consume
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from portal.core.languages.reader import current_reader
from portal.core.models import SiteText
from portal.core.pages.listing import home_link
from search.queries.parameters import searched_text
from search.views.question import QuestionForm

logger = logging.getLogger(__name__)

#: Named in ACCOUNT_RATE_LIMITS, beside the limits of signing in.
_LIMIT = "ask_network"


def ask_url(request: HttpRequest, words: str) -> str:
    """Where these words can be made a question; "" as long as nobody answers any."""
    if not SiteText.for_request(request).question_addresses:
        return ""
    return reverse("search:ask") + (f"?{urlencode({'q': words})}" if words else "")


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """The form; sent, the question goes out by e-mail and a page says so. Nothing typed is lost when it cannot."""
    addresses = _addresses(request)
    if request.method != "POST":
        email = request.user.email if request.user.is_authenticated else ""
        return _page(request, QuestionForm(initial={"question": _words(request), "reply_to": email}))
    form = QuestionForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    if form.is_from_a_machine:
        # It learns nothing from the answer.
        return redirect("search:asked")
    if not consume(request, action=_LIMIT, key=_client(request)):
        form.add_error(
            None, gettext("Only so many questions can be sent in an hour. Your text is still here: send it later.")
        )
        return _page(request, form, HTTPStatus.TOO_MANY_REQUESTS)
    try:
        form.letter(addresses, current_reader().language).send()
    except (SMTPException, OSError) as error:
        logger.error("A question was not sent: %s", type(error).__name__)
        form.add_error(None, gettext("The question could not be sent. Your text is still here: try again later."))
        return _page(request, form, HTTPStatus.SERVICE_UNAVAILABLE)
    return redirect("search:asked")


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """Says that a question is on its way."""
    _addresses(request)
    return render(request, "search/asked.html")


def _addresses(request: HttpRequest) -> list[str]:
    """Raises Http404 when nobody answers questions: then there is nowhere to ask."""
    addresses = SiteText.for_request(request).question_addresses
    if not addresses:
        raise Http404
    return addresses


def _page(request: HttpRequest, form: QuestionForm, status: int = HTTPStatus.OK) -> HttpResponse:
    trail: list[dict[str, Any]] = [
        home_link(),
        {"label": gettext("Library"), "url": reverse("search:library")},
        {"label": gettext("Ask the network")},
    ]
    return render(request, "search/ask.html", {"form": form, "trail": trail}, status=status)


def _words(request: HttpRequest) -> str:
    return searched_text(request.GET.get("q", ""))


def _client(request: HttpRequest) -> str:
    """Colleagues who share an address are not counted together once they are signed in."""
    if request.user.is_authenticated:
        return f"user-{request.user.pk}"
    return str(get_adapter().get_client_ip(request))

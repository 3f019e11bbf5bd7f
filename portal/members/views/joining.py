"""Applying to join, without an account: the form, and the link that confirms the address."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.core.languages.reader import current_reader
from portal.members.forms.joining import ApplicationForm
from portal.members.forms.work import initial_of
from portal.members.links import LinkExpired, application_of
from portal.members.models import Application, ApplicationState, Member
from portal.members.services.applying import ask_to_confirm, confirm_application, send_application
from portal.members.views.access import text_to_agree_to
from portal.members.views.limits import address_may_be_written_to, visitor_may_apply


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """The form. Sent, it answers the same whether the address is known here or not."""
    user = request.user
    if user.is_authenticated and Member.objects.filter(user=user).exists():
        return redirect("members:membership")
    text = text_to_agree_to()
    if request.method != "POST":
        initial = {**initial_of(user, None), "email": user.email} if user.is_authenticated else {}
        return _form(request, ApplicationForm(consent_text=text, initial=initial))
    form = ApplicationForm(request.POST, consent_text=text)
    if not form.is_valid():
        return _form(request, form)
    if form.is_from_a_machine:
        # It learns nothing from the answer.
        return redirect("members:sent")
    if not visitor_may_apply(request):
        form.add_error(
            None, gettext("Only so many applications can be sent in an hour. Your text is still here: send it later.")
        )
        return _form(request, form, HTTPStatus.TOO_MANY_REQUESTS)
    values = form.cleaned_data
    # Too much for one address is answered like everything else: others need not know how often somebody tried.
    if address_may_be_written_to(request, values["email"]):
        send_application(
            email=values["email"],
            first_name=values["first_name"],
            last_name=values["last_name"],
            language=current_reader().language.code,
            details=form.details,
            why=values["why"],
            consent_text=text,
        )
    return redirect("members:sent")


def _form(request: HttpRequest, form: ApplicationForm, status: int = HTTPStatus.OK) -> HttpResponse:
    return render(request, "members/join.html", {"form": form}, status=status)


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """Says where the way goes on: in the applicant's mail."""
    return render(request, "members/sent.html")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks, because mail programs look at links by themselves; POST confirms. An old link offers a new one."""
    try:
        application = application_of(token)
    except LinkExpired as expired:
        return _expired(request, expired.application)
    if application is None:
        return render(request, "members/void.html", status=HTTPStatus.NOT_FOUND)
    if request.method == "POST":
        application = confirm_application(application=application.pk)
    return render(request, "members/confirm.html", {"is_confirmed": _is_confirmed(application)})


def _is_confirmed(application: Application) -> bool:
    return application.state != ApplicationState.UNCONFIRMED


def _expired(request: HttpRequest, application: Application) -> HttpResponse:
    if _is_confirmed(application):
        return render(request, "members/confirm.html", {"is_confirmed": True})
    if request.method == "POST":
        if address_may_be_written_to(request, application.email):
            ask_to_confirm(application)
        return redirect("members:sent")
    return render(request, "members/expired.html", status=HTTPStatus.GONE)

"""What people see and settle about their own account: never anybody else's."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.forms import NotificationsForm, PreferencesForm
from portal.accounts.notifications import choose, wanted
from portal.accounts.signed_in import SignedIn
from portal.core.registries.account import account_sections
from portal.core.registries.notifications import notification_kinds
from portal.core.text_size import remember_text_size, text_size_of


@login_required
@require_safe
def overview(request: SignedIn) -> HttpResponse:
    """ "My account": how everything stands, and where to change it."""
    return render(request, "account/overview.html", {"sections": account_sections(request)})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: SignedIn) -> HttpResponse:
    """Language, script and text size. Afterwards the pages are in the language that was chosen."""
    user = request.user
    posted = request.POST if request.method == "POST" else None
    now = {"language": user.language, "text_size": user.text_size or text_size_of(request)}
    form = PreferencesForm(posted, initial=now)
    if not (posted and form.is_valid()):
        return render(request, "account/preferences.html", {"form": form})
    user.language, user.text_size = form.cleaned_data["language"], form.cleaned_data["text_size"]
    user.save(update_fields=["language", "text_size"])
    with translation.override(user.language):
        messages.success(request, gettext("Your changes are saved."))
        response = HttpResponseRedirect(reverse("account"))
    remember_text_size(request, response, user.text_size)
    return response


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def notifications(request: SignedIn) -> HttpResponse:
    """Of what, and how often, the person is told by e-mail."""
    kinds = notification_kinds(request.user)
    posted = request.POST if request.method == "POST" else None
    form = NotificationsForm(kinds, wanted(request.user, kinds), posted)
    if posted is not None and form.is_valid():
        choose(request.user, form.choices)
        messages.success(request, gettext("Your changes are saved."))
        return redirect("account")
    return render(request, "account/notifications.html", {"form": form})

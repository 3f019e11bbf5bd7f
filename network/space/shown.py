"""What others see of a working group: its choice, made by chair or secretary."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from network.models import WorkingGroupPage
from network.queries.memberships import may_keep_space
from network.services.visibility import Audience, audience_of, show_page_to
from network.space.forms import ShownForm
from network.space.frame import space_context


def shown(page: WorkingGroupPage, request: HttpRequest) -> HttpResponse:
    if not may_keep_space(request.user, page):
        raise Http404
    now = audience_of(page)
    form = ShownForm(
        request.POST if request.method == "POST" else None,
        initial={"audience": now, "shows_composition": page.shows_composition},
    )
    if form.is_bound and form.is_valid():
        show_page_to(
            page=page,
            audience=Audience(form.cleaned_data["audience"]),
            shows_composition=form.cleaned_data["shows_composition"],
        )
        messages.success(request, _("Your choice is in force now."))
        return redirect((page.get_url(request) or "") + page.reverse_subpage("space"))
    context = space_context(page, request, {"label": _("What others see"), "url": ""}) | {
        "form": form,
        "is_set_elsewhere": now is None,
    }
    return TemplateResponse(request, "network/space/shown.html", context)

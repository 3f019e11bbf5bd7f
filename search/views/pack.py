"""Offline packs: the form, the progress of one, its file. `/<language>/library/pack/`."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from allauth.core.ratelimit import consume
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.core.files.answers import finish_file
from portal.core.languages.reader import current_reader
from portal.core.pages.listing import home_link
from search.clients import client_of
from search.offline_pack.archive import MOST_BYTES
from search.offline_pack.estimate import attachments
from search.offline_pack.names import pack_name
from search.offline_pack.naming import form_path, list_name, list_path
from search.offline_pack.owner import owner_of, remembered_owner
from search.offline_pack.pack import OfflinePack, State
from search.offline_pack.rights import is_still_open
from search.offline_pack.starting import NotStarted, start_again, start_pack
from search.views.pack_form import PackForm
from search.views.pack_selection import Selection, selection

#: Named in ACCOUNT_RATE_LIMITS.
_LIMIT = "offline_pack"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pack(request: HttpRequest) -> HttpResponse:
    """The form for the list that the address names; sent, the making begins."""
    selected = selection(request)
    files = attachments(selected.documents, request.user)
    if request.method != "POST" or not selected.documents:
        wanted = {"languages": [current_reader().language.code], "with_files": files.size <= MOST_BYTES}
        form = PackForm(initial=wanted, files=files)
        return _form_page(request, form, selected)
    form = PackForm(request.POST, files=files)
    if not form.is_valid():
        return _form_page(request, form, selected)
    if not consume(request, action=_LIMIT, key=client_of(request)):
        form.add_error(None, _too_often())
        return _form_page(request, form, selected, HTTPStatus.TOO_MANY_REQUESTS)
    try:
        started = start_pack(
            owner=remembered_owner(request),
            documents=selected.documents,
            parameters=selected.parameters,
            languages=form.cleaned_data["languages"],
            with_files=form.cleaned_data.get("with_files", False),
        )
    except NotStarted as reason:
        form.add_error(None, str(reason))
        return _form_page(request, form, selected, HTTPStatus.CONFLICT)
    return redirect("search:pack_progress", started.key)


@never_cache
@require_safe
def progress(request: HttpRequest, key: str) -> HttpResponse:
    """How far it is, what became of it, where its file is; for whoever asked for it and nobody else."""
    own = _own(request, key)
    context = {
        "pack": own,
        "name": list_name(own.parameters),
        "list_url": list_path(own.parameters, own.documents),
        "trail": _trail(gettext("Offline pack")),
    }
    return render(request, "search/pack/progress.html", context)


@never_cache
@require_safe
def download(request: HttpRequest, key: str) -> HttpResponseBase:
    """The ZIP. If something in it has been closed since, it is not handed out any more, and its page says why."""
    own = _own(request, key)
    if own.state == State.READY and not (own.path.is_file() and is_still_open(own.held, request.user)):
        own.withdraw()
    if own.state != State.READY:
        return redirect("search:pack_progress", own.key)
    name = pack_name(list_name(own.parameters))
    response = FileResponse(own.path.open("rb"), as_attachment=True, filename=name, content_type="application/zip")
    finish_file(response, public=False, seconds=0)
    return response


@require_POST
def again(request: HttpRequest, key: str) -> HttpResponseRedirect:
    """Begins anew with one that came to nothing."""
    own = _own(request, key)
    if not consume(request, action=_LIMIT, key=client_of(request)):
        messages.warning(request, _too_often())
        return _to_progress(own)
    try:
        start_again(own)
    except NotStarted as reason:
        messages.warning(request, str(reason))
    return _to_progress(own)


@require_POST
def delete(request: HttpRequest, key: str) -> HttpResponseRedirect:
    """Leads to the form, where another can be asked for."""
    own = _own(request, key)
    own.delete()
    messages.success(request, gettext("The pack is deleted."))
    return HttpResponseRedirect(form_path(own.parameters, own.documents))


def _own(request: HttpRequest, key: str) -> OfflinePack:
    """Raises Http404 for a pack of somebody else, as for one that there is not (any more)."""
    own = OfflinePack.objects.of(owner_of(request)).filter(key=key).first()
    if own is None:
        raise Http404("There is no such pack.")
    return own


def _to_progress(own: OfflinePack) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("search:pack_progress", args=[own.key]))


def _form_page(request: HttpRequest, form: PackForm, selected: Selection, status: int = HTTPStatus.OK) -> HttpResponse:
    context = {
        "form": form,
        "name": list_name(selected.parameters),
        "list_url": list_path(selected.parameters, selected.documents),
        "form_url": form_path(selected.parameters, selected.documents),
        "number": len(selected.documents),
        "left_over": selected.left_over,
        "packs": [
            {"pack": one, "name": list_name(one.parameters)} for one in OfflinePack.objects.of(owner_of(request))
        ],
        "trail": _trail(gettext("Offline pack")),
    }
    return render(request, "search/pack/form.html", context, status=status)


def _trail(last: str) -> list[dict[str, Any]]:
    return [home_link(), {"label": gettext("Library"), "url": reverse("search:library")}, {"label": last}]


def _too_often() -> str:
    return gettext("Only so many packs can be made in an hour. Try again later.")

"""A reading list: one's own, or one that somebody shared as an address; and the booklet that is made of it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from portal.core.pages.listing import home_link
from portal.core.pdf.pages import Shown, booklet_answer
from portal.core.visibility.audience import Rules, holder
from search.engines.base import Hit
from search.offline_pack.naming import form_path
from search.queries.choices import Choices
from search.queries.results import ResultItem, Viewer, result_items
from search.reading_list.keeping import MOST, keep, kept_by, known
from search.reading_list.pages import pages_of
from search.understanding.marks import Marks

#: In an address: a resource of a list that is shared.
RESOURCE = "r"


@require_safe
def reading_list(request: HttpRequest) -> HttpResponse:
    """The list in the address if there is one, otherwise the visitor's own."""
    shared = known(request.GET.getlist(RESOURCE))
    mine = kept_by(request)
    documents = shared or mine
    items = _items(documents, request)
    is_own = not shared or shared == mine
    address = _address_of(tuple(item.id for item in items))
    context = {
        "items": items,
        "is_own": is_own,
        "off_form": "off" if is_own else "",
        "left_out": len(documents) - len(items),
        "shared_url": request.build_absolute_uri(reverse("search:reading_list") + address) if items else "",
        "booklet_url": reverse("search:booklet") + address if items else "",
        "pack_url": form_path(None, [item.id for item in items]),
        "trail": [
            home_link(),
            {"label": gettext("Library"), "url": reverse("search:library")},
            {"label": gettext("Reading list")},
        ],
        "has_sample": any(item.is_sample for item in items),
        "alternates": [],
    }
    return render(request, "search/reading_list.html", context)


@require_POST
def change_list(request: HttpRequest) -> HttpResponse:
    """Puts resources on the visitor's list or takes them off, as the button that was pressed says; then back."""
    named = known(request.POST.getlist(RESOURCE))
    mine = kept_by(request)
    if request.POST.get("do") == "remove":
        wanted = tuple(one for one in mine if one not in named)
    else:
        seen = {item.id for item in _items(named, request)}
        wanted = tuple(dict.fromkeys((*mine, *(one for one in named if one in seen))))
    if len(wanted) > MOST:
        messages.warning(
            request, gettext("A reading list holds %(count)s resources; take some off first.") % {"count": MOST}
        )
        return HttpResponseRedirect(reverse("search:reading_list"))
    response = HttpResponseRedirect(_back(request))
    keep(request, response, wanted)
    return response


@require_safe
def booklet(request: HttpRequest) -> HttpResponse:
    """The resources of the list in the address, one after another, as one PDF. 404 when none of them is there."""
    documents = known(request.GET.getlist(RESOURCE))
    pages = pages_of(documents, _viewer(request))
    if not pages:
        raise Http404("There is nothing on this list.")
    shown = [Shown(page, page.render(request).rendered_content) for page in pages]
    return booklet_answer(
        gettext("Reading list"), shown, reverse("search:reading_list") + _address_of(documents), request
    )


def _items(documents: tuple[str, ...], request: HttpRequest) -> list[ResultItem]:
    """These resources as lines of a list, as far as the visitor may see them."""
    return result_items([Hit(one, 0) for one in documents], _viewer(request), Choices.load(), Marks())


def _viewer(request: HttpRequest) -> Viewer:
    return Viewer(Rules.of_pages(), holder(request.user), request)


def _address_of(documents: tuple[str, ...]) -> str:
    return "?" + urlencode([(RESOURCE, one) for one in documents], safe=":")


def _back(request: HttpRequest) -> Any:
    target = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        return target
    return reverse("search:reading_list")

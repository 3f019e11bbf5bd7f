"""404 in the administration for what is named by its number and not known to the one who asks.

Wagtail refuses what may not be done, but on the way it says the title of what it refuses.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.views.defaults import page_not_found
from wagtail.models import Page
from wagtail.permissions import policy_registry

from portal.core.editing.known_pages import PAGE_POLICY, known_for_linking
from portal.core.models import PortalDocument, PortalImage

#: What Wagtail's addresses call the page that they are about.
_PAGE = ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk")

#: Here pages are only looked for, to be linked to; everything else is work.
_CHOOSING = "admin/choose-page/"

#: Something is done to many at a time, which the query names.
_BULK = "admin/bulk/"

#: Names the page that was changed last, of each type; there is no way to leave some out.
_OF_ALL_PAGES = "admin/reports/page-types-usage/"


class NamedByNumberMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Any, _arguments: Any, named: dict[str, Any]
    ) -> HttpResponse | None:
        route = request.resolver_match.route if request.resolver_match else ""
        if not route.startswith("admin/") or not request.user.has_perm("wagtailadmin.access_admin"):
            return None
        if _knows_pages(request, route, named) and _knows_files(request, route, named):
            return None
        # As Wagtail says it inside of its own views.
        return page_not_found(request, Http404(), template_name="wagtailadmin/404.html")


def _knows_pages(request: HttpRequest, route: str, named: dict[str, Any]) -> bool:
    is_choosing = route.startswith(_CHOOSING)
    keys = {int(named[name]) for name in _PAGE if name in named}
    if is_choosing or (route.startswith(_BULK) and named["model_name"] == Page._meta.model_name):
        keys |= _asked_for(request)
    if not keys and not route.startswith(_OF_ALL_PAGES):
        return True
    if PAGE_POLICY.works_on_all(request.user):
        return True
    if route.startswith(_OF_ALL_PAGES):
        return False
    if is_choosing:
        return _all_among(keys, known_for_linking(Page.objects.all(), request.user))
    return _all_among(keys, PAGE_POLICY.explorable_instances(request.user))


def _knows_files(request: HttpRequest, route: str, named: dict[str, Any]) -> bool:
    if not route.startswith(_BULK):
        return True
    for model in (PortalDocument, PortalImage):
        if named["model_name"] == model._meta.model_name:
            policy = policy_registry.get_by_type(model)
            known = policy.instances_user_has_any_permission_for(request.user, {"change", "choose"})
            return _all_among(_asked_for(request), known)
    return True


def _asked_for(request: HttpRequest) -> set[int]:
    return {int(key) for key in request.GET.getlist("id") if key.isascii() and key.isdigit() and len(key) < 19}


def _all_among(keys: set[int], known: QuerySet[Any]) -> bool:
    return known.filter(pk__in=keys).count() == len(keys)

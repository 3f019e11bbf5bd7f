"""Pages of which the site has one: the list of news, of events, of highlights."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page, get_page_models

from portal.core.pages.addresses import place_in_tree_url
from portal.core.prepared import Prepared
from portal.core.visibility.audience import Rules, holder

_KEPT = "_places"


def place_url(request: HttpRequest, label: str) -> str:
    """The address of the one page of a type (`website.newsindexpage`); "" when there is none for this visitor.

    So a feature can link to a list of another without importing it. All places are read at once, for one request.
    """
    return _places(request).get(label, "")


def _places(request: HttpRequest) -> dict[str, str]:
    places: dict[str, str] | None = getattr(request, _KEPT, None)
    if places is None:
        places = _read(request, getattr(request, "user", None))
        setattr(request, _KEPT, places)
    return places


def _read(request: HttpRequest, user: Any) -> dict[str, str]:
    rules, who = Rules.of_pages(), holder(user)
    # Put into order here: to have them in order, a database would rather go through all pages of the site.
    return {
        ".".join(ContentType.objects.get_for_id(kind).natural_key()): place_in_tree_url(url_path, request)
        for path, url_path, kind in sorted(_PUBLISHED.rows())
        if who.satisfies(rules.requirements(path))
    }


def _published() -> QuerySet[Page]:
    names = [model._meta.model_name for model in get_page_models() if getattr(model, "max_count", None) == 1]
    # Not joined: a database that does not know how few these are would go through all pages of the site.
    types = ContentType.objects.filter(model__in=names).values("pk")
    found = Page.objects.filter(live=True, content_type__in=types).order_by()
    return found.values_list("path", "url_path", "content_type")


_PUBLISHED = Prepared(_published)

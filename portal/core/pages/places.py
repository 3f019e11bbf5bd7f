"""Pages of which the site has one: the list of news, of events, of highlights."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from wagtail.models import Page, get_page_models

from portal.core.visibility.querysets import visible_pages

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
    single = [model for model in get_page_models() if getattr(model, "max_count", None) == 1]
    types = {kind.pk: model for model, kind in ContentType.objects.get_for_models(*single).items()}
    # Put into order here: to have them in order, a database would rather go through all pages of the site.
    single_pages = Page.objects.filter(content_type__in=types).order_by().only("content_type", "url_path", "path")
    pages = sorted(visible_pages(single_pages, user), key=lambda page: page.path)
    return {types[page.content_type_id]._meta.label_lower: page.get_url(request) or "" for page in pages}

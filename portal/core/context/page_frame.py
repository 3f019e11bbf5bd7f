"""Context of the page frame: reader, language links, menus, text size.

Values that cost a query are lazy: an answer that shows no frame (a feed, JSON, a redirect) does not pay for it.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from portal.core.languages.reader import current_reader
from portal.core.models.site_text import SiteText
from portal.core.pages.links import alternates, language_links_for_path
from portal.core.registries.frame import account_links, beneficiary_links, footer_links, main_menu
from portal.core.text_size import text_size_of

#: What of the query string is part of a page's identity; everything else is left out of its canonical address.
_CANONICAL_PARAMETERS = ("page",)


def page_frame(request: HttpRequest) -> dict[str, Any]:
    if request.path_info.startswith("/admin/"):
        return {}
    return {
        "reader": current_reader(),
        "site_name": settings.WAGTAIL_SITE_NAME,
        "language_links": SimpleLazyObject(lambda: language_links_for_path(request)),
        "alternates": SimpleLazyObject(lambda: alternates(language_links_for_path(request), request)),
        "main_menu": SimpleLazyObject(lambda: main_menu(request)),
        "account_links": SimpleLazyObject(lambda: account_links(request)),
        "beneficiary_links": SimpleLazyObject(lambda: beneficiary_links(request)),
        "footer_links": SimpleLazyObject(lambda: footer_links(request)),
        "funding_line": SimpleLazyObject(lambda: SiteText.for_request(request).funding_line or ""),
        "text_size": text_size_of(request),
        "base_address": f"{request.scheme}://{request.get_host()}",
        "canonical_url": canonical_url(request),
    }


def canonical_url(request: HttpRequest) -> str:
    """The address of this very page: without anything in the query string but the page number."""
    kept = [(name, request.GET[name]) for name in _CANONICAL_PARAMETERS if request.GET.get(name, "").isdigit()]
    query = "&".join(f"{name}={value}" for name, value in kept)
    return request.build_absolute_uri(request.path) + (f"?{query}" if query else "")

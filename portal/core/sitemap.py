"""`/sitemap.xml`: everything public in each rendering in which it can be read, with its alternates."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils.cache import patch_cache_control
from wagtail.models import Site

from portal.core.languages.catalogue import LANGUAGES
from portal.core.languages.reader import current_reader
from portal.core.registries.sitemap import public_addresses
from portal.core.visibility.querysets import visible_pages


def sitemap(request: HttpRequest) -> HttpResponse:
    """What a visitor without an account may see, and nothing else, whoever asks."""
    site = Site.find_for_request(request)
    entries: list[dict[str, Any]] = []
    if site is not None:
        pages = visible_pages(site.root_page.get_descendants(inclusive=True), None).defer_streamfields()
        for page in pages.order_by("path").specific(defer=False).iterator(chunk_size=200):
            entries += page.get_sitemap_urls(request)
        for path in public_addresses():
            entries += _in_all_renderings(path, request)
    xml = loader.render_to_string("core/sitemap.xml", {"entries": entries})
    response = HttpResponse(xml, content_type="application/xml")
    patch_cache_control(response, public=True, max_age=3600)
    return response


def _in_all_renderings(path: str, request: HttpRequest) -> list[dict[str, Any]]:
    """The entries of an address of ours, which begins with the rendering that is active now."""
    rest = path.removeprefix(f"/{current_reader().language.code}/")
    alternates = [
        {"hreflang": language.html_lang, "location": request.build_absolute_uri(f"/{language.code}/{rest}")}
        for language in LANGUAGES
    ]
    return [{"location": alternate["location"], "alternates": alternates} for alternate in alternates]

"""`/sitemap.xml`: every public page in each rendering in which it can be read, with its alternates."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils.cache import patch_cache_control
from wagtail.models import Site

from portal.core.visibility.querysets import visible_pages


def sitemap(request: HttpRequest) -> HttpResponse:
    """What a visitor without an account may see, and nothing else, whoever asks."""
    site = Site.find_for_request(request)
    entries: list[dict[str, object]] = []
    if site is not None:
        pages = visible_pages(site.root_page.get_descendants(inclusive=True), None).defer_streamfields()
        for page in pages.order_by("path").specific(defer=False).iterator(chunk_size=200):
            entries += page.get_sitemap_urls(request)
    xml = loader.render_to_string("core/sitemap.xml", {"entries": entries})
    response = HttpResponse(xml, content_type="application/xml")
    patch_cache_control(response, public=True, max_age=3600)
    return response

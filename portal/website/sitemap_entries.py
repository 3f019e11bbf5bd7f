"""The continuum and its stages are public, whatever is filed under them."""

from __future__ import annotations

from django.urls import reverse

from portal.core.registries.sitemap import register_addresses
from portal.website.queries.stages import stage_url, stages


def continuum_addresses() -> list[str]:
    """The overview, then each stage; nothing as long as there are no stages."""
    pages = [stage_url(stage.code) for stage in stages()]
    return [reverse("website:continuum"), *pages] if pages else []


register_addresses(continuum_addresses)

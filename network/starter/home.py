"""The page below which lists lie."""

from __future__ import annotations

from wagtail.models import Page, Site


def home_page() -> Page | None:
    """The home page of the site; None before another app has brought one."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    return site.root_page.specific if site else None

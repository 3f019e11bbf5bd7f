"""The site that pages of tests lie in: a home page as root of the default site."""

from __future__ import annotations

from typing import Any

from wagtail.models import Locale, Page, Site

from portal.core.content_language.readiness import Readiness
from portal.core.languages.catalogue import CONTENT_CODES
from portal.website.models import HomePage

HEADLINES = {
    "en": "Continuum",
    "sq": "Vazhdimësia",
    "bs": "Kontinuum",
    "cnr": "Kontinuum",
    "mk": "Континуум",
    "sr": "Континуум",
}


def make_site_root() -> HomePage:
    """The home page, ready in all six languages, in the place of Wagtail's welcome page; made unless it is there.

    Also makes what a database that was flushed lacks: the root of all pages and the locale.
    """
    home = HomePage.objects.first()
    if home is not None:
        return home
    Locale.objects.get_or_create(language_code="en")
    home = HomePage(slug="portal", **{f"headline_{code}": text for code, text in HEADLINES.items()})
    for code in CONTENT_CODES:
        setattr(home, f"summary_{code}", HEADLINES[code])
        setattr(home, f"readiness_{code}", Readiness.READY)
        setattr(home, f"based_on_{code}", 1)
    return _put_at_the_root(home, site_name="Continuum")


def remove_site_root() -> None:
    """What migrations leave instead of a site: Wagtail's welcome page. Starter content is loaded into that."""
    _put_at_the_root(Page(title="Welcome to your new Wagtail site!", slug="home"), site_name="")


def _put_at_the_root(page: Any, site_name: str) -> Any:
    """Makes this page the root of the default site, in the place of all other pages."""
    top = Page.get_first_root_node() or Page.add_root(title="Root", slug="root")
    others = list(top.get_children())
    top.add_child(instance=page)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": 80, "root_page": page, "site_name": site_name},
    )
    for other in others:
        Page.objects.get(pk=other.pk).delete()
    page.refresh_from_db()
    return page

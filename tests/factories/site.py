"""The site that pages of tests lie in: a home page as root of the default site."""

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
    """A home page, ready in all six languages, in the place of Wagtail's welcome page.

    Also makes what a database that was flushed lacks: the root of all pages and the locale.
    """
    Locale.objects.get_or_create(language_code="en")
    top = Page.get_first_root_node() or Page.add_root(title="Root", slug="root")
    welcome = list(top.get_children())
    home = HomePage(slug="portal", **{f"headline_{code}": text for code, text in HEADLINES.items()})
    for code in CONTENT_CODES:
        setattr(home, f"summary_{code}", HEADLINES[code])
        setattr(home, f"readiness_{code}", Readiness.READY)
        setattr(home, f"based_on_{code}", 1)
    top.add_child(instance=home)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": 80, "root_page": home, "site_name": "Continuum"},
    )
    for page in welcome:
        page.refresh_from_db()
        page.delete()
    home.refresh_from_db()
    return home

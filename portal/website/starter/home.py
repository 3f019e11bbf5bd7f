"""The home page, as root of the default site, and the lists below it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wagtail.models import Page, Site

from portal.accounts.focal_points import let_hand_in_below
from portal.core.starter.batch import BatchLoader
from portal.core.starter.files import json_document
from portal.core.starter.pages import PageKind, load_pages, write_page
from portal.core.starter.report import Report
from portal.website.models import BeneficiaryIndexPage, HighlightsIndexPage, HomePage, NewsIndexPage

HOME = PageKind(HomePage)
LISTS = {
    kind.model.__name__: kind
    for kind in (PageKind(NewsIndexPage), PageKind(HighlightsIndexPage), PageKind(BeneficiaryIndexPage))
}


def load_home_and_lists(path: Path, report: Report) -> None:
    """The first row of the file is the home page; the others lie below it. Focal points may hand in news."""
    rows = json_document(path, "website.homepage", report)
    if not rows:
        return
    _load_home(rows[0], report)
    home = HomePage.objects.first()
    if home is None:
        return
    before = set(NewsIndexPage.objects.values_list("pk", flat=True))
    for name, kind in LISTS.items():
        load_pages(kind, [row for row in rows[1:] if row.get("type") == name], kind.values, parent=home, report=report)
    # Once: what an administrator takes from them later stays taken.
    for news in NewsIndexPage.objects.exclude(pk__in=before):
        let_hand_in_below(news)


def _load_home(row: Mapping[str, Any], report: Report) -> None:
    home = HomePage.objects.prefetch_related("view_restrictions__groups").first()
    existing = {row["key"]: home} if home is not None else {}
    with BatchLoader(
        kind="website.homepage", existing=existing, current=HOME.current, write=_write_home, report=report
    ) as loader:
        loader.load_made(row["key"], lambda: HOME.values(row))


def _write_home(home: Any, values: Mapping[str, Any]) -> Any:
    if home is not None:
        return write_page(HOME, home, values, home.get_parent())
    welcome = _welcome_page()
    if welcome is not None:
        # Its slug is needed now; it goes once the site has another root, which would go with it.
        welcome.slug = "welcome"
        welcome.save(clean=False)
    home = write_page(HOME, None, values, Page.get_first_root_node())
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
    site.root_page = home
    site.save()
    if welcome is not None:
        Page.objects.get(pk=welcome.pk).delete()
    return home


def _welcome_page() -> Page | None:
    """Wagtail's own first page: a plain page without content of anybody's."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    root = site.root_page if site else None
    return root if root is not None and root.specific_class is Page and root.is_leaf() else None

"""Addresses of the portal as others know it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode, urljoin

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath

from portal.core.visibility.memory import remembered


def absolute(path: str) -> str:
    """A path of the portal with the host that `BASE_URL` names, for what is read without a request or by machines."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, path)


def page_url(page: Any, request: HttpRequest | None) -> str:
    """The address of a page for a link in what answers this request; "" for a page that nothing leads to."""
    return place_in_tree_url(page.url_path, request)


def place_in_tree_url(url_path: str, request: HttpRequest | None) -> str:
    """The address of the page that has this path in the tree of pages.

    `get_url(request)` of the page gives the same, but reads from the database which site it is, and puts the address
    together anew each time: for the links of a page's frame that takes as long as its main menu.
    """
    roots = _roots()
    if _is_one_site(roots):
        return _only_site_url(url_path, roots, get_language())
    return Page(url_path=url_path).get_url(request) or ""


def with_query(path: str, named: Mapping[str, Any]) -> str:
    """The path with those of these values that say something; the path itself when none does."""
    said = {name: value for name, value in named.items() if value}
    return f"{path}?{urlencode(said)}" if said else path


def current_site(request: HttpRequest | None) -> Site | None:
    """What `get_url()` of pages takes, and what has texts of its own; where there is one site, only its key is known.

    Wagtail, left to itself, asks the database which site a request is for, also where there is only one.
    """
    roots = _roots()
    return Site(pk=roots[0].site_id) if _is_one_site(roots) else Site.find_for_request(request)


def _roots() -> tuple[SiteRootPath, ...]:
    return remembered("site roots", lambda: tuple(Site.get_site_root_paths()))


def _is_one_site(roots: tuple[SiteRootPath, ...]) -> bool:
    return len({root.site_id for root in roots}) == 1


@lru_cache(maxsize=4096)
def _only_site_url(url_path: str, roots: tuple[SiteRootPath, ...], language: str | None) -> str:
    """It is all that the address depends on: `language`, the active one, comes first in it."""
    return Page(url_path=url_path).get_url() or ""

"""Addresses of the portal as others know it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Site


def absolute(path: str) -> str:
    """A path of the portal with the host that `BASE_URL` names, for what is read without a request or by machines."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, path)


def page_url(page: Any, request: HttpRequest | None) -> str:
    """The address of a page for a link in what answers this request; "" for a page that nothing leads to.

    `get_url(request)` gives the same, but reads from the database which site it is: on a page made by a view of ours
    that takes as long as the main menu.
    """
    return page.get_url(request, current_site(request)) or ""


def current_site(request: HttpRequest | None) -> Site | None:
    """What `get_url()` of pages takes, and what has texts of its own; where there is one site, only its key is known.

    Wagtail, left to itself, asks the database which site a request is for, also where there is only one.
    """
    keys = {root.site_id for root in Site.get_site_root_paths()}
    return Site(pk=keys.pop()) if len(keys) == 1 else Site.find_for_request(request)

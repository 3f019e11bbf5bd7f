"""Where a list of the library can be followed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext

from search.documents.facets import FacetName
from search.queries.addresses import Addresses
from search.queries.choices import Choices
from search.queries.naming import search_name
from search.queries.parameters import LibraryQuery


def feed_path(query: LibraryQuery) -> str:
    """The address of the feed. It has an order of its own and no pages."""
    return _path("search:feed", replace(query, sort=query.default_sort))


def narrowed_feed(facet: FacetName, value: str) -> str:
    """The address of the feed of the library with one value of one facet chosen."""
    return f"{reverse('search:feed')}?{urlencode({facet.value: value})}"


def save_path(query: LibraryQuery) -> str:
    """The address of the form that saves the search."""
    return _path("search:save", query)


def list_path(query: LibraryQuery) -> str:
    """The address of the list itself, from its first page."""
    return _path("search:library", query)


def following(query: LibraryQuery, choices: Choices, user: Any) -> dict[str, str]:
    """What components/follow_search.html and the head of the page need; a search is saved by who is signed in."""
    can_be_saved = bool(user.is_authenticated and (query.text or query.filters))
    return {
        "feed_title": feed_title(query, choices),
        "feed_url": feed_path(query),
        "save_url": save_path(query) if can_be_saved else "",
    }


def feed_title(query: LibraryQuery, choices: Choices) -> str:
    """The library, with the words and the filters that it is narrowed by."""
    name = search_name(query, choices)
    return gettext("Library: %(words)s") % {"words": name} if name else gettext("Library")


def _path(view: str, query: LibraryQuery) -> str:
    return Addresses(reverse(view), query).page(1)

"""Pages of a list as links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page

from portal.core.pages.addresses import with_query


@dataclass(frozen=True, slots=True)
class PageLink:
    """`number` None is a gap."""

    number: int | None
    url: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class PageLinks:
    number: int
    pages: list[PageLink]
    previous_url: str
    next_url: str


def page_links(number: int, last: int, url: Callable[[int], str]) -> PageLinks:
    """The first page, the last, the present one with its neighbours, and gaps between."""
    shown = sorted({1, last, *range(max(1, number - 1), min(last, number + 1) + 1)})
    pages: list[PageLink] = []
    for position, page in enumerate(shown):
        if position and page - shown[position - 1] == 2:
            # A gap of one page is that page.
            pages.append(PageLink(page - 1, url(page - 1)))
        elif position and page - shown[position - 1] > 2:
            pages.append(PageLink(None))
        pages.append(PageLink(page, url(page), page == number))
    return PageLinks(
        number=number,
        pages=pages,
        previous_url=url(number - 1) if number > 1 else "",
        next_url=url(number + 1) if number < last else "",
    )


def links_of(page: Page[Any], path: str, **kept: Any) -> PageLinks:
    """Links to the parts of a list at this path. What it is narrowed by is kept; the first part has no number."""

    def url(number: int) -> str:
        return with_query(path, {**kept, "page": number if number > 1 else None})

    return page_links(page.number, page.paginator.num_pages, url)

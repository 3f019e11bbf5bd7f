"""Pages of a list, as components/pagination.html wants them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

_ON_A_PAGE = 50


def page_of(
    request: HttpRequest, rows: QuerySet[Any] | Sequence[Any], on_a_page: int = _ON_A_PAGE
) -> tuple[Page[Any], dict[str, Any]]:
    """The rows that the address asks for, and the links; a page that is none is the nearest one."""
    page = Paginator(rows, on_a_page).get_page(request.GET.get("page"))

    def url(number: int) -> str:
        values = request.GET.copy()
        values["page"] = str(number)
        return f"?{values.urlencode()}"

    def link(number: int | str) -> dict[str, Any]:
        if not isinstance(number, int):
            # A gap.
            return {"number": None}
        return {"number": number, "url": url(number), "current": number == page.number}

    return page, {
        "number": page.number,
        "pages": [link(number) for number in page.paginator.get_elided_page_range(page.number)],
        "previous_url": url(page.previous_page_number()) if page.has_previous() else "",
        "next_url": url(page.next_page_number()) if page.has_next() else "",
    }

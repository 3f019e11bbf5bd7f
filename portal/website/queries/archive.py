"""Lists by year: which years there are, which one an address asks for, pages of a list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

PAGE_SIZE = 10


def years_of(pages: QuerySet[Any], always: Iterable[int] = ()) -> list[int]:
    """Years that have something, and those that are shown in any case; latest first."""
    return sorted({*always, *(day.year for day in pages.order_by().dates("date", "year"))}, reverse=True)


def year_asked(request: HttpRequest, years: Iterable[int]) -> int | None:
    """The year that the address asks for; None for all, and for what is not one of the years."""
    wanted = request.GET.get("year", "")
    return next((year for year in years if str(year) == wanted), None)


def year_links(path: str, years: Iterable[int], current: int | None) -> list[dict[str, Any]]:
    """A link for each year."""
    return [{"label": str(year), "url": f"{path}?year={year}", "current": year == current} for year in years]


def page_of(pages: QuerySet[Any], request: HttpRequest) -> ListPage[Any]:
    """The part of the list that the address asks for; what is no number is the first, what is too high the last."""
    return Paginator(pages, PAGE_SIZE).get_page(request.GET.get("page"))

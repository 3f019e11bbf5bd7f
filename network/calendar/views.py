"""The calendar's addresses."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from network.calendar.answers import subscription
from network.calendar.asked import parse
from network.calendar.reading import calendar_context


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    return render(request, "network/calendar.html", calendar_context(parse(request.GET), request))


@require_safe
def calendar_ics(request: HttpRequest) -> HttpResponse:
    """The filters are those of the page; months and years are not asked for."""
    return subscription(parse(request.GET), request)

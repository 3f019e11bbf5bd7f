"""The overview of the continuum, and the page of each of its stages."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from portal.website.queries.stages import stage_at
from portal.website.reading.continuum import overview_context, stage_context


def continuum(request: HttpRequest) -> HttpResponse:
    return render(request, "website/continuum.html", overview_context(request))


def stage(request: HttpRequest, slug: str) -> HttpResponse:
    """404 for what is not the name of a stage."""
    place = stage_at(slug)
    if place is None:
        raise Http404("There is no such stage.")
    return render(request, "website/stage.html", stage_context(request, place))

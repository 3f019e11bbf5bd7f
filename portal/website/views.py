"""The overview of the continuum, the page of each of its stages, and the components that pages are made of."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from portal.website.queries.stages import stage_at
from portal.website.reading.continuum import overview_context, stage_context
from portal.website.showcase.reading import showcase_context


def continuum(request: HttpRequest) -> HttpResponse:
    return render(request, "website/continuum.html", overview_context(request))


def stage(request: HttpRequest, slug: str) -> HttpResponse:
    """404 for what is not the name of a stage."""
    place = stage_at(slug)
    if place is None:
        raise Http404("There is no such stage.")
    return render(request, "website/stage.html", stage_context(request, place))


def components(request: HttpRequest) -> HttpResponse:
    """For those who work in the administration; 404 for everybody else."""
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404("Only for those who make pages.")
    return render(request, "website/showcase.html", showcase_context(request))

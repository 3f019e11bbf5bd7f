"""Permanent addresses: what they stand for, as a page for people and as a file for programs. All of it is public."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from portal.core.made_files import made_file
from portal.vocabulary.exchange.skos.addresses import FORMATS
from portal.vocabulary.exchange.skos.writing import skos_file
from portal.vocabulary.models import Concept


class SeeOther(HttpResponseRedirect):
    """To something that tells about what was asked for (RFC 9110, 303)."""

    status_code = 303


@require_safe
def scheme(request: HttpRequest) -> HttpResponse:
    """Leads people to the glossary in their language, and programs to it as a file."""
    return _lead(request, reverse("vocabulary:glossary"))


@require_safe
def concept(request: HttpRequest, identifier: str) -> HttpResponse:
    """Leads people to the concept's page in their language, and programs to the file that has all concepts."""
    get_object_or_404(Concept.objects.only("pk"), identifier=identifier)
    return _lead(request, reverse("vocabulary:concept", args=[identifier]))


@require_safe
def scheme_file(request: HttpRequest, suffix: str) -> HttpResponse:
    """The whole glossary, or 304 for a program that has this very file."""
    content_type = f"{FORMATS[suffix].type}; charset=utf-8"
    response = made_file(skos_file(suffix), content_type, request, is_public=True)
    response.headers["Content-Language"] = "mul"
    return response


def _lead(request: HttpRequest, page: str) -> HttpResponse:
    types = {one.type: suffix for suffix, one in FORMATS.items()}
    wanted = request.get_preferred_type(["text/html", *types])
    suffix = types.get(wanted or "")
    response = SeeOther(reverse("vocabulary_id:file", args=[suffix]) if suffix else page)
    patch_vary_headers(response, ["Accept"])
    return response

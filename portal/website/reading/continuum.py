"""The continuum: its figure, the overview of its stages, and what the portal has for one of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core.pages.listing import home_link
from portal.core.registries.stages import SHOWN, stage_sections
from portal.vocabulary.descriptions import Description, descriptions_of
from portal.vocabulary.models.taxonomy import FacetCode
from portal.vocabulary.words import TermWord
from portal.website.continuum import drawing, sides, who_acts
from portal.website.queries.stages import concepts_at_stage, stage_url, stages
from search.documents.document import parse_document_id
from search.documents.facets import FacetName
from search.documents.registry import source_of
from search.following.links import narrowed_feed
from search.offline_pack.naming import form_path
from search.queries.classification import library_url
from search.queries.counts import LibraryCounts, library_counts
from search.queries.excerpt import TypeExcerpt, newest_of_each_type
from search.queries.results import ResultItem

#: More terms would be a glossary of their own.
_CONCEPTS = 15


def figure(counts: LibraryCounts, descriptions: Mapping[str, Description] | None = None) -> dict[str, Any]:
    """What components/continuum.html shows. Unknown counts are None; with descriptions each stage is explained."""
    terms = stages()
    codes = [term.code for term in terms]
    shown = [
        {
            "code": term.code,
            "number": number,
            "name": term.label,
            "side": side,
            "url": stage_url(term.code),
            "count": counts.stages.get(term.code, 0) if counts.known else None,
            "description": (descriptions or {}).get(term.code),
            "who": who_acts(term.code),
        }
        for number, (term, side) in enumerate(zip(terms, sides(codes), strict=True), 1)
    ]
    return {"stages": shown, "drawing": drawing(codes)}


def overview_context(request: HttpRequest) -> dict[str, Any]:
    return {
        "trail_items": [home_link()],
        "figure": figure(library_counts(request.user), descriptions_of(FacetCode.STAGE)),
    }


def stage_context(request: HttpRequest, place: int) -> dict[str, Any]:
    """What the portal has for the stage at this place among all, as far as the visitor may see it."""
    terms = stages()
    stage = terms[place]
    excerpts = newest_of_each_type(request, SHOWN, {FacetName.STAGE: (stage.code,)})
    resources = [_section(excerpt, stage) for excerpt in excerpts]
    others = stage_sections(request, stage.code)
    concepts = concepts_at_stage(stage, request.user, _CONCEPTS)
    return {
        "trail_items": [
            home_link(),
            {"label": _("The continuum"), "url": reverse("website:continuum")},
        ],
        "stage": stage,
        "number": place + 1,
        "number_of_stages": len(terms),
        "description": descriptions_of(FacetCode.STAGE).get(stage.code),
        "marks": [other == stage for other in terms],
        "before": _neighbour(terms[place - 1]) if place else None,
        "after": _neighbour(terms[place + 1]) if place + 1 < len(terms) else None,
        "who": who_acts(stage.code),
        "total": sum(excerpt.total for excerpt in excerpts),
        "library_url": library_url(FacetName.STAGE, stage.code),
        "pack_url": form_path(urlencode({FacetName.STAGE.value: stage.code}), ()) if resources else "",
        "feed_url": narrowed_feed(FacetName.STAGE, stage.code),
        "resources": resources,
        "sections": others,
        "concepts": concepts,
        "toc_entries": [
            *({"anchor": section["anchor"], "label": section["title"]} for section in resources),
            *({"anchor": section.anchor, "label": section.title} for section in others),
            *([{"anchor": "terms", "label": _("Terms of this stage")}] if concepts else []),
        ],
        "has_sample": any(item.is_sample for excerpt in excerpts for item in excerpt.items)
        or any(item["is_sample"] for section in others for item in section.items),
    }


def _neighbour(term: TermWord) -> dict[str, str]:
    return {"name": term.label, "url": stage_url(term.code)}


def _section(excerpt: TypeExcerpt, stage: TermWord) -> dict[str, Any]:
    parts = _parts(excerpt.items, stage)
    query = urlencode({FacetName.TYPE.value: excerpt.type_code, FacetName.STAGE.value: stage.code})
    return {
        "anchor": excerpt.type_code.replace("_", "-"),
        "title": excerpt.plural,
        "entries": [{"item": item, "parts": parts.get(item.id, [])} for item in excerpt.items],
        "total": excerpt.total,
        "all_url": f"{reverse('search:library')}?{query}",
    }


def _parts(items: list[ResultItem], stage: TermWord) -> dict[str, list[dict[str, Any]]]:
    """By id of each resource its parts about the stage, in the form of components/related_list.html."""
    by_key: dict[str, dict[int, ResultItem]] = {}
    for item in items:
        label, key = parse_document_id(item.id)
        by_key.setdefault(label, {})[key] = item
    found = {}
    for label, own in by_key.items():
        source = source_of(label)
        for key, parts in source.parts_at_stage(stage.code, list(own)).items() if source else ():
            item = own[key]
            found[item.id] = [
                {"title": part.title, "title_lang": part.lang, "url": f"{item.url}#{part.anchor}"} for part in parts
            ]
    return found

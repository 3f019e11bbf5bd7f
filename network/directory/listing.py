"""The page of the directory: what its template gets."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from network.directory.parameters import LABELS, Choices, DirectoryQuery, Filter, choices, parse
from network.directory.people import shown
from network.directory.searching import Found, search_directory
from portal.core.languages.catalogue import LANGUAGES
from portal.core.languages.reader import current_reader
from portal.core.pages.links import LanguageLink, alternates
from portal.core.pages.listing import home_link
from portal.members.visibility import active_member, viewer_of
from search.queries.facet_groups import FacetChoice, FacetGroup
from search.queries.pagination import page_links

#: Open from the start; the others once something in them is chosen.
_OPEN = {Filter.BENEFICIARY, Filter.TOPIC}


def directory_context(request: HttpRequest) -> dict[str, Any]:
    known = choices()
    viewer = viewer_of(request.user)
    found = search_directory(parse(request.GET, known), viewer, current_reader().language)
    query, path = found.query, reverse("network:directory")
    links = _language_links(query)
    return {
        "query": query,
        "total": found.total,
        "people": [shown(member, viewer) for member in found.members],
        "is_member": active_member(request.user) is not None,
        "trail": [home_link(), {"label": _("Directory")}],
        "directory_url": path,
        "groups": _groups(found, known),
        "search_fields": [(name, value) for name, value in query.pairs() if name != "q"],
        "filter_fields": [(name, value) for name, value in query.pairs() if name in {"q", "sort"}],
        "filters": [
            {"label": one.label, "lang": one.lang, "url": query.without(name, value).address(path)}
            for name, values in query.filters.items()
            for value in values
            for one in [known[name][value]]
        ],
        "clear_url": replace(query, filters={}, page=1).address(path),
        "without_words_url": replace(query, text="", page=1).address(path) if query.text else "",
        "sort_options": _sort_options(query, path),
        "page_links": page_links(query.page, found.last_page, lambda page: replace(query, page=page).address(path)),
        "has_sample": any(member.is_sample for member in found.members),
        "language_links": links,
        "alternates": [] if query.is_narrowed else alternates(links, request),
    }


def _groups(found: Found, known: Choices) -> list[FacetGroup]:
    """All beneficiaries, zero included; of the other filters what somebody has, or what is chosen."""
    groups = []
    for name, values in known.items():
        chosen, counts = found.query.filters.get(name, ()), found.counts[name]
        offered = [
            FacetChoice(one.value, one.label, one.lang, counts.get(one.value, 0), one.value in chosen)
            for one in values.values()
            if name == Filter.BENEFICIARY or counts.get(one.value) or one.value in chosen
        ]
        if offered:
            groups.append(FacetGroup(name.value, str(LABELS[name]), name in _OPEN or bool(chosen), offered))
    return groups


def _sort_options(query: DirectoryQuery, path: str) -> list[dict[str, Any]]:
    """Without words nobody is more relevant than anybody else."""
    if not query.text:
        return []
    options = ((False, _("Relevance")), (True, pgettext("of a person", "Name")))
    return [
        {
            "label": label,
            "url": replace(query, by_name=by_name, page=1).address(path),
            "current": by_name == query.by_name,
        }
        for by_name, label in options
    ]


def _language_links(query: DirectoryQuery) -> list[LanguageLink]:
    reader = current_reader().language
    links = []
    for language in LANGUAGES:
        with translation.override(language.code):
            url = query.address(reverse("network:directory"))
        links.append(LanguageLink(language, url, language == reader, None))
    return links

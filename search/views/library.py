"""The page of the library."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from portal.core.languages.catalogue import LANGUAGES
from portal.core.languages.reader import current_reader
from portal.core.pages.links import LanguageLink, alternates
from portal.core.pages.listing import home_link
from portal.vocabulary.glossary.browse import concepts_named_in
from search.documents.facets import FacetName
from search.engines.base import Sort
from search.following.links import following
from search.offline_pack.naming import form_path
from search.queries.addresses import Addresses, pairs_of
from search.queries.choices import Choices
from search.queries.library import PAGE_SIZE, LibraryAnswer, search_library
from search.queries.pagination import page_links
from search.queries.parameters import parse
from search.statistics.recording import count_search
from search.views.ask import ask_url

#: Terms named above the results; more are shown on demand.
_ALSO_NAMED = 6


@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """Browsing, filtering and searching; all state is in the address."""
    choices = Choices.load()
    reader = current_reader().language
    asked = parse(request.GET, choices)
    answer = search_library(asked, choices=choices, user=request.user, reader=reader, request=request)
    addresses = Addresses(reverse("search:library"), answer.query)
    links = _language_links(answer)
    context: dict[str, Any] = {
        "answer": answer,
        "query": answer.query,
        "first_rank": (answer.query.page - 1) * PAGE_SIZE + 1,
        "trail": [home_link(), {"label": gettext("Library")}],
        "library_url": addresses.path,
        "search_fields": addresses.hidden_in_search(),
        "filter_fields": addresses.hidden_in_filters(),
        "filters": [
            {"label": one.label, "lang": one.lang, "url": addresses.without(one.name, one.value)}
            for one in answer.active
        ],
        "clear_url": addresses.without_filters(),
        "sort_options": _sort_options(answer, addresses),
        "page_links": page_links(answer.query.page, answer.last_page, addresses.page),
        **_notes(answer, addresses),
        "pack_url": form_path(urlencode(pairs_of(answer.query)), ()) if answer.items else "",
        **following(answer.query, choices, request.user),
        "has_sample": any(item.is_sample for item in answer.items),
        # Below the last results, or in place of them.
        "ask_url": ask_url(request, answer.query.text) if answer.query.page == answer.last_page else "",
        "language_links": links,
        # Of what is not to be indexed there are no renderings to announce.
        "alternates": [] if answer.query.is_narrowed else alternates(links, request),
    }
    if not answer.total:
        context.update(_ways_on(answer, addresses, choices))
    response = render(request, "search/library.html", context)
    if asked.text and asked.page == 1:
        count_search(request, asked.text, found_nothing=_found_nothing(answer))
    return response


def _found_nothing(answer: LibraryAnswer) -> bool:
    """Whether the words are what nothing was found by: not filters, nor an engine that is away."""
    is_all_searched = not (answer.degraded or answer.query.filters) and answer.query.with_equivalents
    return is_all_searched and not answer.total


def _notes(answer: LibraryAnswer, addresses: Addresses) -> dict[str, Any]:
    """What components/search_notes.html says."""
    suggested = answer.suggestion
    return {
        "suggestion": {"text": suggested, "url": addresses.searching(suggested)} if suggested else None,
        "also": answer.also[:_ALSO_NAMED],
        "more_also": answer.also[_ALSO_NAMED:],
        "only_url": addresses.with_equivalents(False) if answer.also else "",
        "wider_url": "" if answer.query.with_equivalents else addresses.with_equivalents(True),
    }


def _language_links(answer: LibraryAnswer) -> list[LanguageLink]:
    """This very list in all renderings: what was understood of the address, not the address as it came."""
    reader = current_reader().language
    links = []
    for language in LANGUAGES:
        with translation.override(language.code):
            url = Addresses(reverse("search:library"), answer.query).of(answer.query)
        links.append(LanguageLink(language, url, language == reader, None))
    return links


def _sort_options(answer: LibraryAnswer, addresses: Addresses) -> list[dict[str, Any]]:
    labels = {Sort.NEWEST: gettext("Newest first"), Sort.OLDEST: gettext("Oldest first")}
    if answer.query.text:
        labels = {Sort.RELEVANCE: gettext("Relevance"), **labels}
    return [
        {"label": label, "url": addresses.sorted_by(sort), "current": sort == answer.query.sort}
        for sort, label in labels.items()
    ]


def _ways_on(answer: LibraryAnswer, addresses: Addresses, choices: Choices) -> dict[str, Any]:
    """Where to go from an empty list: fewer words or none, fewer filters, the glossary, a stage of the continuum."""
    words = answer.query.text.split()
    # Without words nothing is more relevant than anything else.
    without_words = replace(answer.query, text="", sort=Sort.NEWEST, page=1)
    return {
        "without_words_url": addresses.of(without_words) if words and answer.query.filters else "",
        "concepts": concepts_named_in(answer.query.text, current_reader().language),
        "single_words": [
            {"label": word, "url": addresses.searching(word)} for word in dict.fromkeys(words[:10]) if len(words) > 1
        ],
        "stages": [
            {"label": stage.label, "url": f"{addresses.path}?stage={stage.value}"}
            for stage in choices.by_facet[FacetName.STAGE].values()
        ],
    }

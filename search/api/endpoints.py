"""`/api/v1/search` and `/api/v1/suggestions`, described in `/api/v1/openapi.json`."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.decorators import decorate_view
from ninja.openapi.schema import OpenAPISchema
from ninja.renderers import JSONRenderer

from portal.core.languages.reader import current_reader
from search.api.answers import search_answer, suggestions_answer
from search.api.language import LANG, in_asked_language
from search.api.parameters import SEARCH_PARAMETERS, SUGGESTION_PARAMETERS, wrong_parameters
from search.api.problems import PROBLEM_JSON, refusal
from search.api.rate_limit import limited
from search.api.schemas import Problem, SearchAnswer, SuggestionsAnswer
from search.queries.addresses import Addresses
from search.queries.choices import Choices
from search.queries.library import search_library
from search.queries.parameters import parse, searched_text
from search.queries.suggestions import suggestions


class _Readable(JSONRenderer):
    """Letters as they are: six languages written in \\u escapes would be three times as long."""

    json_dumps_params = {"ensure_ascii": False}


class _Described(NinjaAPI):
    """Says in its description that errors are problem details."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**options)
        for methods in schema["paths"].values():
            for operation in methods.values():
                for status, response in operation["responses"].items():
                    if status >= HTTPStatus.BAD_REQUEST:
                        response["content"] = {PROBLEM_JSON: response["content"][self.renderer.media_type]}
        return schema


#: Without a page of documentation: those that ninja has load scripts from elsewhere.
api = _Described(
    title="Continuum: search",
    version="1.0.0",
    description=(
        "The library of the knowledge portal, searched by programs as people search it. Every error is a problem"
        f" ({PROBLEM_JSON}); what is not there, and what is not open to the one who asks, is the same 404."
    ),
    docs_url=None,
    # The description answers other methods as the addresses that it describes.
    docs_decorator=lambda view: csrf_exempt(require_safe(view)),
    urls_namespace="api",
    renderer=_Readable(),
)

#: What is found depends on who asks, so no answer is kept by anybody on the way.
_as_public = decorate_view(limited, in_asked_language, never_cache)

_PROBLEMS = dict.fromkeys((405, 422, 429, 500), Problem)


@api.get(
    "/search",
    response={200: SearchAnswer, **_PROBLEMS},
    operation_id="search",
    summary="Search and browse the library",
    openapi_extra={"parameters": SEARCH_PARAMETERS},
)
@_as_public
def search(request: HttpRequest) -> Any:
    """The same resources, in the same order and with the same counts as on the page of the library."""
    choices = Choices.load()
    if wrong := wrong_parameters(request.GET, SEARCH_PARAMETERS, choices):
        return refusal(wrong)
    reader = current_reader().language
    answer = search_library(
        parse(request.GET, choices), choices=choices, user=request.user, reader=reader, request=request
    )
    addresses = Addresses(reverse("api:search"), answer.query)
    return search_answer(answer, reader, addresses, _absolute(request))


@api.get(
    "/suggestions",
    response={200: SuggestionsAnswer, **_PROBLEMS},
    operation_id="suggestions",
    summary="Titles and terms for somebody who is typing",
    openapi_extra={"parameters": SUGGESTION_PARAMETERS},
)
@_as_public
def suggested(request: HttpRequest) -> Any:
    """The resources of whose titles each word typed begins a word, then terms of the glossary."""
    if wrong := wrong_parameters(request.GET, SUGGESTION_PARAMETERS):
        return refusal(wrong)
    reader = current_reader().language
    found = suggestions(searched_text(request.GET.get("q", "")), reader=reader, request=request)
    return suggestions_answer(found, reader, _absolute(request))


def _absolute(request: HttpRequest) -> Callable[[str], str]:
    """Addresses with the host; those of the API itself also with the language of this answer."""
    own = reverse("api:search")
    lang = urlencode({LANG: current_reader().language.code})

    def absolute(address: str) -> str:
        if address.partition("?")[0] == own:
            address += f"{'&' if '?' in address else '?'}{lang}"
        return request.build_absolute_uri(address)

    return absolute

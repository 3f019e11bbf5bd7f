"""What goes wrong below `/api/`, as programs read it: problem details (RFC 9457) in the language asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt

from search.api.language import asked_language
from search.api.schemas import Problem, WrongParameter

PROBLEM_JSON: Final = "application/problem+json"

_PREFIX = "/api/"


class ProblemsMiddleware:
    """Makes a problem of every error below `/api/`, whoever found it: a view, the resolver, a middleware, Django.

    What says already by itself what is wrong stays as it is.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if (
            response.status_code >= HTTPStatus.BAD_REQUEST
            and request.path_info.startswith(_PREFIX)
            and response.headers.get("Content-Type") != PROBLEM_JSON
        ):
            language = asked_language(request)
            with translation.override(language.code):
                # Its headers stay: they say how long to wait, and which methods there are.
                _write(response)
            response.headers["Content-Language"] = language.html_lang
        return response


def refusal(wrong: Sequence[WrongParameter]) -> HttpResponse:
    """The answer to a request with these wrong parameters, in the active language."""
    response = HttpResponse(status=HTTPStatus.UNPROCESSABLE_ENTITY)
    _write(response, wrong)
    return response


@csrf_exempt
def nothing_there(request: HttpRequest) -> HttpResponse:
    """Any other address below `/api/`, with any method. It is nothing for readers, so it leads to no language."""
    raise Http404


def _write(response: HttpResponse, wrong: Sequence[WrongParameter] = ()) -> None:
    title, detail = _texts(response.status_code)
    problem = Problem(title=title, status=response.status_code, detail=detail, errors=list(wrong))
    response.content = problem.model_dump_json().encode()
    response.headers["Content-Type"] = PROBLEM_JSON
    if response.has_header("Content-Length"):
        response.headers["Content-Length"] = str(len(response.content))
    add_never_cache_headers(response)


def _texts(status: int) -> tuple[str, str]:
    """What is wrong, and what helps."""
    match status:
        case HTTPStatus.NOT_FOUND:
            return gettext("Not found"), gettext("There is nothing at this address, or it is not open to you.")
        case HTTPStatus.METHOD_NOT_ALLOWED:
            return gettext("Method not allowed"), gettext("This address answers to GET only.")
        case HTTPStatus.UNPROCESSABLE_ENTITY:
            return gettext("Wrong parameters"), gettext("Correct the parameters that are named in “errors”.")
        case HTTPStatus.TOO_MANY_REQUESTS:
            return gettext("Too many requests"), gettext("Too many requests. Try again in a minute.")
        case HTTPStatus.SERVICE_UNAVAILABLE:
            return gettext("The portal is being worked on"), gettext("Try again later.")
        case _ if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return gettext("Something went wrong"), gettext("Something went wrong. Please try again later.")
        case _:
            return gettext("Refused"), gettext("The request cannot be answered as it is.")

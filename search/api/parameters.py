"""The parameters of the API: those of the library's address, and in which language to answer.

They are described here and read by `search.queries.parameters.parse`, as on the page. What makes no sense is left out
as if it had not been asked for, so no request is refused because of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from portal.core.languages.catalogue import LANGUAGES, get_language
from search.documents.facets import FacetName
from search.engines.base import Sort
from search.queries.parameters import ALSO, MAX_PAGE, MAX_TEXT, OFF

#: In which of the seven renderings the answer is given.
LANG: Final = "lang"


def _parameter(name: str, description: str, **schema: Any) -> dict[str, Any]:
    return {
        "in": "query",
        "name": name,
        "description": description,
        "required": False,
        "schema": {"type": "string", **schema},
    }


_WORDS: Final = _parameter("q", "Words, in any of the languages and scripts", maxLength=MAX_TEXT)
_LANG: Final = _parameter(
    LANG,
    "Language of the answer; results in it, or near to it, come first",
    enum=[language.code for language in LANGUAGES],
    default="en",
)

SEARCH_PARAMETERS: Final = [
    _WORDS,
    *(
        _parameter(
            name.value,
            f"Filter by {name.value}; repeated, any of the values will do. Values are in `facets` of an answer",
            type="array",
            items={"type": "string"},
        )
        for name in FacetName
    ),
    _parameter("sort", "Order; by relevance if there are words, else newest first", enum=[one.value for one in Sort]),
    _parameter("page", "Page of the list; beyond the last one, the last", type="integer", minimum=1, maximum=MAX_PAGE),
    _parameter(ALSO, f"`{OFF}`: search for nothing but the words themselves", enum=[OFF]),
    _LANG,
]

SUGGESTION_PARAMETERS: Final = [_WORDS, _LANG]


def in_asked_language(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answers in the language of `lang`, English unless it is one of ours: not in that of the browser or a cookie."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        language = get_language(request.GET.get(LANG))
        with translation.override(language.code):
            response = view(request, *args, **kwargs)
        response.headers["Content-Language"] = language.html_lang
        return response

    return answer

"""In which language the API answers: the one that is asked for, whatever browser or cookie say."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from portal.core.languages.catalogue import Language, get_language

#: The parameter that names one of the seven renderings.
LANG: Final = "lang"


def asked_language(request: HttpRequest) -> Language:
    """The rendering that `lang` names, English when it names none."""
    try:
        return get_language(request.GET.get(LANG))
    except TooManyFieldsSent:
        # Refused elsewhere, in English.
        return get_language(None)


def in_asked_language(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answers in the language that is asked for."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        language = asked_language(request)
        with translation.override(language.code):
            response = view(request, *args, **kwargs)
        response.headers["Content-Language"] = language.html_lang
        return response

    return answer

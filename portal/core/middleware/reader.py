"""The reader's language: from the address, else as remembered, else as the browser prefers."""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, HttpResponseRedirect
from django.urls import is_valid_path
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext

from portal.core.languages.catalogue import BY_CODE, Language
from portal.core.languages.negotiation import rendering_for_header, rendering_for_tag

_PREFIX = re.compile(r"^/([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})*)(?=/|$)")


def language_of_path(path: str) -> Language | None:
    """The rendering that an address begins with, exactly as the portal writes it; None for any other address."""
    match = _PREFIX.match(path)
    return BY_CODE.get(match[1]) if match else None


class ReaderLanguageMiddleware:
    """Activates the reader's language and sends addresses without one to it.

    The language of a page once visited is remembered in a cookie, so that the next visit to `/` opens in it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        from_path = language_of_path(request.path_info)
        language = from_path or self._remembered(request) or self._preferred(request)
        translation.activate(language.code)
        request.LANGUAGE_CODE = language.code
        if request.path_info.startswith("//"):
            # Read as an address this names another host, or cannot be read at all. Nothing of ours begins so.
            return HttpResponseNotFound(gettext("Page not found"), content_type="text/plain; charset=utf-8")
        response = self.get_response(request)
        if from_path is None:
            # An address that belongs to a view of ours and is not found there (a closed file, say) stays not found.
            nobodys = getattr(request, "resolver_match", None) is None
            if nobodys and response.status_code == 404 and request.method in {"GET", "HEAD"}:
                target = self._with_language(request, language)
                if target is not None:
                    response = HttpResponseRedirect(target)
            patch_vary_headers(response, ("Accept-Language", "Cookie"))
        elif (
            response.status_code == 200
            and request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) != from_path.code
            and response.headers.get("Content-Type", "").startswith("text/html")
        ):
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                from_path.code,
                max_age=settings.LANGUAGE_COOKIE_AGE,
                samesite="Lax",
                secure=settings.LANGUAGE_COOKIE_SECURE,
            )
        response.headers.setdefault("Content-Language", language.html_lang)
        return response

    @staticmethod
    def _remembered(request: HttpRequest) -> Language | None:
        return BY_CODE.get(request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""))

    @staticmethod
    def _preferred(request: HttpRequest) -> Language:
        return rendering_for_header(request.headers.get("Accept-Language", ""))

    @staticmethod
    def _with_language(request: HttpRequest, language: Language) -> str | None:
        """Where an address without one of our prefixes leads, or None when it leads nowhere.

        `/library/` goes to `/<reader's language>/library/`, `/hr/library/` to `/bs/library/`; `/xx/library/` is
        nobody's language and stays a 404.
        """
        match = _PREFIX.match(request.path_info)
        rest = request.path_info
        if match:
            meant = rendering_for_tag(match[1])
            if meant is not None:
                language, rest = meant, request.path_info[match.end() :] or "/"
            elif len(match[1]) == 2 or "-" in match[1]:
                return None
        if not rest.endswith("/"):
            rest += "/"
        target = f"/{language.code}{rest}"
        with translation.override(language.code):
            if not is_valid_path(target):
                return None
        query = request.META.get("QUERY_STRING", "")
        return target + (f"?{query}" if query else "")

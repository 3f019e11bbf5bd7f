"""The exit: what leaves the portal as text gets its script and the status footnote, in one place."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from portal.core.languages.catalogue import get_language
from portal.core.scripts.html import latinise_html
from portal.core.status_note.html import mark_html

#: Wagtail's admin is where texts are written: there they are shown as they are stored.
_UNTOUCHED_PREFIXES = ("/admin/",)


class TextExitMiddleware:
    """Applies Serbian Latin script and the status footnote to every HTML page that is sent."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if (
            response.streaming
            or not response.headers.get("Content-Type", "").startswith("text/html")
            or request.path_info.startswith(_UNTOUCHED_PREFIXES)
        ):
            return response
        html = response.content.decode(response.charset)
        language = get_language(getattr(request, "LANGUAGE_CODE", None) or translation.get_language())
        finished = mark_html(latinise_html(html), language.code)
        if finished != html:
            response.content = finished.encode(response.charset)
            if "Content-Length" in response.headers:
                response.headers["Content-Length"] = str(len(response.content))
        return response

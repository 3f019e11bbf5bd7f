"""The body of a page as texts to be shown, one for each of its blocks."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.safestring import SafeString

from portal.core.content_language.localized import Localized


def body_texts(localized: Localized, request: HttpRequest) -> list[SafeString]:
    """The blocks of a page's `body` as they are shown to whoever makes the request; none for a page without one."""
    return [block.render(context={"request": request}) for block in getattr(localized, "body", None) or ()]

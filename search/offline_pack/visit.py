"""Visiting the portal for the owner of a pack, when nobody waits for a page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest
from django.utils import translation

from portal.core.languages.catalogue import Language
from portal.core.visibility.memory import remembering
from portal.core.visibility.visitor import visiting


@contextmanager
def visit(user: Any, language: Language) -> Iterator[HttpRequest]:
    """A request of this person (None: of anybody) for the home page, in one rendering.

    Rights are read once while it lasts, so it should not last longer than a page takes.
    """
    base = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    secure = base.scheme == "https"
    request = WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": f"/{language.code}/",
            "HTTP_HOST": base.netloc,
            "SERVER_NAME": base.hostname or "",
            "SERVER_PORT": str(base.port or (443 if secure else 80)),
            "wsgi.url_scheme": base.scheme,
            "wsgi.input": BytesIO(),
        }
    )
    request.user = user or AnonymousUser()
    request.LANGUAGE_CODE = language.code
    with translation.override(language.code), visiting(request.user), remembering():
        yield request

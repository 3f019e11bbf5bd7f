"""The exit for what is made anew for each request and seldom changes: feeds, pages as files."""

from __future__ import annotations

from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date

#: Seconds for which nobody needs to ask again.
_MAX_AGE = 900


def made_file(
    body: bytes, content_type: str, request: HttpRequest, *, is_public: bool, changed: int | None = None
) -> HttpResponse:
    """The file, or 304 for a program that has this very file. `changed` is a moment in seconds, if it is told.

    What is public may be kept for a while, unless it was made for somebody who is signed in.
    """
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    response = HttpResponse(body, content_type=content_type)
    response.headers["ETag"] = etag
    if changed is not None:
        response.headers["Last-Modified"] = http_date(changed)
    if is_public and not request.user.is_authenticated:
        patch_cache_control(response, public=True, max_age=_MAX_AGE)
    return get_conditional_response(request, etag=etag, last_modified=changed, response=response) or response

"""How often one client may ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from search.clients import seconds_to_wait


def limited(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answers 429 when a client (a person who is signed in, or an address) has asked too often."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        wait = seconds_to_wait("search-api", request)
        if not wait:
            return view(request, *args, **kwargs)
        return HttpResponse(status=429, headers={"Retry-After": str(wait)})

    return answer

"""How often one client may ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext

from search.clients import seconds_to_wait


def limited(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answers 429 when a client (a person who is signed in, or an address) has asked too often."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        wait = seconds_to_wait("search-api", request)
        if not wait:
            return view(request, *args, **kwargs)
        refusal = {"detail": gettext("Too many requests. Try again in a minute.")}
        return JsonResponse(
            refusal, status=429, headers={"Retry-After": str(wait)}, json_dumps_params={"ensure_ascii": False}
        )

    return answer

"""How often one client may ask."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

#: Seconds in which SEARCH_API_REQUESTS_PER_MINUTE are counted, from a client's first request on.
_WINDOW = 60


def limited(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answers 429 when a client has asked too often: a person who is signed in, or an address.

    Colleagues who share an address are not counted together once they are signed in.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        wait = _seconds_to_wait(_client(request))
        if not wait:
            return view(request, *args, **kwargs)
        return HttpResponse(status=429, headers={"Retry-After": str(wait)})

    return answer


def _client(request: HttpRequest) -> str:
    if request.user.is_authenticated:
        return f"user-{request.user.pk}"
    # The address by which failed attempts to sign in are counted too; not kept as it is.
    return sha256(get_adapter().get_client_ip(request).encode()).hexdigest()[:32]


def _seconds_to_wait(client: str) -> int:
    now = time.time()
    since = cache.get_or_set(f"search-api:{client}", now, _WINDOW) or now
    counter = f"search-api:{client}:{since}"
    cache.add(counter, 0, 2 * _WINDOW)
    try:
        number = cache.incr(counter)
    except ValueError:
        # A full cache has thrown it out in between.
        number = 1
    if number <= settings.SEARCH_API_REQUESTS_PER_MINUTE:
        return 0
    return max(1, math.ceil(since + _WINDOW - now))

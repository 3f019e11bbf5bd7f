"""Who asks, as far as it is needed to limit how often, and not to count the same twice."""

from __future__ import annotations

import math
import time
from hashlib import sha256

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

#: Seconds in which SEARCH_API_REQUESTS_PER_MINUTE are counted, from a client's first request on.
_WINDOW = 60


def client_of(request: HttpRequest) -> str:
    """A person who is signed in, or an address. Colleagues who share one are apart once they are signed in."""
    if request.user.is_authenticated:
        return f"user-{request.user.pk}"
    # The address by which failed attempts to sign in are counted too; not kept as it is.
    return sha256(get_adapter().get_client_ip(request).encode()).hexdigest()[:32]


def seconds_to_wait(what: str, request: HttpRequest) -> int:
    """How long this client has to wait before it asks `what` again; 0 when it may at once. Counts this request."""
    now = time.time()
    client = f"{what}:{client_of(request)}"
    since = cache.get_or_set(client, now, _WINDOW) or now
    counter = f"{client}:{since}"
    cache.add(counter, 0, 2 * _WINDOW)
    try:
        number = cache.incr(counter)
    except ValueError:
        # A full cache has thrown it out in between.
        number = 1
    if number <= settings.SEARCH_API_REQUESTS_PER_MINUTE:
        return 0
    return max(1, math.ceil(since + _WINDOW - now))

"""How often somebody may ask the portal to write to an address."""

from __future__ import annotations

from typing import Final

from allauth.account.adapter import get_adapter
from allauth.core.ratelimit import consume
from django.http import HttpRequest

# Named in ACCOUNT_RATE_LIMITS, beside the limits of signing in.
_VISITOR: Final = "join"
_ADDRESS: Final = "join_address"


def visitor_may_apply(request: HttpRequest) -> bool:
    """False when too much has come from where this request comes from."""
    key = f"user-{request.user.pk}" if request.user.is_authenticated else str(get_adapter().get_client_ip(request))
    return bool(consume(request, action=_VISITOR, key=key))


def address_may_be_written_to(request: HttpRequest, address: str) -> bool:
    """False when this address has been written to too often, whoever asked for it."""
    return bool(consume(request, action=_ADDRESS, key=address.lower()))

"""Saving a page waits its turn.

Wagtail reads the newest revision, puts what was posted into it and stores that as the next one. When two people save
at the same moment, both begin with the same revision, and the one that is stored last lacks what the other wrote. So
whoever saves or publishes a page holds it from the first reading to the last writing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from wagtail.models import Page

#: Addresses of the admin that store a page made from one they have read.
_STORING: Final = frozenset({"wagtailadmin_pages:edit", "wagtailadmin_pages:workflow_action"})


@contextmanager
def holding(page_id: int) -> Iterator[None]:
    """One transaction in which nobody else saves this page.

    PostgreSQL holds the row of the page. SQLite has one writer at a time, and the transaction is it from its beginning
    (`transaction_mode` in the settings).
    """
    with transaction.atomic():
        # Evaluated for its lock alone; a page that does not exist is the caller's to find out.
        Page.objects.select_for_update().filter(pk=page_id).values_list("pk").first()
        yield


class TurnsMiddleware:
    """Runs these views so that they hold the page. Stands last: everything else has its say before."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        user: Any = request.user
        match = request.resolver_match
        storing = request.method == "POST" and match is not None and match.view_name in _STORING
        if not storing or not user.has_perm("wagtailadmin.access_admin"):
            return None
        with holding(kwargs["page_id"]):
            return view(request, *args, **kwargs)

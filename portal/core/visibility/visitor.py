"""Who asks, for what is rendered without being handed the request.

Rich text is one such thing: Wagtail expands its links with nothing but the text in hand. Outside of a request (the
index, mail, commands) nobody in particular asks, which is the same as a visitor without an account.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.http import HttpRequest, HttpResponse

_visitor: ContextVar[Any] = ContextVar("visitor", default=None)


def current_visitor() -> Any:
    """The user whose request is being answered; None outside of a request."""
    return _visitor.get()


@contextmanager
def visiting(user: Any) -> Iterator[None]:
    """While it lasts, this is who asks: for a request, or for what is made for somebody in the background."""
    token = _visitor.set(user)
    try:
        yield
    finally:
        _visitor.reset(token)


class VisitorMiddleware:
    """Says who asks for as long as a request is answered. Stands after the one that knows the user.

    A preview is a request within a request of the admin, by the same person.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with visiting(request.user):
            return self.get_response(request)

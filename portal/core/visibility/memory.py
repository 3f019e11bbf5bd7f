"""Reading once, for a request that only reads, what its page asks for again and again.

A page asks several times what its visitor may see: for itself, its lists, its menus; and what the terms are called
that it is classified by. The answers cannot change while one GET is answered, so they are remembered for as long as
that takes, and not a moment longer. Requests that write remember nothing: they may change a restriction or a word and
then ask again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from django.http import HttpRequest, HttpResponse

T = TypeVar("T")

_memory: ContextVar[dict[object, object] | None] = ContextVar("visibility_memory", default=None)


def remembered(key: object, read: Callable[[], T]) -> T:
    """What `read` gives; within a request that only reads, it is called once for a key."""
    memory = _memory.get()
    if memory is None:
        return read()
    if key not in memory:
        memory[key] = read()
    return memory[key]  # type: ignore[return-value]


@contextmanager
def remembering() -> Iterator[None]:
    """While it lasts, `remembered` reads each thing once."""
    token = _memory.set({})
    try:
        yield
    finally:
        _memory.reset(token)


class VisibilityMemoryMiddleware:
    """Opens the memory for requests that only read, and forgets it with the answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD"}:
            return self.get_response(request)
        with remembering():
            return self.get_response(request)

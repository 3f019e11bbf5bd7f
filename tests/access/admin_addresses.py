"""Every address of Wagtail's admin, with whatever keys there are filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from django.urls import URLResolver, get_resolver

#: A parameter in a route: `<int:page_id>`, `<pk>`, or a named group of a regular expression.
_PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^()]*\)")

#: Ends the session that goes through all the others; an address for any address; Wagtail's page for a failure.
_NOT_ASKED = ("logout", ".*", "failwhale")


def admin_routes(resolver: URLResolver | None = None, before: str = "") -> Iterator[str]:
    """Every route below `admin/` that says something, as the resolver writes it, without `^`."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = before + str(pattern.pattern).removeprefix("^")
        if isinstance(pattern, URLResolver):
            yield from admin_routes(pattern, route)
        elif route.startswith("admin/") and not any(one in route for one in _NOT_ASKED):
            yield route


def parameters(route: str) -> list[str]:
    return [one[1] or one[2] for one in _PARAMETER.finditer(route)]


def filled_in(route: str, values: Mapping[str, Iterable[object]]) -> Iterator[str]:
    """The addresses of a route, with each value of each of its parameters. Raises KeyError for a parameter unknown."""
    pieces = _PARAMETER.sub("\0", route.rstrip("$").replace(r"\.", ".")).split("\0")
    for chosen in product(*(values[name] for name in parameters(route))):
        yield "/" + "".join(f"{piece}{value}" for piece, value in zip(pieces, (*chosen, ""), strict=True))

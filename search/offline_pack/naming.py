"""What the list that a pack is made of is called, and where it is found in the portal; in the active language."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext

from search.queries.choices import Choices
from search.queries.naming import search_name
from search.queries.parameters import parse


def list_name(parameters: str | None) -> str:
    """`parameters` and `documents` are those of a pack, see `search.offline_pack.pack`."""
    if parameters is None:
        return gettext("Reading list")
    choices = Choices.load()
    return search_name(parse(QueryDict(parameters), choices), choices) or gettext("Library")


def list_path(parameters: str | None, documents: Sequence[str]) -> str:
    view = "search:reading_list" if parameters is None else "search:library"
    return _with_parameters(reverse(view), parameters, documents)


def form_path(parameters: str | None, documents: Sequence[str]) -> str:
    """Where a pack of that list is asked for."""
    return _with_parameters(reverse("search:pack"), parameters, documents)


def _with_parameters(path: str, parameters: str | None, documents: Sequence[str]) -> str:
    if parameters is None:
        parameters = urlencode([("r", one) for one in documents], safe=":")
    return f"{path}?{parameters}" if parameters else path

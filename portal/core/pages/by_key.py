"""Pages of one type by their keys, as lists show them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from django.db.models import QuerySet


class _Statement(NamedTuple):
    """A query and its values; those at `places` are the keys."""

    text: str
    values: tuple[Any, ...]
    places: tuple[int, ...]


def pages_with_keys(model: Any, keys: Iterable[int]) -> list[Any]:
    """What a list shows of the published ones of these pages, whoever may see them, in no order.

    The query is put together once for each type and number of keys: Django takes longer for that than the database
    takes to answer.
    """
    wanted = list(dict.fromkeys(keys))
    if not wanted:
        return []
    text, values, places = _statement(model, len(wanted))
    filled = list(values)
    for place, key in zip(places, wanted, strict=True):
        # Of the type that the database was promised.
        filled[place] = type(values[place])(key)
    return list(QuerySet(model).raw(text, filled))


@cache
def _statement(model: Any, number: int) -> _Statement:
    # No page has such a key, so they are known again among the values.
    stand_ins = [-1 - count for count in range(number)]
    text, values = model.objects.with_keys(stand_ins).query.sql_with_params()
    return _Statement(text, values, tuple(values.index(one) for one in stand_ins))

"""Queries that ask the same each time, put together once in a process.

Django puts a query together anew whenever it is asked. For the few rows that the frame of every page is made of, that
takes ten times as long as the database takes to answer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import QuerySet


class Prepared:
    """A query without anything that differs between two times. `make` gives it, and is called once."""

    def __init__(self, make: Callable[[], QuerySet[Any]]) -> None:
        self._make = make

    def rows(self) -> list[tuple[Any, ...]]:
        """Its rows as they are in the database: texts and numbers, not what Django would convert."""
        with connection.cursor() as cursor:
            cursor.execute(*self._statement)
            return cursor.fetchall()

    def objects(self) -> list[Any]:
        """Its rows as objects of its model."""
        statement, values = self._statement
        return list(QuerySet(self._model).raw(statement, values))

    @cached_property
    def _statement(self) -> tuple[str, tuple[Any, ...]]:
        return self._make().query.sql_with_params()

    @cached_property
    def _model(self) -> Any:
        return self._make().model

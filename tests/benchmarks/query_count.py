"""Counting queries without keeping them, as there may be a hundred thousand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class QueryCount:
    """For `connection.execute_wrapper`."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, execute: Callable[..., Any], statement: str, *arguments: Any) -> Any:
        self.count += 1
        return execute(statement, *arguments)

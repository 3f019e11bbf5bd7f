"""An engine with an index of its own, for measuring; nothing of it is left afterwards."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from search.engines.base import Engine
from search.engines.tantivy_engine import TantivyEngine

ENGINES = ("tantivy",)


@contextmanager
def temporary_engine(name: str) -> Iterator[Engine]:
    """An engine without an index yet; `name` is one of ENGINES."""
    with tempfile.TemporaryDirectory(prefix="search-") as folder:
        yield TantivyEngine(Path(folder))

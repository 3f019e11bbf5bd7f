"""An engine with an index of its own, for measuring; nothing of it is left afterwards."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from search.engines.base import Engine
from search.engines.tantivy_engine import TantivyEngine

ENGINES = ("tantivy", "elasticsearch")

#: Nobody waits for what is measured; a busy cluster must not end it half way.
_SECONDS = 60.0


@contextmanager
def temporary_engine(name: str) -> Iterator[Engine]:
    """An engine without an index yet; `name` is one of ENGINES. Raises EngineError."""
    if name == "elasticsearch":
        with _in_the_cluster() as engine:
            yield engine
    else:
        with tempfile.TemporaryDirectory(prefix="search-") as folder:
            yield TantivyEngine(Path(folder))


@contextmanager
def _in_the_cluster() -> Iterator[Engine]:
    from search.engines.elasticsearch_settings import elasticsearch_engine

    engine = elasticsearch_engine(f"temporary-{time.time_ns()}", _SECONDS)
    try:
        yield engine
    finally:
        engine.remove()

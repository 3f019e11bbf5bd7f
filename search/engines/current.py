"""Which engine this installation uses."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from search.engines.base import Engine
from search.engines.tantivy_engine import TantivyEngine


def current_engine() -> Engine:
    """The engine that the settings name; one object a process, shared by its threads."""
    return _tantivy(Path(settings.SEARCH_INDEX_DIR))


@lru_cache(maxsize=1)
def _tantivy(folder: Path) -> TantivyEngine:
    return TantivyEngine(folder)

"""Which engine this installation uses."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from search.engines.base import Engine
from search.engines.tantivy_engine import TantivyEngine


def current_engine() -> Engine:
    """The engine that the settings name; its parts are shared by the threads of a process."""
    if settings.ELASTICSEARCH_URL:
        # Imported where it is used: the client takes half a second and memory.
        from search.engines.elasticsearch_settings import elasticsearch_engine

        return elasticsearch_engine(settings.ELASTICSEARCH_INDEX_PREFIX)
    return _tantivy(Path(settings.SEARCH_INDEX_DIR))


@lru_cache(maxsize=1)
def _tantivy(folder: Path) -> TantivyEngine:
    return TantivyEngine(folder)

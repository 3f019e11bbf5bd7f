"""Building the index from the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from search.documents.document import SearchDocument
from search.documents.registry import all_documents, sources
from search.engines.base import Engine
from search.outbox.attached_file import remember_all_files
from search.outbox.drain import drain

#: Called with the number of documents so far.
Progress = Callable[[int], None]

_STEP = 500


def rebuild(engine: Engine, progress: Progress) -> int:
    """Fills a new index with everything, puts it to use, applies what changed meanwhile; returns the number.

    Raises EngineError.
    """
    remember_all_files()
    number = engine.rebuild(_counted(progress))
    # Which entries the reading covered cannot be known (a transaction may have been open); again does no harm.
    drain(engine)
    return number


def ensure(engine: Engine, progress: Progress) -> int | None:
    """Builds the index when there is none of this version or it is not this database's; else applies the outbox.

    Returns the number of documents when it built. An index with another number of documents than the database has
    readable pages belongs to another database, or lost its way. Raises EngineError.
    """
    if engine.status().ready:
        drain(engine)
        if engine.status().documents == expected_documents():
            return None
    return rebuild(engine, progress)


def expected_documents() -> int:
    """How many documents a complete index holds now."""
    return sum(source.model.objects.filter(live=True).readable().count() for source in sources())


def _counted(progress: Progress) -> Iterator[SearchDocument]:
    for number, document in enumerate(all_documents(), start=1):
        yield document
        if number % _STEP == 0:
            progress(number)

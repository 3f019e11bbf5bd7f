"""Comparing the index, and the records for harvesters, with the database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from search.documents.fingerprint import fingerprint
from search.documents.registry import all_documents
from search.engines.base import Engine
from search.harvest.keeping import differing
from search.outbox.drain import drain
from search.outbox.entry import OutboxEntry

#: Called with the number of documents so far.
Progress = Callable[[int], None]

_STEP = 500


@dataclass(frozen=True, slots=True)
class Differences:
    """Ids of documents that the index lacks, that it has in another state, and that it should not have.

    `records` are those whose record for harvesters does not say what it should.
    """

    missing: tuple[str, ...]
    outdated: tuple[str, ...]
    superfluous: tuple[str, ...]
    records: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.missing + self.outdated + self.superfluous + self.records))


def verify(engine: Engine, progress: Progress) -> Differences:
    """Applies what waits in the outbox, then compares every document, and mends what differs; returns what did.

    What somebody changes at this very moment may be among it: that is looked at once more than needed. Raises
    EngineError.
    """
    drain(engine)
    found = _compare(engine, progress)
    OutboxEntry.objects.bulk_create((OutboxEntry(document_id=identifier) for identifier in found.ids), batch_size=_STEP)
    drain(engine)
    return found


def _compare(engine: Engine, progress: Progress) -> Differences:
    present = dict(engine.fingerprints())
    missing, outdated = [], []
    for number, document in enumerate(all_documents(), start=1):
        known = present.pop(document.id, None)
        if known is None:
            missing.append(document.id)
        elif known != fingerprint(document):
            outdated.append(document.id)
        if number % _STEP == 0:
            progress(number)
    return Differences(tuple(missing), tuple(outdated), tuple(sorted(present)), tuple(differing()))

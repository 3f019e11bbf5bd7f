"""Applying the outbox to the index and to the records for harvesters."""

from __future__ import annotations

from search.documents.registry import documents_of
from search.engines.base import Engine
from search.engines.current import current_engine
from search.harvest.keeping import keep
from search.outbox.entry import OutboxEntry

#: Entries applied with one commit of the index.
_BATCH = 500


def drain(engine: Engine | None = None) -> int:
    """Applies all entries and returns how many documents were looked at.

    Raises EngineError when the engine fails; what was not applied stays in the outbox.
    """
    engine = engine or current_engine()
    looked_at = 0
    while OutboxEntry.objects.exists():
        with engine.writing() as writer:
            # Read with the right to write in hand: nobody else can put an older state over what is read here.
            entries = list(OutboxEntry.objects.values_list("pk", "document_id")[:_BATCH])
            ids = {identifier for _, identifier in entries}
            documents = list(documents_of(ids))
            writer.index(documents)
            writer.delete(ids - {document.id for document in documents})
        # After the index: its lock may be a transaction, and a record has to be committed soon after it is stamped.
        keep(ids)
        OutboxEntry.objects.filter(pk__in=[key for key, _ in entries]).delete()
        looked_at += len(ids)
    return looked_at

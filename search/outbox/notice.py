"""Noticing that documents have changed."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from search.outbox.entry import OutboxEntry
from search.outbox.tasks import apply_outbox


def notice(ids: Iterable[str]) -> None:
    """Writes the ids into the outbox, in the transaction of the change, and has it applied when that is done.

    That is at once, or by the worker where one runs.
    """
    entries = [OutboxEntry(document_id=identifier) for identifier in ids]
    if entries:
        OutboxEntry.objects.bulk_create(entries)
        transaction.on_commit(_apply)


def _apply() -> None:
    apply_outbox.enqueue()

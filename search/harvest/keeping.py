"""Keeping the records: what is new, what says something else, what is gone; and when harvesters may hear of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import islice

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from search.documents.document import document_id
from search.documents.fingerprint import fingerprint
from search.documents.registry import sources
from search.harvest.description import Description, descriptions_of, public_keys
from search.harvest.record import HarvestRecord, HarvestSet

#: Resources looked at together when all of them are.
BATCH = 500


def keep(ids: Collection[str]) -> None:
    """Brings the records of these documents up to what anybody may read now.

    A record whose resource is not public any more says so from now on; of what never was public there is none. What
    says the same as before keeps its datestamp.
    """
    with _one_writer():
        said = {description.document_id: description for description in descriptions_of(ids)}
        known = {record.document_id: record for record in HarvestRecord.objects.filter(document_id__in=ids)}
        new = [HarvestRecord(document_id=one.document_id) for one in said.values() if one.document_id not in known]
        changed = [record for record in known.values() if _is_behind(record, said.get(record.document_id))]
        if new or changed:
            _store(new, changed, said)


def differing() -> Iterator[str]:
    """Ids of documents whose record is missing, says something else, or does not say that its resource is gone."""
    present = dict(HarvestRecord.objects.filter(is_deleted=False).values_list("document_id", "fingerprint"))
    public = (document_id(source.label, key) for source in sources() for key in public_keys(source))
    while ids := list(islice(public, BATCH)):
        for description in descriptions_of(ids):
            if present.pop(description.document_id, "") != fingerprint(description):
                yield description.document_id
    yield from present


def _is_behind(record: HarvestRecord, description: Description | None) -> bool:
    if description is None:
        return not record.is_deleted
    return record.is_deleted or record.fingerprint != fingerprint(description)


def _store(new: list[HarvestRecord], changed: list[HarvestRecord], said: dict[str, Description]) -> None:
    moment = _next_datestamp()
    for record in (*new, *changed):
        description = said.get(record.document_id)
        record.datestamp = moment
        record.is_deleted = description is None
        if description is not None:
            record.identifier = description.identifier
            record.fingerprint = fingerprint(description)
    HarvestRecord.objects.bulk_create(new)
    HarvestRecord.objects.bulk_update(changed, ["identifier", "datestamp", "is_deleted", "fingerprint"])
    present = [record for record in (*new, *changed) if not record.is_deleted]
    HarvestSet.objects.filter(record__in=[record.pk for record in present]).delete()
    HarvestSet.objects.bulk_create(
        HarvestSet(record=record, spec=spec) for record in present for spec in said[record.document_id].sets
    )


def _next_datestamp() -> datetime:
    """The present moment rounded up to a second, and never before that of any record.

    Whoever asks between the stamping and the commit is told of nothing yet, and next time asks from that moment on.
    Rounded down, the datestamp could lie before it.
    """
    now = timezone.now().replace(microsecond=0) + timedelta(seconds=1)
    latest = HarvestRecord.objects.aggregate(latest=Max("datestamp"))["latest"]
    return max(now, latest) if latest else now


@contextmanager
def _one_writer() -> Iterator[None]:
    """A transaction in which nobody else changes records: an older state of the database never overwrites a newer one,
    and datestamps are committed in their order. Who reads is not held up.
    """
    with transaction.atomic():
        # SQLite has one writer at a time in any case: its transactions take the lock when they begin.
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                table = connection.ops.quote_name(HarvestRecord._meta.db_table)
                cursor.execute(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")
        yield

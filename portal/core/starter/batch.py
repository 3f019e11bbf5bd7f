"""Loading the records of one kind: made, brought up to date, or kept as an editor left them.

What exists and what was loaded last time is read once, compared in Python, and only differences are written. A second
load of a kind therefore costs its reading: two queries, however many records there are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db import DatabaseError, models, transaction
from django.utils import timezone

from portal.core.models.starter import StarterRecord
from portal.core.starter.records import BrokenRow, fingerprint
from portal.core.starter.report import Outcome, Report

M = TypeVar("M", bound=models.Model)

#: What reading a malformed row raises: a name or column that is missing, a text where a list should be.
_BROKEN = (BrokenRow, ValidationError, LookupError, ValueError, TypeError, AttributeError)


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError) and hasattr(error, "error_dict"):
        return "; ".join(f"{field}: {' '.join(messages)}" for field, messages in error.message_dict.items())
    if isinstance(error, ValidationError):
        return "; ".join(error.messages)
    if isinstance(error, KeyError):
        return f"“{error.args[0]}” is missing"
    return str(error) if isinstance(error, BrokenRow) else f"cannot be read: {error}"


class BatchLoader(Generic[M]):
    """Used as a context manager; inside, `load` takes one record after another. All is written in one transaction.

    `existing` holds the records that are there, by key; `current` reads from one the values that `write` would put
    into it, comparable to those given to `load`; `write` makes (from None) or changes a record and returns it saved.
    `existing` is kept up to date, so that `write` can look up what came before. Both must read nothing from the
    database for a record that is up to date: prefetch what `current` needs.
    """

    def __init__(
        self,
        *,
        kind: str,
        existing: Mapping[str, M],
        current: Callable[[M], Mapping[str, Any]],
        write: Callable[[M | None, Mapping[str, Any]], M],
        report: Report,
    ) -> None:
        self.kind = kind
        self.existing: dict[str, M] = dict(existing)
        self._current = current
        self._write = write
        self._report = report
        self._transaction = transaction.atomic()
        self._known: dict[str, str] = {}
        self._loaded: dict[str, str] = {}

    def __enter__(self) -> BatchLoader[M]:
        self._transaction.__enter__()
        self._known = dict(StarterRecord.objects.filter(kind=self.kind).values_list("key", "fingerprint"))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._remember()
        finally:
            self._transaction.__exit__(kind, error, trace)

    def load(self, key: str, values: Mapping[str, Any]) -> M | None:
        """Brings one record to `values` unless somebody else changed it since the last load, and returns it.

        A record that was loaded once and is gone was deleted on purpose, and stays so. Returns None for that and for
        a broken row, which the report names; nothing is raised for it.
        """
        wanted = fingerprint(values)
        known = self._known.get(key)
        existing = self.existing.get(key)
        if existing is None and known is not None:
            self._report.add(self.kind, key, Outcome.KEPT)
            return None
        if existing is not None:
            present = fingerprint(self._current(existing))
            if present == wanted:
                self._loaded[key] = wanted
                self._report.add(self.kind, key, Outcome.LEFT)
                return existing
            if known != present:
                self._report.add(self.kind, key, Outcome.KEPT)
                return existing
        try:
            with transaction.atomic():
                record = self._write(existing, values)
        except (*_BROKEN, DatabaseError) as error:
            self.broken(key, _reason(error))
            return None
        self.existing[key] = record
        self._loaded[key] = wanted
        self._report.add(self.kind, key, Outcome.CHANGED if existing is not None else Outcome.MADE)
        return record

    def load_made(self, key: object, make: Callable[[], Mapping[str, Any]]) -> M | None:
        """`load` with values that `make` reads off a row; a row that it cannot read is named like any broken one.

        The key may be what the row holds in its place, whatever that is.
        """
        key = str(key)
        try:
            values = make()
        except _BROKEN as error:
            self.broken(key, _reason(error))
            return None
        return self.load(key, values)

    def broken(self, key: str, reason: str) -> None:
        """Names a row that cannot be used; the rest goes on."""
        self._report.add(self.kind, key, Outcome.BROKEN, reason)

    def _remember(self) -> None:
        """What was written now, for the next load: one statement for all that is new or different."""
        now = timezone.now()
        StarterRecord.objects.bulk_create(
            [
                StarterRecord(kind=self.kind, key=key, fingerprint=checksum, loaded_at=now)
                for key, checksum in self._loaded.items()
                if self._known.get(key) != checksum
            ],
            batch_size=200,
            update_conflicts=True,
            unique_fields=["kind", "key"],
            update_fields=["fingerprint", "loaded_at"],
        )

"""Loading one record: make it, bring it up to date, or keep what an editor made of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from portal.core.models.starter import StarterRecord
from portal.core.starter.report import Outcome, Report


class BrokenRow(Exception):
    """A row of a starter file that cannot be used; the message says why."""


def fingerprint(values: Mapping[str, Any]) -> str:
    """A checksum of field values, the same on every machine."""

    def plain(value: Any) -> Any:
        if isinstance(value, models.Model):
            return str(value.pk)
        if isinstance(value, (date, datetime)):
            return value.isoformat()
        if isinstance(value, (list, tuple, set)):
            return sorted(map(str, map(plain, value)))
        return value if isinstance(value, (int, str, bool, type(None), dict)) else str(value)

    text = json.dumps({name: plain(value) for name, value in values.items()}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def load_record(
    *,
    kind: str,
    key: str,
    values: Mapping[str, Any],
    find: Callable[[], models.Model | None],
    current: Callable[[Any], Mapping[str, Any]],
    write: Callable[[models.Model | None, Mapping[str, Any]], models.Model],
    report: Report,
) -> models.Model | None:
    """Brings one record to `values` unless somebody else changed it since the last load.

    `find` gives the record as it is; `current` reads from it the values that this loader would write, comparable to
    `values`; `write` makes or changes it and returns it. A record that was loaded once and is gone was deleted on
    purpose, and stays so. Raises nothing for a bad row: the report names it.
    """
    wanted = fingerprint(values)
    known = StarterRecord.objects.filter(kind=kind, key=key).first()
    try:
        existing = find()
        if existing is None and known is not None:
            report.add(kind, key, Outcome.KEPT)
            return None
        if existing is not None:
            present = fingerprint(current(existing))
            if present == wanted:
                StarterRecord.objects.update_or_create(kind=kind, key=key, defaults={"fingerprint": wanted})
                report.add(kind, key, Outcome.LEFT)
                return existing
            if known is None or known.fingerprint != present:
                report.add(kind, key, Outcome.KEPT)
                return existing
        with transaction.atomic():
            record = write(existing, values)
            StarterRecord.objects.update_or_create(kind=kind, key=key, defaults={"fingerprint": wanted})
    except (BrokenRow, ValidationError, KeyError, ValueError) as error:
        report.add(kind, key, Outcome.BROKEN, "; ".join(getattr(error, "messages", [])) or repr(error))
        return None
    report.add(kind, key, Outcome.CHANGED if existing is not None else Outcome.MADE)
    return record

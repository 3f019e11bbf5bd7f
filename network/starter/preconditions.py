"""What co-operation needs, as the first meeting of a working group named it. Nobody has reported on it: no states."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from network.models import Precondition
from portal.core.starter.batch import BatchLoader
from portal.core.starter.files import json_document, json_entries
from portal.core.starter.report import Report
from portal.vocabulary.starter.texts import flags, store, texts_of_record, texts_of_row

Entry = Mapping[str, Any]

_KIND = "precondition"


def load_preconditions(path: Path, report: Report) -> None:
    entries = json_entries(json_document(path, _KIND, report), "preconditions", _KIND, report)
    with BatchLoader(
        kind=_KIND,
        existing={need.key: need for need in Precondition.objects.all()},
        current=_as_it_is,
        write=_write,
        report=report,
    ) as needs:
        for number, entry in enumerate(entries, 1):
            needs.load_made(entry.get("key") or f"number {number}", partial(_of_entry, entry))


def _of_entry(entry: Entry) -> dict[str, Any]:
    return {
        "key": str(entry["key"]),
        "position": int(entry["position"]),
        "review_languages": flags(entry["review"]),
        **texts_of_row("name", entry["name"]),
        **texts_of_row("note", entry["note"]),
    }


def _as_it_is(need: Precondition) -> dict[str, Any]:
    return {
        "key": need.key,
        "position": need.position,
        "review_languages": need.review_languages,
        **texts_of_record(need, "name"),
        **texts_of_record(need, "note"),
    }


def _write(need: Precondition | None, values: Entry) -> Precondition:
    return store(need or Precondition(), values)

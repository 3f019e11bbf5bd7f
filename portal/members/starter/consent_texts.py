"""The text that members agree to, from `consent_texts.json`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from portal.core.starter.batch import BatchLoader
from portal.core.starter.files import json_document, json_entries
from portal.core.starter.report import Report
from portal.members.models import ConsentText
from portal.vocabulary.starter.texts import store, texts_of_record, texts_of_row

Entry = Mapping[str, Any]

_KIND = "consent text"


def load_consent_texts(path: Path, report: Report) -> None:
    """A text's key is its version."""
    entries = json_entries(json_document(path, _KIND, report), "texts", _KIND, report)
    with BatchLoader(
        kind=_KIND,
        existing={str(text.version): text for text in ConsentText.objects.all()},
        current=_as_it_is,
        write=_write,
        report=report,
    ) as texts:
        for number, entry in enumerate(entries, 1):
            texts.load_made(entry.get("version") or f"number {number}", partial(_of_entry, entry))


def _of_entry(entry: Entry) -> dict[str, Any]:
    return {
        "version": int(entry["version"]),
        "since": date.fromisoformat(entry["since"]),
        **texts_of_row("text", entry["text"]),
    }


def _as_it_is(text: ConsentText) -> dict[str, Any]:
    return {"version": text.version, "since": text.since, **texts_of_record(text, "text")}


def _write(text: ConsentText | None, values: Entry) -> ConsentText:
    return store(text or ConsentText(), values)

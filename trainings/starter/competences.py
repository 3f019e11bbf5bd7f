"""Sample competences, which the sample courses build."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from portal.core.starter.batch import BatchLoader
from portal.core.starter.files import json_document, json_entries
from portal.core.starter.report import Report
from portal.vocabulary.starter.codes import Codes
from portal.vocabulary.starter.texts import flags, store, texts_of_record, texts_of_row
from trainings.models import Competence

Entry = Mapping[str, Any]

_KIND = "competence"


def load_competences(path: Path, report: Report) -> None:
    entries = json_entries(json_document(path, _KIND, report), "competences", _KIND, report)
    codes = Codes()
    with BatchLoader(
        kind=_KIND,
        existing={one.key: one for one in Competence.objects.prefetch_related("roles")},
        current=_as_it_is,
        write=_write,
        report=report,
    ) as loader:
        for number, entry in enumerate(entries, 1):
            loader.load_made(entry.get("key") or f"number {number}", partial(_of_entry, codes, entry))


def built_by(path: Path, report: Report) -> dict[str, list[int]]:
    """For each course, by the last part of its address, the keys of the competences that it builds."""
    there = dict(Competence.objects.values_list("key", "pk"))
    found: dict[str, list[int]] = {}
    for entry in json_entries(json_document(path, _KIND, report), "competences", _KIND, report):
        for course in entry.get("courses", ()):
            if entry.get("key") in there:
                found.setdefault(course, []).append(there[entry["key"]])
    return found


def _of_entry(codes: Codes, entry: Entry) -> dict[str, Any]:
    return {
        "key": str(entry["key"]),
        "position": int(entry["position"]),
        "area": str(entry["area"]),
        "is_sample": True,
        "roles": sorted(codes.many("agencies", entry["roles"])),
        "review_languages": flags(entry["review"]),
        **texts_of_row("name", entry["name"]),
        **texts_of_row("description", entry["description"]),
    }


def _as_it_is(one: Competence) -> dict[str, Any]:
    return {
        "key": one.key,
        "position": one.position,
        "area": one.area,
        "is_sample": one.is_sample,
        "roles": sorted(role.pk for role in one.roles.all()),
        "review_languages": one.review_languages,
        **texts_of_record(one, "name"),
        **texts_of_record(one, "description"),
    }


def _write(one: Competence | None, values: Entry) -> Competence:
    fields = {name: value for name, value in values.items() if name != "roles"}
    stored = store(one or Competence(), fields)
    stored.roles.set(values["roles"])
    return stored

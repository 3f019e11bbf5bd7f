"""Parts, rules and articles of standards from `standard_parts.csv`, in the order of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from portal.core.starter.batch import BatchLoader
from portal.core.starter.files import Row, csv_rows
from portal.core.starter.records import BrokenRow
from portal.core.starter.report import Report
from portal.vocabulary.starter.codes import Codes
from practices.models import Standard, StandardPart
from practices.starter.lookup import part_key
from practices.starter.rows import required

COLUMNS = ("standard", "number", "parent", "heading_en", "gist_en", "stages", "priority_areas", "review")

_RELATED = ("stages", "priority_areas")


def load_parts(path: Path, report: Report) -> None:
    label = StandardPart._meta.label_lower
    codes = Codes()
    standards = {standard.reference: standard for standard in Standard.objects.only("reference")}
    parts = StandardPart.objects.select_related("standard", "parent").prefetch_related(*_RELATED)
    existing = {part_key(part.standard.reference, part.number): part for part in parts}
    positions: Counter[str] = Counter()
    loader: BatchLoader[StandardPart]

    def write(part: StandardPart | None, values: Mapping[str, Any]) -> StandardPart:
        standard = standards.get(values["standard"])
        if standard is None:
            raise BrokenRow(f"standard “{values['standard']}” was not loaded")
        part = part or StandardPart()
        part.standard, part.parent = standard, _parent(values, loader.existing)
        for name in ("number", "position", "heading_en", "gist_en", "is_unconfirmed"):
            setattr(part, name, values[name])
        part.clean_fields(exclude={"standard", "parent"})
        part.save()
        for name in _RELATED:
            getattr(part, name).set(values[name])
        return part

    with BatchLoader(kind=label, existing=existing, current=_current, write=write, report=report) as loader:
        for row in csv_rows(path, label, report, COLUMNS):
            positions[row["standard"]] += 1
            key = part_key(row["standard"], row["number"])
            loader.load_made(key, partial(_values, row, positions[row["standard"]], codes))


def _values(row: Row, position: int, codes: Codes) -> dict[str, Any]:
    values: dict[str, Any] = {
        "standard": required(row, "standard"),
        "number": required(row, "number"),
        "parent": row["parent"],
        "position": position,
        "heading_en": required(row, "heading_en"),
        "gist_en": row["gist_en"],
        "is_unconfirmed": row["review"] == "yes",
    }
    for name in _RELATED:
        values[name] = codes.many(name, row.several(name))
    return values


def _current(part: StandardPart) -> dict[str, Any]:
    return {
        "standard": part.standard.reference,
        "number": part.number,
        "parent": part.parent.number if part.parent else "",
        "position": part.position,
        "is_unconfirmed": part.is_unconfirmed,
        # A browser sends line breaks as CR and LF; that is not a change.
        **{name: "\n".join((getattr(part, name) or "").splitlines()) for name in ("heading_en", "gist_en")},
        **{name: [term.pk for term in getattr(part, name).all()] for name in _RELATED},
    }


def _parent(values: Mapping[str, Any], existing: Mapping[str, StandardPart]) -> StandardPart | None:
    if not values["parent"]:
        return None
    parent = existing.get(part_key(values["standard"], values["parent"]))
    if parent is None:
        raise BrokenRow(f"the part that it lies in, “{values['parent']}”, is not there")
    return parent

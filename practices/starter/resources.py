"""Sample practices and methodologies.

A language with texts is ready; one with title and summary only is an overview.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from portal.core.content_language.readiness import Readiness
from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.pages.naming import slug_text
from portal.core.starter.batch import BatchLoader
from portal.core.starter.files import json_document, json_entries
from portal.core.starter.pages import write_page
from portal.core.starter.records import BrokenRow
from portal.core.starter.report import Report
from portal.core.starter.visibility import group_of_visibility
from practices.models import GoodPractice, Methodology
from practices.models.good_practice import REVIEW_EVERY
from practices.models.index_page import ResourceType
from practices.starter.lists import list_of
from practices.starter.lookup import Lookup, part_key
from practices.starter.pages import ResourceKind

_CLASSIFIED_BY = ("stages", "priority_areas", "target_groups", "agencies")
_RELATED = ("beneficiaries", *_CLASSIFIED_BY, "concepts", "standard_parts")

_DATES = ("started_on", "ended_on", "last_reviewed_on", "next_review_on")

PRACTICE = ResourceKind(
    GoodPractice,
    texts=("headline", "summary", "setting", "contact_role"),
    rich_texts=("context", "mechanism", "resources", "results", "lessons_learned", "transferability"),
    streams=(("steps", "step"),),
    plain=("evidence_level_id", *_DATES),
    related=_RELATED,
    has_documents=True,
)
METHODOLOGY = ResourceKind(
    Methodology,
    rich_texts=("objectives", "tools", "staff_training", "evaluation"),
    streams=(("sessions", "session"),),
    related=_RELATED,
    has_documents=True,
)


def load_practices(path: Path, report: Report) -> None:
    _load(PRACTICE, ResourceType.GOOD_PRACTICE, path, "good_practices", report)


def load_methodologies(path: Path, report: Report) -> None:
    _load(METHODOLOGY, ResourceType.METHODOLOGY, path, "methodologies", report)


def _load(kind: ResourceKind, resource_type: ResourceType, path: Path, name: str, report: Report) -> None:
    label = kind.model._meta.label_lower
    parent = list_of(resource_type, report, label)
    if parent is None:
        return
    rows = json_entries(json_document(path, label, report), name, label, report)
    lookup = Lookup()
    children = kind.model.objects.child_of(parent).prefetch_related(*kind.prefetch)
    pages = {page.slug: page for page in children}
    with BatchLoader(
        kind=label,
        existing={str(row.get("id")): pages[slug] for row in rows if (slug := _slug(row)) in pages},
        current=kind.current,
        write=lambda page, values: write_page(kind, page, values, parent),
        report=report,
    ) as loader:
        for number, row in enumerate(rows, 1):
            loader.load_made(str(row.get("id") or f"number {number}"), partial(_values, kind, row, lookup))


def _slug(row: Mapping[str, Any]) -> str:
    """Where the page of a row lies; "" for a row that has no English title."""
    titles = row.get("title")
    return slug_text(str(titles["en"])) if isinstance(titles, dict) and titles.get("en") else ""


def _values(kind: ResourceKind, row: Mapping[str, Any], lookup: Lookup) -> dict[str, Any]:
    """Raises BrokenRow, or KeyError for what a row must have."""
    if not _slug(row):
        raise BrokenRow("no English title")
    parts = [part_key(part["standard"], part["number"]) for part in row.get("standard_parts", ())]
    values: dict[str, Any] = {
        "live": True,
        "is_sample": bool(row.get("is_sample", False)),
        "group": group_of_visibility(row.get("visibility", "public")),
        "beneficiaries": lookup.many("beneficiaries", [row["beneficiary"]]),
        "standard_parts": lookup.still_there("standard_parts", parts),
        "concepts": lookup.still_there("concepts", row.get("concepts", ())),
        "documents": lookup.still_there("documents", row.get("documents", ())),
        **lookup.classification(row, _CLASSIFIED_BY),
    }
    if kind is PRACTICE:
        values |= _facts_of_practice(row, lookup)
    for code in CONTENT_CODES:
        texts = {"headline": row["title"].get(code), "summary": row["summary"].get(code), **row["texts"].get(code, {})}
        values |= kind.in_language(code, texts, _readiness(row, code))
    return values


def _facts_of_practice(row: Mapping[str, Any], lookup: Lookup) -> dict[str, Any]:
    dates = {name: _date(name, row.get(name)) for name in _DATES}
    if dates["next_review_on"] is None and dates["last_reviewed_on"]:
        dates["next_review_on"] = dates["last_reviewed_on"] + REVIEW_EVERY
    return {**dates, "evidence_level_id": lookup.one("evidence_level", row["evidence_level"])}


def _readiness(row: Mapping[str, Any], code: str) -> Readiness:
    if code in row["texts"]:
        return Readiness.READY
    return Readiness.OVERVIEW if row["title"].get(code) and row["summary"].get(code) else Readiness.DRAFT


def _date(name: str, text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BrokenRow(f"{name}: “{text}” is no date") from None

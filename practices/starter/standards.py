"""International instruments from `standards.csv`.

The catalogue is in English. Titles in other languages are kept where the usual published one is known, for reference
on the page; those languages are not shown as long as nobody has written a summary in them.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any

from portal.core.content_language.readiness import Readiness
from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.starter.batch import BatchLoader
from portal.core.starter.files import Row, csv_rows
from portal.core.starter.records import BrokenRow
from portal.core.starter.report import Report
from practices.models import Standard
from practices.models.index_page import ResourceType
from practices.models.standard import InstrumentType, StandardStatus
from practices.partial_dates import first_day
from practices.starter.lists import list_of
from practices.starter.lookup import Lookup, terms
from practices.starter.pages import ResourceKind
from practices.starter.rows import required

COLUMNS = (
    "reference",
    "title_en",
    "issuing_body",
    "adopted",
    "type",
    "binding",
    "summary_en",
    "priority_areas",
    "stages",
)

KIND = ResourceKind(
    Standard,
    lines=("headline", "summary", "issuing_body"),
    facts=(
        "reference",
        "instrument_type",
        "adopted_on",
        "revised_on",
        "is_binding",
        "status",
        "official_url",
    ),
    related=("stages", "priority_areas"),
)

#: Kinds of the file that the model calls otherwise.
_TYPES = {
    "framework decision": InstrumentType.FRAMEWORK_DECISION,
    "action plan": InstrumentType.ACTION_PLAN,
    "plan of action": InstrumentType.ACTION_PLAN,
    "manual": InstrumentType.HANDBOOK,
    "guide": InstrumentType.HANDBOOK,
}

_ADOPTED = re.compile(r"(?P<adopted>\d{4}[-\d]*)(?: \(revised (?P<revised>\d{4}[-\d]*)\))?")


def load_standards(path: Path, report: Report) -> None:
    label = Standard._meta.label_lower
    parent = list_of(ResourceType.STANDARD, report, label)
    if parent is None:
        return
    lookup = Lookup(terms())
    pages = Standard.objects.prefetch_related(*KIND.prefetch)
    with BatchLoader(
        kind=label,
        existing={page.reference: page for page in pages},
        current=KIND.current,
        write=lambda page, values: KIND.write(page, values, parent, lookup),
        report=report,
    ) as loader:
        for row in csv_rows(path, label, report, COLUMNS):
            loader.load_made(row["reference"] or f"line {row.number}", partial(_values, row, lookup))


def _values(row: Row, lookup: Lookup) -> dict[str, Any]:
    adopted, revised = adoption(row["adopted"])
    values: dict[str, Any] = {
        "live": True,
        "is_sample": False,
        "group": "",
        "reference": required(row, "reference"),
        "instrument_type": instrument_type(row["type"]).value,
        "adopted_on": adopted,
        "revised_on": revised,
        "is_binding": _yes_or_no(row["binding"]),
        "status": (StandardStatus.REVISED if revised else StandardStatus.UNCONFIRMED).value,
        "official_url": row.get("source_url", ""),
    }
    for name in ("stages", "priority_areas"):
        values[name] = row.several(name)
        lookup.many(name, values[name])
    english = {
        "headline": required(row, "title_en"),
        "summary": required(row, "summary_en"),
        "issuing_body": row["issuing_body"],
    }
    for code in CONTENT_CODES:
        texts = english if code == "en" else {"headline": row.get(f"title_{code}", "")}
        values |= KIND.in_language(code, texts, Readiness.READY if code == "en" else Readiness.DRAFT)
    return values


def adoption(text: str) -> tuple[str, str]:
    """Dates of adoption and revision, as exactly as known: "2006-01-11 (revised 2020-07-01)".

    Empty for what is no date, as "collection, updated regularly". Raises BrokenRow for a date that does not exist.
    """
    match = _ADOPTED.fullmatch(text)
    if match is None:
        return "", ""
    dates = match["adopted"], match["revised"] or ""
    if wrong := [one for one in dates if one and first_day(one) is None]:
        raise BrokenRow(f"no such date: {wrong[0]}")
    return dates


def instrument_type(text: str) -> InstrumentType:
    """Raises BrokenRow for a kind that is not known."""
    if text in _TYPES:
        return _TYPES[text]
    try:
        return InstrumentType(text)
    except ValueError:
        raise BrokenRow(f"type “{text}” is unknown") from None


def _yes_or_no(text: str) -> bool:
    if text not in {"yes", "no"}:
        raise BrokenRow(f"“binding” is “{text}”, not yes or no")
    return text == "yes"

"""International instruments from `standards.csv`.

The catalogue is in English. Beside it lie titles and summaries in other languages (`standards.sq.json`, …): lists show
these, the page itself is read in English, because its rules and articles are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from portal.core.content_language.readiness import Readiness
from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.starter.batch import BatchLoader
from portal.core.starter.files import Row, csv_rows, json_document
from portal.core.starter.pages import write_page
from portal.core.starter.records import BrokenRow
from portal.core.starter.report import Report
from portal.vocabulary.starter.codes import Codes
from practices.models import Standard
from practices.models.index_page import ResourceType
from practices.models.standard import InstrumentType, StandardStatus
from practices.partial_dates import first_day
from practices.starter.lists import list_of
from practices.starter.pages import ResourceKind
from practices.starter.rows import required

#: Language to reference to field to text.
Translations = Mapping[str, Mapping[str, Mapping[str, str]]]

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
    texts=("headline", "summary", "issuing_body"),
    plain=(
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
    translations = _translations(path, label, report)
    parent = list_of(ResourceType.STANDARD, report, label)
    if parent is None:
        return
    codes = Codes()
    pages = Standard.objects.prefetch_related(*KIND.prefetch)
    with BatchLoader(
        kind=label,
        existing={page.reference: page for page in pages},
        current=KIND.current,
        write=lambda page, values: write_page(KIND, page, values, parent),
        report=report,
    ) as loader:
        for row in csv_rows(path, label, report, COLUMNS):
            loader.load_made(row["reference"] or f"line {row.number}", partial(_values, row, codes, translations))


def _translations(path: Path, label: str, report: Report) -> Translations:
    """Titles and summaries by language and reference, from the files beside the catalogue."""
    files = {code: path.with_name(f"{path.stem}.{code}.json") for code in CONTENT_CODES}
    return {code: json_document(file, label, report) or {} for code, file in files.items() if file.exists()}


def _values(row: Row, codes: Codes, translations: Translations) -> dict[str, Any]:
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
        values[name] = codes.many(name, row.several(name))
    english = {
        "headline": required(row, "title_en"),
        "summary": required(row, "summary_en"),
        "issuing_body": row["issuing_body"],
    }
    for code in CONTENT_CODES:
        if code == "en":
            values |= KIND.in_language(code, english, Readiness.READY)
            continue
        texts = translations.get(code, {}).get(row["reference"], {})
        texts = {"headline": row.get(f"title_{code}", ""), **texts}
        is_complete = bool(texts["headline"] and texts.get("summary"))
        values |= KIND.in_language(code, texts, Readiness.OVERVIEW if is_complete else Readiness.DRAFT)
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

"""The list of events and the events in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from network.models import EventIndexPage, EventPage
from network.starter.home import home_page
from portal.core.starter.files import json_document
from portal.core.starter.pages import PageKind, load_pages
from portal.core.starter.report import Report
from portal.members.models.spoken_languages import joined
from portal.vocabulary.starter.codes import Codes

_CLASSIFIED_BY = ("beneficiaries", "priority_areas", "stages", "agencies")
EVENT_INDEX = PageKind(EventIndexPage)
EVENT = PageKind(
    EventPage,
    texts=("headline", "summary", "place", "agenda"),
    plain=("kind", "start", "end", "event_languages"),
    related=_CLASSIFIED_BY,
)


def load_event_index(path: Path, report: Report) -> None:
    """Below the home page, which another app brings."""
    row = json_document(path, EventIndexPage._meta.label_lower, report)
    home = home_page()
    if row is not None and home is not None:
        load_pages(EVENT_INDEX, [row], EVENT_INDEX.values, parent=home, report=report)


def load_events(path: Path, report: Report) -> None:
    rows = json_document(path, EventPage._meta.label_lower, report)
    parent = EventIndexPage.objects.first()
    if not rows or parent is None:
        return
    codes = Codes()

    def values(row: Mapping[str, Any]) -> dict[str, Any]:
        agenda = {code: _as_list(items) for code, items in row["agenda"].items()}
        return EVENT.values(
            {**row, "agenda": agenda},
            kind=row["kind"],
            start=date.fromisoformat(row["start"]),
            end=date.fromisoformat(row["end"]),
            event_languages=joined(row["languages"]),
            **codes.classification(row, _CLASSIFIED_BY),
        )

    load_pages(EVENT, rows, values, parent=parent, report=report)


def _as_list(items: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>" if items else ""

"""Meetings of working groups with what came of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from django.db.models import Prefetch

from network.models import (
    AgendaItem,
    Audience,
    GroupOutputPage,
    Meeting,
    MeetingState,
    Outcome,
    OutcomeKind,
    WorkingGroupPage,
)
from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.starter.batch import BatchLoader
from portal.core.starter.files import json_document
from portal.core.starter.pages import PageKind, load_pages
from portal.core.starter.report import Report
from portal.members.models.spoken_languages import joined
from portal.vocabulary.starter.codes import Codes

_CLASSIFIED_BY = ("beneficiaries", "priority_areas", "stages", "agencies")
OUTPUT = PageKind(GroupOutputPage, texts=("headline", "summary"), plain=("kind", "meeting_id"), related=_CLASSIFIED_BY)


def load_meetings(path: Path, report: Report) -> None:
    """Approved and open to everybody, each in its group; of a group that is not there nothing is loaded."""
    rows = json_document(path, Meeting._meta.label_lower, report) or []
    groups = {group.slug: group for group in WorkingGroupPage.objects.filter(slug__in=[row["group"] for row in rows])}
    rows = [row for row in rows if row["group"] in groups]
    outcomes = Prefetch("items__outcomes", Outcome.objects.order_by("position", "pk"))
    numbers = {(meeting.group.slug, meeting.number): meeting for meeting in _of(groups, outcomes)}
    existing = {row["key"]: numbers[place] for row in rows if (place := (row["group"], row["number"])) in numbers}

    def write(meeting: Meeting | None, values: Mapping[str, Any]) -> Meeting:
        return _write(meeting, values, groups[values["group"]])

    with BatchLoader(
        kind=Meeting._meta.label_lower, existing=existing, current=_current, write=write, report=report
    ) as loader:
        for row in rows:
            loader.load_made(row["key"], lambda row=row: _values(row))  # type: ignore[misc]
    for row in rows:
        meeting = loader.existing.get(row["key"])
        if meeting is not None and "output" in row:
            _load_output(row["output"], meeting, groups[row["group"]], report)


def _of(groups: Mapping[str, WorkingGroupPage], outcomes: Prefetch) -> Any:
    return Meeting.objects.filter(group__in=groups.values()).select_related("group").prefetch_related("items", outcomes)


def _values(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "group": row["group"],
        "number": row["number"],
        "start": date.fromisoformat(row["start"]),
        "end": date.fromisoformat(row["end"]),
        "state": MeetingState.APPROVED.value,
        "audience": Audience.PUBLIC.value,
        "title": _texts(row["title"]),
        "items": [
            {
                "key": item["key"],
                "title": _texts(item["title"]),
                "outcomes": [
                    {
                        "key": one["key"],
                        "kind": OutcomeKind(one["kind"]).value,
                        "number": one.get("number"),
                        "text": _texts(one["text"]),
                    }
                    for one in item["outcomes"]
                ],
            }
            for item in row["items"]
        ],
    }


def _current(meeting: Meeting) -> dict[str, Any]:
    """The same of a meeting that is there; `items__outcomes` are prefetched."""
    return {
        "group": meeting.group.slug,
        **{name: getattr(meeting, name) for name in ("number", "start", "end", "state", "audience")},
        "title": _written(meeting, "title"),
        "items": [
            {
                "key": item.key,
                "title": _written(item, "title"),
                "outcomes": [
                    {"key": one.key, "kind": one.kind, "number": one.number, "text": _written(one, "text")}
                    for one in item.outcomes.all()
                ],
            }
            for item in meeting.items.all()
        ],
    }


def _write(meeting: Meeting | None, values: Mapping[str, Any], group: WorkingGroupPage) -> Meeting:
    """Makes or changes a meeting; its agenda is written anew."""
    meeting = meeting or Meeting(group=group)
    for name in ("number", "start", "end", "state", "audience"):
        setattr(meeting, name, values[name])
    _fill(meeting, "title", values["title"])
    meeting.readable_in = joined([code for code, text in values["title"].items() if text])
    meeting.approved_at = datetime.combine(values["end"], time(12), UTC)
    meeting.save()
    meeting.items.all().delete()
    for position, row in enumerate(values["items"], start=1):
        item = AgendaItem(meeting=meeting, key=row["key"], position=position)
        _fill(item, "title", row["title"])
        item.save()
        for place, one in enumerate(row["outcomes"], start=1):
            outcome = Outcome(item=item, key=one["key"], kind=one["kind"], number=one["number"], position=place)
            _fill(outcome, "text", one["text"])
            outcome.save()
    return meeting


def _load_output(row: Mapping[str, Any], meeting: Meeting, group: WorkingGroupPage, report: Report) -> None:
    codes = Codes()

    def values(row: Mapping[str, Any]) -> dict[str, Any]:
        classification = codes.classification(row, _CLASSIFIED_BY)
        return OUTPUT.values(row, kind=row["kind"], meeting_id=meeting.pk, **classification)

    load_pages(OUTPUT, [row], values, parent=group, report=report)


def _texts(texts: Mapping[str, str]) -> dict[str, str]:
    return {code: texts.get(code, "") for code in CONTENT_CODES}


def _written(thing: Any, name: str) -> dict[str, str]:
    return {code: getattr(thing, f"{name}_{code}") or "" for code in CONTENT_CODES}


def _fill(thing: Any, name: str, texts: Mapping[str, str]) -> None:
    for code, text in texts.items():
        setattr(thing, f"{name}_{code}", text)

"""Starter content of the network: the list of events, one real meeting and sample events."""

from __future__ import annotations

from pathlib import Path

from network.starter.events import load_event_index, load_events
from network.starter.meetings import load_meetings
from portal.core.starter.registry import register_loader
from portal.core.starter.report import Report

DATA = Path(__file__).resolve().parent.parent / "starter_data"


def events(report: Report) -> None:
    load_event_index(DATA / "event_index.json", report)
    load_events(DATA / "events.json", report)


def meetings(report: Report) -> None:
    load_meetings(DATA / "meetings.json", report)


register_loader(40, "events", events)
register_loader(46, "meetings", meetings)

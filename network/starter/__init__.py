"""Starter content of the network: sample events; working groups, preconditions and the first real meeting."""

from __future__ import annotations

from pathlib import Path

from network.starter.events import load_event_index, load_events
from network.starter.meetings import load_meetings
from network.starter.preconditions import load_preconditions
from network.starter.working_groups import load_group_index, load_groups
from portal.core.starter.registry import register_loader
from portal.core.starter.report import Report

DATA = Path(__file__).resolve().parent.parent / "starter_data"


def events(report: Report) -> None:
    load_event_index(DATA / "event_index.json", report)
    load_events(DATA / "events.json", report)


def working_groups(report: Report) -> None:
    load_group_index(DATA / "working_group_index.json", report)
    load_groups(DATA / "working_groups.json", report)


def preconditions(report: Report) -> None:
    load_preconditions(DATA / "preconditions.json", report)


def meetings(report: Report) -> None:
    load_meetings(DATA / "meetings.json", report)


register_loader(40, "events", events)
register_loader(42, "working groups", working_groups)
register_loader(44, "preconditions", preconditions)
register_loader(46, "meetings", meetings)

"""The record as it is in the database, in the values of the form."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Prefetch, Q

from network.models import AgendaItem, Attendance, GroupMembership, GroupOutputPage, Meeting, Outcome
from network.recording.forms import People, canonical
from portal.core.models import PortalDocument
from portal.members.models import Member

#: Fields of the form that are kept, by part.
FACTS = (
    "title", "number", "start", "start_time", "end", "end_time", "time_zone", "place", "link", "spoken", "language",
)  # fmt: skip
ITEM = ("title", "position", "start_time", "end_time", "presenter", "presenter_name", "text")
OUTCOME = ("kind", "text", "responsible", "responsible_name", "due", "status")
OUTPUT = ("title", "kind", "summary")


@dataclass
class Stored:
    """A meeting with all that its form shows, read with a number of queries that does not depend on its length."""

    meeting: Meeting
    items: list[AgendaItem]
    attendances: list[Attendance]
    outputs: list[GroupOutputPage]
    documents: list[PortalDocument]
    people: People
    by_key: dict[str, AgendaItem] = field(init=False)

    def __post_init__(self) -> None:
        self.by_key = {item.key: item for item in self.items}

    @property
    def language(self) -> str:
        return self.meeting.language


def read(meeting: Meeting) -> Stored:
    items = list(
        meeting.items.prefetch_related(Prefetch("outcomes", Outcome.objects.order_by("position", "pk"))).order_by(
            "position", "pk"
        )
    )
    attendances = list(meeting.attendances.all())
    named = {item.presenter_id for item in items} | {one.member_id for one in attendances}
    named |= {outcome.responsible_id for item in items for outcome in item.outcomes.all()}
    return Stored(
        meeting=meeting,
        items=items,
        attendances=attendances,
        outputs=list(GroupOutputPage.objects.filter(meeting=meeting).order_by("pk")),
        documents=list(meeting.documents.order_by("pk")),
        people=people_of(meeting, named - {None}),
    )


def people_of(meeting: Meeting, also: set[Any]) -> People:
    """The members of the group now, and who is named in the record already; in the order in which they joined."""
    current = GroupMembership.objects.current().filter(group_id=meeting.group_id).values("member")
    members = Member.objects.filter(Q(pk__in=current) | Q(pk__in=also)).select_related("user").order_by("pk")
    return [(str(member.pk), _label(member)) for member in members]


def _label(member: Member) -> str:
    name = member.name or _role_of(member)
    return f"{name}, {member.position}" if member.position and member.name else name


def _role_of(member: Member) -> str:
    return member.position or str(member)


def facts(meeting: Meeting) -> dict[str, Any]:
    values = {name: getattr(meeting, name) for name in FACTS if name not in ("title", "spoken")}
    title = getattr(meeting, f"title_{meeting.language}") or ""
    return {**values, "title": title, "spoken": meeting.spoken.split()}


def people(stored: Stored) -> dict[str, Any]:
    return {
        "present": [str(one.member_id) for one in stored.attendances if not one.is_excused],
        "excused": [str(one.member_id) for one in stored.attendances if one.is_excused],
        "guests": stored.meeting.guests,
    }


def item(item: AgendaItem, language: str) -> dict[str, Any]:
    values = {name: getattr(item, name) for name in ("position", "start_time", "end_time", "presenter_name")}
    return {
        **values,
        "title": getattr(item, f"title_{language}") or "",
        "text": getattr(item, f"text_{language}") or "",
        "presenter": str(item.presenter_id or ""),
    }


def outcome(outcome: Outcome, language: str) -> dict[str, Any]:
    return {
        "kind": outcome.kind,
        "text": getattr(outcome, f"text_{language}") or "",
        "responsible": str(outcome.responsible_id or ""),
        "responsible_name": outcome.responsible_name,
        "due": outcome.due,
        "status": outcome.status,
    }


def output(output: GroupOutputPage) -> dict[str, Any]:
    code = output.source_language
    return {
        "title": getattr(output, f"headline_{code}") or "",
        "kind": output.kind,
        "summary": getattr(output, f"summary_{code}") or "",
    }


def digest(values: Mapping[str, Any], names: Sequence[str], below: Sequence[tuple[str, Mapping[str, Any]]] = ()) -> str:
    """A short name of what a part says: the same for the same values, stored or just filled in.

    `below` are the outcomes of an item by their keys, in order.
    """
    said = [
        canonical({name: values.get(name) for name in names}),
        *([key, canonical({name: one.get(name) for name in OUTCOME})] for key, one in below),
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:24]


def digest_of_item(one: AgendaItem, language: str) -> str:
    return digest(item(one, language), ITEM, [(below.key, outcome(below, language)) for below in one.outcomes.all()])

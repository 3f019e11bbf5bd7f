"""Meetings of working groups, and what is sent to record one."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import lxml.html
from wagtail.models import Collection, CollectionViewRestriction

from network.models import AgendaItem, Audience, Meeting, MeetingState, Outcome, OutcomeKind, WorkingGroupPage
from tests.factories.pages import make_page
from tests.factories.people import make_group

_numbers = itertools.count(1)


def make_working_group(**fields: Any) -> WorkingGroupPage:
    """A working group with its group of users and its closed collection."""
    number = next(_numbers)
    access = make_group(f"Working group {number}")
    collection = Collection.get_first_root_node().add_child(name=f"Working group {number}")
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.add(access)
    return make_page(WorkingGroupPage, access_group=access, collection=collection, **fields)


def make_meeting(group: WorkingGroupPage | None = None, **fields: Any) -> Meeting:
    """A meeting in English in May 2024, of a new group unless one is given."""
    group = group or make_working_group()
    number = fields.pop("number", None) or Meeting.objects.filter(group=group).count() + 1
    values = {"title_en": f"Meeting {number}", "start": date(2024, 5, 6), "end": date(2024, 5, 6), **fields}
    return Meeting.objects.create(group=group, number=number, **values)


def make_item(meeting: Meeting, title: str = "Opening", **fields: Any) -> AgendaItem:
    number = next(_numbers)
    fields.setdefault("position", number % 1000)
    return AgendaItem.objects.create(meeting=meeting, key=f"{number:016x}", title_en=title, **fields)


def make_outcome(
    item: AgendaItem, text: str = "It was said.", kind: str = OutcomeKind.INFORMATION, **fields: Any
) -> Outcome:
    return Outcome.objects.create(item=item, key=f"{next(_numbers):016x}", kind=kind, text_en=text, **fields)


def meetings_to_ask_for() -> dict[str, Any]:
    """For the table of addresses: an open group, an approved meeting that is open to all, a draft with an action."""
    group = make_working_group(slug="open-group")
    approved = make_meeting(group, state=MeetingState.APPROVED, audience=Audience.PUBLIC)
    draft = make_meeting(group)
    action = make_outcome(make_item(draft), kind=OutcomeKind.ACTION)
    return {"group": group.slug, "meeting": approved.pk, "draft": draft.pk, "action": action.pk}


def sent(page: str) -> dict[str, Any]:
    """What a browser sends of the form on this page when nothing is changed in it."""
    form = next(one for one in lxml.html.fromstring(page).forms if "data-record" in one.attrib)
    values: dict[str, Any] = {}
    for name, value in form.form_values():
        values.setdefault(name, []).append(value)
    return values

"""Meetings of working groups: which there are, what is in them, who was there."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from network.models import (
    AgendaItem,
    AmendmentState,
    Attendance,
    GroupMembership,
    GroupRole,
    Meeting,
    MeetingPlan,
    MeetingState,
    Outcome,
    OutcomeKind,
    WorkingGroupPage,
)
from network.models.meeting import MeetingQuerySet, groups_of
from network.queries.memberships import OFFICE
from network.rules.names import Found, Text, names_in
from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.registries.calendar import CalendarQuery
from portal.members.models import Member
from portal.vocabulary.narrowing import filed_under


def items_of(meeting: Meeting) -> list[AgendaItem]:
    """The agenda with its outcomes and who is named there (a number of queries that does not depend on its length)."""
    outcomes = Outcome.objects.select_related(
        "responsible__user", "responsible__institution", "responsible__agency"
    ).order_by("position", "pk")
    items = meeting.items.select_related("presenter__user", "presenter__institution", "presenter__agency")
    return list(items.prefetch_related(Prefetch("outcomes", outcomes)).order_by("position", "pk"))


def attendances_of(meeting: Meeting) -> list[Attendance]:
    found = meeting.attendances.select_related("member__user", "member__institution", "member__agency")
    return list(found.order_by("member__pk"))


def meetings_of(group: WorkingGroupPage, user: Any, *, internal: bool) -> QuerySet[Meeting]:
    """The meetings of a group that somebody may read, the latest first, with how many decisions and action points."""
    meetings: MeetingQuerySet = Meeting.objects.filter(group=group)
    if not internal:
        meetings = meetings.visible_to(user)
    return meetings.annotate(
        decisions=Count("items__outcomes", filter=Q(items__outcomes__kind=OutcomeKind.DECISION), distinct=True),
        actions=Count("items__outcomes", filter=Q(items__outcomes__kind=OutcomeKind.ACTION), distinct=True),
    ).order_by("-start", "-number")


def next_of_group(group: WorkingGroupPage, user: Any, today: date) -> tuple[int, Meeting | None]:
    """How many meetings of a group this person may read, and the next that is held (two queries)."""
    seen: MeetingQuerySet = Meeting.objects.filter(group=group).visible_to(user)
    return seen.count(), seen.filter(end__gte=today, plan=MeetingPlan.ON).order_by("start", "number").first()


def meetings_for_calendar(user: Any, query: CalendarQuery) -> QuerySet[Meeting]:
    """Meetings that touch these days, that the user may see, and that fit the rest of the query, the earliest first."""
    found: QuerySet[Meeting] = Meeting.objects.visible_to(user).filter(end__gte=query.first_day)
    if query.last_day is not None:
        found = found.filter(start__lte=query.last_day)
    if query.languages:
        found = found.filter(reduce(or_, (Q(spoken__contains=f" {code} ") for code in query.languages)))
    found = filed_under(found, WorkingGroupPage, query.beneficiaries, query.topics, way="group")
    return found.select_related("group").order_by("start", "end", "pk")[: query.limit]


def coming_meetings(user: Any, first_day: date) -> QuerySet[Meeting]:
    """Meetings of one's own groups that end on `first_day` or later, the earliest first."""
    mine = Meeting.objects.filter(group__in=groups_of(user), end__gte=first_day)
    return mine.select_related("group").order_by("start", "end", "pk")


def meetings_to_approve(user: Any) -> list[Meeting]:
    """Records that wait for this person as chair of the group, the longest waiting first (one query)."""
    chaired = GroupMembership.objects.of(user).filter(role=GroupRole.CHAIR)
    waiting = Meeting.objects.filter(state=MeetingState.SUBMITTED, group__in=chaired.values("group"))
    return list(waiting.select_related("group").order_by("submitted_at", "pk"))


def drafts_with_proposals(user: Any) -> list[Meeting]:
    """Drafts of which this person decides on open proposals, with how many these are (one query)."""
    office = GroupMembership.objects.of(user).filter(role__in=OFFICE)
    drafts = Meeting.objects.filter(group__in=office.values("group"), amendments__state=AmendmentState.OPEN)
    return list(drafts.select_related("group").annotate(proposals=Count("amendments")).order_by("start", "pk"))


def next_meeting(meeting: Meeting, today: date) -> Meeting | None:
    """The next meeting of the same group that is still to be held and whose agenda can be written."""
    later = Meeting.objects.filter(group=meeting.group, start__gte=max(today, meeting.end)).exclude(pk=meeting.pk)
    return next((one for one in later.order_by("start", "number") if one.is_writable), None)


def names_found(meeting: Meeting) -> list[Found]:
    """Where in the texts that others would read names of people of the group, or of guests, stand."""
    items = items_of(meeting)
    return names_in(_texts(meeting, items), names_of_people(meeting, items))


def names_of_people(meeting: Meeting, items: list[AgendaItem]) -> list[str]:
    """Of everybody who was ever in the group, who was there, and who is named as a guest or presenter."""
    in_group = GroupMembership.objects.filter(group=meeting.group).values("member")
    named = {item.presenter_id for item in items} | {
        one.responsible_id for item in items for one in item.outcomes.all()
    }
    people = Member.objects.filter(
        Q(pk__in=in_group) | Q(pk__in=named - {None}) | Q(pk__in=meeting.attendances.values("member"))
    )
    # Sample members are called by what they do: their names are no names.
    names = [member.name for member in people.filter(is_sample=False).select_related("user")]
    names += [name for name, _role in meeting.guest_list]
    names += [item.presenter_name.partition(";")[0] for item in items if ";" in item.presenter_name]
    return [name for name in names if name.strip()]


def _texts(meeting: Meeting, items: list[AgendaItem]) -> list[Text]:
    def in_all(thing: Any, name: str, place: str, anchor: str) -> list[Text]:
        columns = (getattr(thing, f"{name}_{code}") for code in CONTENT_CODES)
        return [Text(place, anchor, text) for text in columns if text]

    texts = [*in_all(meeting, "title", _("Title"), ""), Text(_("Place"), "", meeting.place)]
    texts += [Text(_("Guests"), "people", role) for _name, role in meeting.guest_list]
    for number, item in enumerate(items, start=1):
        place, anchor = _("Item %(number)s") % {"number": number}, f"item-{item.pk}"
        texts += in_all(item, "title", place, anchor) + in_all(item, "text", place, anchor)
        texts.append(Text(place, anchor, role_part(item.presenter_name)))
        for outcome in item.outcomes.all():
            texts += in_all(outcome, "text", place, anchor)
            texts.append(Text(place, anchor, role_part(outcome.responsible_name)))
    for output in meeting.outputs.all():
        place = _("Outputs")
        texts += in_all(output, "headline", place, "outputs") + in_all(output, "summary", place, "outputs")
    return texts


def role_part(text: str) -> str:
    """Of "name; role" what others may read: the role. A text without a semicolon names nobody and is read as it is."""
    return text.partition(";")[2].strip() if ";" in text else text

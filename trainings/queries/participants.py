"""The list of participants, with how often each was there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from portal.members.models import Member
from portal.members.queries.named import keys_of_named
from trainings.models import AttendanceChange, Enrolment, TrainingSession
from trainings.queries.access import Sight
from trainings.rules.states import HOLDING, LIVE

#: So many are shown at once.
PAGE_SIZE: Final = 50


@dataclass(frozen=True, slots=True)
class Participant:
    """`attended` is the part of the sessions in percent; None as long as there are no sessions."""

    enrolment: Enrolment
    attended: int | None


def participants(sight: Sight) -> list[Participant]:
    """Those whom this person sees, in any live state, in the order in which they came (two queries)."""
    return with_attendance(listed_enrolments(sight), sight)


def listed_enrolments(sight: Sight, state: str = "", name: str = "") -> QuerySet[Enrolment]:
    """Those whom this person sees: in one state, or in any live one; with these words, or beginnings of words, in their
    name, in either script and with or without marks (one query, if a name is given).
    """
    shown = sight.enrolments()
    shown = shown.filter(state=state) if state else shown.filter(state__in=LIVE)
    if name:
        people = Member.objects.filter(pk__in=shown.order_by().values("member"))
        shown = shown.filter(member__in=keys_of_named(name, people))
    return shown


def page_of_participants(enrolments: QuerySet[Enrolment], sight: Sight, page: str | None) -> Page[Participant]:
    """A page of them, in the order in which they came; one that does not exist is the nearest (three queries)."""
    shown: Any = Paginator(_with_times(enrolments), PAGE_SIZE).get_page(page)
    shown.object_list = _attended(shown.object_list, sight)
    return shown


def attendants(sight: Sight) -> list[Participant]:
    """Those who have a seat, by name: whom one ticks, and who signs (two queries)."""
    found = with_attendance(sight.enrolments().filter(state__in=HOLDING), sight)
    return sorted(found, key=lambda one: (one.enrolment.member.user.last_name, one.enrolment.member.user.first_name))


def how_many_present(sight: Sight, session: TrainingSession) -> tuple[int, int]:
    """Of those who have a seat how many are ticked, and how many there are (one query)."""
    ticked = Exists(session.attendances.filter(enrolment=OuterRef("pk")))
    seated = sight.enrolments().filter(state__in=HOLDING).order_by().annotate(is_ticked=ticked)
    found = seated.aggregate(present=Count("pk", filter=Q(is_ticked=True)), seated=Count("pk"))
    return found["present"], found["seated"]


def with_attendance(enrolments: QuerySet[Enrolment], sight: Sight) -> list[Participant]:
    return _attended(_with_times(enrolments), sight)


def _with_times(enrolments: QuerySet[Enrolment]) -> QuerySet[Enrolment]:
    found = enrolments.select_related("member__user", "beneficiary", "institution")
    return found.annotate(times=Count("attendances")).order_by("queue_number", "pk")


def _attended(rows: Iterable[Any], sight: Sight) -> list[Participant]:
    sessions = TrainingSession.objects.filter(training=sight.training).count()
    return [Participant(row, round(100 * row.times / sessions) if sessions else None) for row in rows]


def present_in(session: TrainingSession) -> set[int]:
    """Keys of the enrolments that are ticked."""
    return set(session.attendances.values_list("enrolment", flat=True))


def last_changes(session: TrainingSession) -> dict[int, AttendanceChange]:
    """What was last said of each enrolment (key) in a session, with who said it; of some nothing was (one query)."""
    changes = AttendanceChange.objects.filter(session=session).select_related("by").order_by("pk")
    return {change.enrolment_id: change for change in changes}

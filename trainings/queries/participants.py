"""The list of participants, with how often each was there."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from trainings.models import AttendanceChange, Enrolment, TrainingSession
from trainings.queries.access import Sight
from trainings.rules.states import HOLDING, LIVE


@dataclass(frozen=True, slots=True)
class Participant:
    """`attended` is the part of the sessions in percent; None as long as there are no sessions."""

    enrolment: Enrolment
    attended: int | None


def participants(sight: Sight, state: str = "") -> list[Participant]:
    """Those whom this person sees, in the order in which they came; in one state, or in any live one (two queries)."""
    shown = sight.enrolments()
    return with_attendance(shown.filter(state=state) if state else shown.filter(state__in=LIVE), sight)


def attendants(sight: Sight) -> list[Participant]:
    """Those who have a seat, by name: whom one ticks, and who signs (two queries)."""
    found = with_attendance(sight.enrolments().filter(state__in=HOLDING), sight)
    return sorted(found, key=lambda one: (one.enrolment.member.user.last_name, one.enrolment.member.user.first_name))


def with_attendance(enrolments: QuerySet[Enrolment], sight: Sight) -> list[Participant]:
    sessions = TrainingSession.objects.filter(training=sight.training).count()
    rows = (
        enrolments.select_related("member__user", "beneficiary", "institution")
        .annotate(times=Count("attendances"))
        .order_by("queue_number", "pk")
    )
    return [Participant(row, round(100 * row.times / sessions) if sessions else None) for row in rows]


def present_in(session: TrainingSession) -> set[int]:
    """Keys of the enrolments that are ticked."""
    return set(session.attendances.values_list("enrolment", flat=True))


def last_changes(session: TrainingSession) -> dict[int, AttendanceChange]:
    """What was last said of each enrolment (key) in a session, with who said it; of some nothing was (one query)."""
    changes = AttendanceChange.objects.filter(session=session).select_related("by").order_by("pk")
    return {change.enrolment_id: change for change in changes}

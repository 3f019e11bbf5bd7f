"""Whether somebody can check in to a session, and doing it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from portal.accounts.models import User
from trainings.checkin.codes import is_typed_code
from trainings.models import AttendanceSource, Enrolment, TrainingSession
from trainings.queries.access import active_member
from trainings.queries.participants import last_changes, present_in
from trainings.rules.attendance import why_no_check_in
from trainings.rules.refusal import Refused
from trainings.rules.states import SEATED
from trainings.services.attending import Mark, mark_attendance


def enrolment_of(user: User, session: TrainingSession) -> Enrolment | None:
    """The live enrolment of this person in the training of a session; None for everybody else."""
    member = active_member(user)
    live = Enrolment.objects.live().filter(training=session.training_id, member=member) if member else None
    return live.first() if live is not None else None


def is_present(session: TrainingSession, enrolment: Enrolment) -> bool:
    return enrolment.pk in present_in(session)


def why_not(session: TrainingSession, enrolment: Enrolment, now: datetime) -> str:
    """Why this person cannot check in now; "" when they can."""
    if enrolment.state not in SEATED:
        return _("You have no confirmed place in this training. Speak to the trainer.")
    if refusal := why_no_check_in(session, now):
        return refusal
    said = last_changes(session).get(enrolment.pk)
    # Whoever is in the room decides; a code may have been passed on.
    if said is not None and not said.is_there:
        return _("The trainer has marked you as absent. Speak to the trainer.")
    return ""


def check_in(*, session: TrainingSession, enrolment: Enrolment, by: User, now: datetime) -> None:
    """Marks somebody as present who says so and has the code. Raises Refused."""
    if refusal := why_not(session, enrolment, now):
        raise Refused(refusal)
    mark_attendance(
        session=session, marks=[Mark(enrolment.pk, is_there=True, at=now)], by=by, source=AttendanceSource.SELF
    )


def session_with_code(user: User, code: str, now: datetime) -> TrainingSession | None:
    """The session whose short code this is now, among those of trainings in which this person has a place.

    For everybody else no code is right, so that trying tells nothing of trainings.
    """
    member = active_member(user)
    if member is None:
        return None
    a_day = timedelta(days=1)
    seats = Enrolment.objects.filter(member=member, state__in=SEATED)
    near = TrainingSession.objects.filter(
        training__in=seats.values("training"), day__range=(now.date() - a_day, now.date() + a_day)
    )
    return next((session for session in near if is_typed_code(session.pk, code, now)), None)

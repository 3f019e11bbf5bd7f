"""How somebody gets onto the list: by themselves, through their focal point, or by the trainer."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from portal.members.models import Member
from trainings.models import Admission, Enrolment
from trainings.rules.admission import why_closed
from trainings.rules.refusal import Refused
from trainings.rules.states import State
from trainings.services.moving import move
from trainings.services.offers import pass_on_overdue
from trainings.services.seats import Held, held


def request_place(*, training_id: int, member: Member) -> Enrolment:
    """A member enrols: confirmed or waiting at once where whoever is first has a place, else asked for.

    Raises Refused with the reason. Whoever is enrolled already gets the enrolment that there is.
    """
    with held(training_id) as now_held:
        pass_on_overdue(now_held)
        found, enrolment = _found_or_new(now_held, member)
        if found:
            return enrolment
        training = now_held.training
        if training.admission == Admission.NOMINATION:
            raise Refused(gettext("Places in this training are given by nomination: ask your focal point."))
        if training.admission == Admission.INVITATION:
            raise Refused(gettext("Places in this training are given by invitation."))
        if reason := why_closed(training, now_held.begins_at, now_held.now):
            raise Refused(reason)
        if training.admission == Admission.REQUEST:
            move(now_held, enrolment, State.REQUESTED, by=member.user)
        else:
            seat_or_wait(now_held, enrolment, by=member.user)
        return enrolment


def nominate(*, training_id: int, member: Member, by: Any) -> Enrolment:
    """A focal point names somebody; the trainer decides. That `by` speaks for them, the caller has asked.

    Raises Refused with the reason. Whoever is enrolled already gets the enrolment that there is.
    """
    with held(training_id) as now_held:
        found, enrolment = _found_or_new(now_held, member)
        if found:
            return enrolment
        if reason := why_closed(now_held.training, now_held.begins_at, now_held.now):
            raise Refused(reason)
        move(now_held, enrolment, State.NOMINATED, by=by)
        return enrolment


def enrol(*, training_id: int, member: Member, by: Any) -> Enrolment:
    """A trainer enrols somebody, outside of the time for enrolment too. Raises Refused when there is no place."""
    enrolment, _is_new = enrol_or_find(training_id=training_id, member=member, by=by)
    return enrolment


def enrol_or_find(*, training_id: int, member: Member, by: Any) -> tuple[Enrolment, bool]:
    """The same; and whether it was done now, or the person was enrolled already."""
    with held(training_id) as now_held:
        pass_on_overdue(now_held)
        found, enrolment = _found_or_new(now_held, member)
        if not found:
            if now_held.training.is_cancelled:
                raise Refused(gettext("This training is cancelled."))
            seat_or_wait(now_held, enrolment, by=by)
        return enrolment, not found


def seat_or_wait(now_held: Held, enrolment: Enrolment, *, by: Any) -> None:
    """A seat if there is one, else the end of the waiting list. Raises Refused when there is neither."""
    if now_held.has_seat_for(enrolment):
        move(now_held, enrolment, State.CONFIRMED, by=by)
    elif now_held.training.has_waiting_list:
        move(now_held, enrolment, State.WAITING, by=by)
    else:
        raise Refused(gettext("All places are taken, and there is no waiting list."))


def _found_or_new(now_held: Held, member: Member) -> tuple[bool, Enrolment]:
    """The live enrolment of this person and True, or a new one that is not stored yet."""
    there = Enrolment.objects.live().filter(training=now_held.training.pk, member=member).first()
    if there is not None:
        return True, there
    new = Enrolment(
        training=now_held.training,
        member=member,
        beneficiary_id=member.beneficiary_id,
        institution_id=member.institution_id,
    )
    return False, new

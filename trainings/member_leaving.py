"""What ends in trainings when somebody leaves the network: places that they have or wait for go to others."""

from __future__ import annotations

from django.utils import timezone

from portal.members.models import Member
from portal.members.registries.leaving import register_leaving
from trainings.importing.tidying import delete_lists_of
from trainings.models import AnswerSheet, Certificate, CertificateChoice, Enrolment, ExpectedParticipant, Letter
from trainings.rules.states import State, may_go
from trainings.services.deciding import withdraw


def leave_trainings(member: Member) -> None:
    """Who took part stays counted, without a name, and so does what they answered. Nothing more is written to them.

    Their certificates stay valid, for whoever holds the paper; the portal does not know any more to whom they were
    issued.
    """
    coming = Enrolment.objects.live().filter(member=member, training__start__gt=timezone.localdate())
    for enrolment in coming:
        if may_go(enrolment.state, State.WITHDRAWN):
            withdraw(enrolment=enrolment, by=None)
    Letter.objects.filter(enrolment__member=member, sent_at=None).delete()
    ExpectedParticipant.objects.filter(email=member.user.email).delete()
    delete_lists_of(member.user)
    Certificate.objects.filter(enrolment__member=member).forget_holders()
    CertificateChoice.objects.filter(member=member).delete()
    AnswerSheet.objects.filter(enrolment__member=member).update(enrolment=None)


register_leaving(leave_trainings)

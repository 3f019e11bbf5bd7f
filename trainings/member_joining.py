"""Whoever was invited to the network by a list of a training is enrolled in it when they join."""

from __future__ import annotations

from django.utils import translation

from portal.members.models import Member
from portal.members.registries.joining import register_joining
from trainings.models import ExpectedParticipant
from trainings.rules.refusal import Refused
from trainings.services.enrolling import enrol


def enrol_expected(member: Member) -> None:
    """A place, or one on the waiting list.

    Where there is neither, the person joins all the same: the trainer reads why.
    """
    expected = ExpectedParticipant.objects.filter(email=member.user.email).select_related("invited_by")
    for one in expected:
        by = one.invited_by
        try:
            with translation.override(by.language if by else member.user.language):
                enrol(training_id=one.training_id, member=member, by=by)
        except Refused as refusal:
            one.refusal = str(refusal)
            one.save(update_fields=["refusal"])
        else:
            one.delete()


register_joining(enrol_expected)

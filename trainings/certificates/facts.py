"""What the rule of certificates looks at, gathered for the people of a training."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from portal.members.models import MemberState
from trainings.certificates.rule import Facts, missing
from trainings.evaluation.standing import standing
from trainings.models import Certificate, CertificateChoice, CoursePage, Enrolment, TrainingPage, TrainingSession
from trainings.rules.sessions import last_begins
from trainings.rules.states import SEATED


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may get a certificate of a training, or got one; `certificate` is the latest."""

    enrolment: Enrolment
    facts: Facts
    certificate: Certificate | None

    @property
    def missing(self) -> list[str]:
        return missing(self.facts)

    @property
    def may_be_issued(self) -> bool:
        """Whether there is none yet, and nothing stands against it. What was revoked is not issued again by itself."""
        return self.certificate is None and not self.missing

    @property
    def name(self) -> str:
        """As it would be written on the certificate."""
        return name_on_certificate(self.enrolment)


def candidates(training: TrainingPage, keys: Collection[int] | None = None) -> list[Candidate]:
    """Everybody who has a place in the training, or a certificate of it, by name; `keys` are of enrolments, if only
    these are asked for (eight queries at most).
    """
    had_one = Exists(Certificate.objects.filter(enrolment=OuterRef("pk")))
    found = Enrolment.objects.filter(Q(had_one) | Q(state__in=SEATED), training=training)
    if keys is not None:
        found = found.filter(pk__in=keys)
    rows = list(
        found.select_related("member__user", "member__certificate_choice", "beneficiary")
        .annotate(times=Count("attendances"))
        .order_by("member__user__last_name", "member__user__first_name", "pk")
    )
    latest = {
        one.enrolment_id: one
        for one in Certificate.objects.filter(enrolment__in=[row.pk for row in rows]).defer("document")
    }
    sessions = list(TrainingSession.objects.filter(training=training))
    needed = CoursePage.objects.parent_of(training).values_list("attendance_needed", flat=True).first()
    has_ended = timezone.now() >= last_begins(training, sessions)
    stands = standing(rows)
    return [
        Candidate(
            row,
            Facts(
                state=row.state,
                has_left=row.member.state == MemberState.LEFT,
                is_cancelled=training.is_cancelled,
                has_ended=has_ended,
                sessions=len(sessions),
                attended=row.times,
                needed=needed or 0,
                has_answered_forms=stands[row.pk].has_answered,
                has_passed_test=stands[row.pk].has_passed,
            ),
            latest.get(row.pk),
        )
        for row in rows
    ]


def name_on_certificate(enrolment: Enrolment) -> str:
    """What the person wants to be called there, else the name of their account."""
    choice: CertificateChoice | None = getattr(enrolment.member, "certificate_choice", None)
    return (choice.name if choice else "") or enrolment.member.name

"""Issuing, replacing and revoking certificates: each one whole, or not at all."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from trainings.certificates.facts import Candidate, candidates
from trainings.certificates.numbering import next_number
from trainings.certificates.wording import written_for
from trainings.models import Certificate, CertificateState, LetterKind
from trainings.rules.refusal import Refused
from trainings.rules.states import State, may_go
from trainings.services.letters import write_letter
from trainings.services.moving import move
from trainings.services.seats import Held, held


def issue(*, training_id: int, enrolment_id: int, by: Any) -> Certificate:
    """The first certificate of an enrolment, which is completed by it. Whoever has one already gets that one.

    Raises Refused with what is missing.
    """
    with held(training_id) as now_held:
        candidate = _candidate(now_held, enrolment_id)
        if candidate.certificate is not None:
            return candidate.certificate
        return _write(now_held, candidate, by, "")


def reissue(*, certificate: Certificate, by: Any, reason: str) -> Certificate:
    """Another in the place of the latest one, with a number of its own and what the course and the person say now.

    What is valid is replaced, whether or not the rule would be met today: it was. What was revoked stays so, and the
    rule has to be met. Raises Refused.
    """
    with held(certificate.training_id) as now_held:
        latest = _latest(certificate)
        candidate = _candidate(now_held, latest.enrolment_id)
        if latest.is_valid:
            _end(latest, CertificateState.REPLACED, now_held, by, reason)
            return _write(now_held, candidate, by, reason, is_earned=True)
        return _write(now_held, candidate, by, reason)


def revoke(*, certificate: Certificate, by: Any, reason: str) -> None:
    """Says that a certificate does not hold. Raises Refused for one that is not the valid one any more."""
    with held(certificate.training_id) as now_held:
        latest = _latest(certificate)
        if not latest.is_valid:
            raise Refused(_("This certificate is not valid any more."))
        _end(latest, CertificateState.REVOKED, now_held, by, reason)
        if latest.enrolment is not None:
            write_letter(latest.enrolment, LetterKind.REVOKED)


def _candidate(now_held: Held, enrolment_id: int | None) -> Candidate:
    found = candidates(now_held.training, [enrolment_id] if enrolment_id else [])
    if not found:
        raise Refused(_("Has no confirmed place."))
    return found[0]


def _latest(certificate: Certificate) -> Certificate:
    """The certificate as it is now that the training is held. Raises Refused if there is a newer one."""
    history = Certificate.objects.filter(enrolment=certificate.enrolment_id) if certificate.enrolment_id else None
    latest = history.select_related("enrolment").last() if history is not None else None
    if latest is None or latest.pk != certificate.pk:
        raise Refused(_("This certificate is not valid any more."))
    return latest


def _write(now_held: Held, candidate: Candidate, by: Any, reason: str, *, is_earned: bool = False) -> Certificate:
    if candidate.missing and (candidate.facts.has_left or not is_earned):
        raise Refused(" ".join(candidate.missing))
    enrolment, training = candidate.enrolment, now_held.training
    if may_go(enrolment.state, State.COMPLETED) and not is_earned:
        move(now_held, enrolment, State.COMPLETED, by=by)
    written = written_for(enrolment, training, now_held.now)
    year = timezone.localtime(now_held.now).year
    certificate = Certificate.objects.create(
        training=training,
        enrolment=enrolment,
        year=year,
        # Last, so that nobody waits longer for the next number than they have to.
        sequence=next_number(year),
        name=candidate.name,
        titles=written.titles,
        start=training.start,
        end=training.end,
        hours=written.hours,
        document=written.document,
        issued_at=now_held.now,
        issued_by=by,
        issue_reason=reason[:500],
    )
    write_letter(enrolment, LetterKind.ISSUED)
    return certificate


def _end(certificate: Certificate, state: CertificateState, now_held: Held, by: Any, reason: str) -> None:
    certificate.state = state
    certificate.ended_at, certificate.ended_by = now_held.now, by
    certificate.end_reason = reason[:500]
    certificate.save(update_fields=["state", "ended_at", "ended_by", "end_reason"])

"""Carrying a list out, row by row: each in a transaction of its own, each once."""

from __future__ import annotations

from collections.abc import Collection

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks import task

from portal.members.models import Member
from portal.members.services.inviting import Outcome, invite
from trainings.importing.fates import Row, rows_of
from trainings.importing.known import language_for
from trainings.models import Enrolment, ExpectedParticipant, ImportedRow, ParticipantImport, Result
from trainings.rules.refusal import Refused
from trainings.rules.states import State
from trainings.services.enrolling import enrol


def confirm(*, source: ParticipantImport, numbers: Collection[int], language: str) -> None:
    """From now on these rows, besides those that were chosen before, are to be carried out; begins with it.

    `language` is the rendering of whoever says so, in which reasons are kept.
    """
    with transaction.atomic():
        held = ParticipantImport.objects.select_for_update().get(pk=source.pk)
        held.chosen = sorted({*held.chosen, *numbers})
        held.language, held.touched_at = language, timezone.now()
        held.save(update_fields=["chosen", "language", "touched_at"])
    begin(source)


def begin(source: ParticipantImport) -> None:
    """Carries out what is chosen and not done: by the worker, or in a thread where none runs."""
    carry_out_soon.using(backend=settings.LONG_TASKS).enqueue(source.pk)


@task()
def carry_out_soon(key: int) -> None:
    source = ParticipantImport.objects.filter(pk=key).select_related("training", "user").first()
    if source is not None:
        with translation.override(source.language):
            carry_out(source)


def carry_out(source: ParticipantImport) -> None:
    """Whoever breaks off in the middle, starts again, or does it twice at once: each row is done once."""
    chosen = set(source.chosen)
    for row in rows_of(source):
        if row.number in chosen and (row.enrols or row.invites):
            _carry_out(source, row)


def _carry_out(source: ParticipantImport, row: Row) -> None:
    with transaction.atomic():
        held = ParticipantImport.objects.select_for_update().filter(pk=source.pk)
        # Deleted when its time was over, or done by somebody else.
        if not held.exists() or source.done.filter(number=row.number).exists():
            return
        result, reason = _enrolled(source, row.member or 0) if row.enrols else _invited(source, row)
        ImportedRow.objects.create(source=source, number=row.number, result=result, reason=reason[:500])
        held.update(touched_at=timezone.now())


def _enrolled(source: ParticipantImport, member_key: int) -> tuple[Result, str]:
    member = Member.objects.active().filter(pk=member_key).first()
    if member is None:
        return Result.REFUSED, _("This person is no member any more.")
    if Enrolment.objects.live().filter(training=source.training_id, member=member).exists():
        return Result.ALREADY, ""
    try:
        enrolment = enrol(training_id=source.training_id, member=member, by=source.user)
    except Refused as refusal:
        return Result.REFUSED, str(refusal)
    if enrolment.state == State.WAITING:
        return Result.WAITING, _("All places are taken.")
    # Whoever enrolled by themselves at this very moment may have asked for a place only.
    return (Result.CONFIRMED, "") if enrolment.state == State.CONFIRMED else (Result.ALREADY, "")


def _invited(source: ParticipantImport, row: Row) -> tuple[Result, str]:
    _expected, is_new = ExpectedParticipant.objects.get_or_create(
        training=source.training,
        email=row.email,
        defaults={"name": row.person.name, "invited_by": source.user},
    )
    invited = invite(
        email=row.email,
        language=language_for(row.person.languages, row.beneficiary, source.language),
        invited_by=source.user,
        beneficiary=row.beneficiary,
    )
    if invited.outcome != Outcome.ALREADY_MEMBER:
        return (Result.INVITED, "") if is_new else (Result.EXPECTED, "")
    # Joined a moment ago.
    ExpectedParticipant.objects.filter(training=source.training, email=row.email).delete()
    return _enrolled(source, invited.member.pk if invited.member else 0)

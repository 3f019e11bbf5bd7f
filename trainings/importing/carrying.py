"""Carrying a list out, row by row: each in a transaction of its own, each once."""

from __future__ import annotations

from collections.abc import Collection

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from portal.core.long_work import Attempt
from portal.members.models import Member
from portal.members.services.inviting import Outcome, invite
from trainings.importing.fates import Row, rows_of
from trainings.importing.known import language_for
from trainings.models import ExpectedParticipant, ImportedRow, ParticipantImport, Result
from trainings.rules.refusal import Refused
from trainings.rules.states import State
from trainings.services.enrolling import enrol_or_find


def confirm(*, source: ParticipantImport, numbers: Collection[int], language: str) -> None:
    """From now on these rows, besides those that were chosen before, are to be carried out; begins with it, by the
    worker, or in a thread where none runs. What goes on with those that were chosen before is taken over.

    `language` is the rendering of whoever says so, in which reasons are kept.
    """
    with transaction.atomic():
        held = ParticipantImport.objects.select_for_update().get(pk=source.pk)
        held.begin_again(chosen=sorted({*held.chosen, *numbers}), language=language)
    _enqueue(held)


def go_on(source: ParticipantImport) -> None:
    """Where it broke off. What goes on is left alone."""
    if not source.is_going_on and source.begin_again():
        _enqueue(source)


def _enqueue(source: ParticipantImport) -> None:
    carry_out.using(backend=settings.LONG_TASKS).enqueue(source.pk, source.attempt)


@task()
def carry_out(key: int, attempt: int) -> None:
    """Whoever breaks off in the middle, starts again, or does it twice at once: each row is done once."""
    mine = Attempt(ParticipantImport, key, attempt)
    if not mine.take_up():
        return
    source = ParticipantImport.objects.select_related("training", "user").get(pk=key)
    with mine.until_the_end(f"Carrying out list {key}"), translation.override(source.language):
        _carry_out_each(source, mine)


def _carry_out_each(source: ParticipantImport, mine: Attempt) -> None:
    wanted = {*source.chosen} - {*source.carried_out.values_list("number", flat=True)}
    rows = [row for row in rows_of(source) if row.number in wanted and (row.enrols or row.invites)]
    for number, row in enumerate(rows, start=1):
        with transaction.atomic():
            # First, so that nobody else carries out this list at the same time.
            mine.step(number, len(rows))
            result, reason = _enrolled(source, row.member or 0) if row.enrols else _invited(source, row)
            ImportedRow.objects.create(source=source, number=row.number, result=result, reason=reason[:500])


def _enrolled(source: ParticipantImport, member_key: int) -> tuple[Result, str]:
    member = Member.objects.active().filter(pk=member_key).first()
    if member is None:
        return Result.REFUSED, _("This person is no member any more.")
    try:
        enrolment, is_new = enrol_or_find(training_id=source.training_id, member=member, by=source.user)
    except Refused as refusal:
        return Result.REFUSED, str(refusal)
    if not is_new:
        return Result.ALREADY, ""
    return (
        (Result.CONFIRMED, "") if enrolment.state == State.CONFIRMED else (Result.WAITING, _("All places are taken."))
    )


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

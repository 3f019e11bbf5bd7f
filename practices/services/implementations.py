"""Handing in, approving and declining entries on how a part of a standard is implemented."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.vocabulary.models import Beneficiary
from practices.models import Implementation, StandardPart
from practices.models.implementation import EntryState
from practices.rules.comparing import may_approve
from practices.services.letters import tell_author, tell_editors


def hand_in(
    *, part: StandardPart, beneficiary: Beneficiary, language: str, text: str, made_by: Any, seen: int | None
) -> Implementation:
    """A new entry, which waits. It takes the place of one that waits, if that (`seen`) is the one its author read.

    Editors are told once that something waits, not of each wording, and not of what an editor writes.
    Raises ValidationError when another has come meanwhile.
    """
    with transaction.atomic():
        StandardPart.objects.select_for_update().get(pk=part.pk)
        same = Implementation.objects.filter(part=part, beneficiary=beneficiary, language=language)
        waiting = same.filter(state=EntryState.WAITING).first()
        if waiting is not None and waiting.text == text:
            return waiting
        if waiting is not None and waiting.pk != seen:
            raise ValidationError(
                _("Somebody else has written meanwhile; it stands above the form now. Look at it, then save again.")
            )
        same.filter(state=EntryState.WAITING).update(state=EntryState.REPLACED)
        made = Implementation.objects.create(
            part=part, beneficiary=beneficiary, language=language, text=text, made_by=made_by
        )
        if waiting is None and made_by is not None and not may_approve(made_by):
            tell_editors(made)
    return made


def approve(*, entry: Implementation, by: Any) -> bool:
    """Readers see it from now on, in the place of what they saw; its author is told. False when it waits no more."""
    with transaction.atomic():
        if not _decide(entry, by):
            return False
        Implementation.objects.approved().filter(
            part=entry.part_id, beneficiary=entry.beneficiary_id, language=entry.language
        ).update(state=EntryState.REPLACED)
        Implementation.objects.filter(pk=entry.pk).update(state=EntryState.APPROVED)
        _tell(entry, by)
    return True


def decline(*, entry: Implementation, reason: str, by: Any) -> bool:
    """Its author is told the reason. False when it does not wait any more."""
    with transaction.atomic():
        if not _decide(entry, by):
            return False
        Implementation.objects.filter(pk=entry.pk).update(state=EntryState.DECLINED, reason=reason)
        _tell(entry, by)
    return True


def withdraw(*, entry: Implementation, by: Any) -> None:
    """Takes away what readers see; the beneficiary counts as not reported again, unless another language is left."""
    now = timezone.now()
    Implementation.objects.approved().filter(pk=entry.pk).update(
        state=EntryState.REPLACED, decided_at=now, decided_by=by
    )


def _tell(entry: Implementation, by: Any) -> None:
    rows = Implementation.objects.select_related("part__standard", "beneficiary", "made_by")
    tell_author(rows.get(pk=entry.pk), by)


def _decide(entry: Implementation, by: Any) -> bool:
    StandardPart.objects.select_for_update().get(pk=entry.part_id)
    waiting = Implementation.objects.filter(pk=entry.pk, state=EntryState.WAITING)
    return bool(waiting.update(decided_at=timezone.now(), decided_by=by))

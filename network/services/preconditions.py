"""Reporting how far a beneficiary has come with a precondition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from network.models import Precondition, PreconditionReport
from portal.vocabulary.models import Beneficiary


def report(
    *,
    precondition: Precondition,
    beneficiary: Beneficiary,
    values: Mapping[str, Any],
    made_by: Any,
    seen: int | None,
) -> PreconditionReport:
    """Writes a new report, which counts from now on. `seen` is the key of the one that its author looked at.

    The same values again change nothing. Raises ValidationError when somebody else has reported meanwhile.
    """
    with transaction.atomic():
        # One report on a need at a time.
        Precondition.objects.select_for_update().get(pk=precondition.pk)
        current = (
            PreconditionReport.objects.current().filter(precondition=precondition, beneficiary=beneficiary).first()
        )
        if current is not None and all(getattr(current, name) == value for name, value in values.items()):
            return current
        if (current.pk if current else None) != seen:
            raise ValidationError(
                _("Somebody else has reported meanwhile; it stands above the form now. Look at it, then save again.")
            )
        if current is not None:
            PreconditionReport.objects.filter(pk=current.pk).update(is_current=False)
        return PreconditionReport.objects.create(
            precondition=precondition, beneficiary=beneficiary, made_by=made_by, **values
        )

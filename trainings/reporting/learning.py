"""What people knew before and after, and what they think of trainings: worked out by the database, two queries.

Tests carry the name, so they are divided as people are. What people think is anonymous: it belongs to a training, and
is only divided by what is true of all of a training, whether or not its form was anonymous.
"""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Count, F, QuerySet, Sum

from trainings.evaluation.models import AnswerSheet, FormKind
from trainings.models import Enrolment

#: Of the sheet of a test after a training, and of the one before it, of the same enrolment.
_AFTER: Final = F("points") * 100.0 / F("out_of")
_BEFORE: Final = F("enrolment__answer_sheets__points") * 100.0 / F("enrolment__answer_sheets__out_of")
#: Each names the field of `counting.Numbers` that it is for.
_SCORES: Final[dict[str, Any]] = {
    "tested": Count("enrolment__member", distinct=True),
    "pairs": Count("pk"),
    "before_percent": Sum(_BEFORE),
    "after_percent": Sum(_AFTER),
}
_OPINIONS: Final[dict[str, Any]] = {
    "opinions": Count("pk"),
    "rated": Sum("rated"),
    "ratings": Sum("ratings"),
}


def scores(participations: QuerySet[Enrolment], by: Any) -> dict[Any, dict[str, Any]]:
    """By part, of those who took both tests of a training: who took one only says nothing of what was learned."""
    both: Any = AnswerSheet.objects.filter(
        form__kind=FormKind.POST,
        out_of__gt=0,
        enrolment__in=participations.values("pk"),
        enrolment__answer_sheets__form__kind=FormKind.PRE,
        enrolment__answer_sheets__out_of__gt=0,
    )
    # Areas, years and levels are those of the training, which a sheet has itself; fields are those of the enrolment.
    is_field = isinstance(by, F)
    part = F(f"enrolment__{by.name}") if is_field else by
    return _by_part(both.order_by().annotate(part=part).values("part").annotate(**_SCORES))


def opinions(participations: QuerySet[Enrolment], by: Any) -> dict[Any, dict[str, Any]]:
    """By part, of the reaction forms of all trainings in which these people took part; `by` is of trainings."""
    sheets: Any = AnswerSheet.objects.filter(
        form__kind=FormKind.REACTION, ratings__gt=0, training__in=participations.values("training")
    )
    return _by_part(sheets.order_by().annotate(part=by).values("part").annotate(**_OPINIONS))


def _by_part(rows: Any) -> dict[Any, dict[str, Any]]:
    found = {}
    for row in rows:
        part = row.pop("part")
        # Of nobody at all there are no sums.
        if None not in row.values():
            found[part] = row
    return found

"""What people knew before and after, and what they think of trainings: worked out by the database, two queries.

Tests carry the name, so they are divided as people are. What people think is anonymous: it belongs to a training, and
is only divided by what is true of all of a training, whether or not its form was anonymous.
"""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Count, F, FilteredRelation, Q, QuerySet, Sum

from trainings.evaluation.models import AnswerSheet, EvaluationForm, FormKind
from trainings.models import Enrolment

_BEFORE: Final = F("before__points") * 100.0 / F("before__out_of")
_AFTER: Final = F("after__points") * 100.0 / F("after__out_of")
#: Each names the field of `counting.Numbers` that it is for.
_SCORES: Final[dict[str, Any]] = {
    "tested": Count("member", distinct=True),
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
    both: Any = participations.alias(
        before=_sheet(FormKind.PRE),
        after=_sheet(FormKind.POST),
    ).filter(before__out_of__gt=0, after__out_of__gt=0)
    return _by_part(both.annotate(part=by).values("part").annotate(**_SCORES))


def opinions(participations: QuerySet[Enrolment], by: Any) -> dict[Any, dict[str, Any]]:
    """By part, of the reaction forms of all trainings in which these people took part; `by` is of trainings."""
    sheets: Any = AnswerSheet.objects.filter(
        form__kind=FormKind.REACTION, ratings__gt=0, training__in=participations.values("training")
    )
    return _by_part(sheets.order_by().annotate(part=by).values("part").annotate(**_OPINIONS))


def _sheet(kind: FormKind) -> FilteredRelation:
    forms = EvaluationForm.objects.filter(kind=kind).order_by().values("pk")
    return FilteredRelation("answer_sheets", condition=Q(answer_sheets__form__in=forms))


def _by_part(rows: Any) -> dict[Any, dict[str, Any]]:
    found = {}
    for row in rows:
        part = row.pop("part")
        # Of nobody at all there are no sums.
        if None not in row.values():
            found[part] = row
    return found

"""Letters that ask participants to fill in a form: one when it opens, one more to those who have not."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.utils import timezone

from trainings.evaluation.asked import asked_of, course_path
from trainings.evaluation.models import EvaluationForm
from trainings.evaluation.opening import ASKED_STATES, DAYS_AFTER, FOLLOW_UP_DAYS
from trainings.models import Enrolment, Letter, LetterKind, TrainingPage

#: Days after the first letter.
REMINDED_AFTER: Final = 7
#: No form of a training that ended so many days ago is open; three months have 92 days at most.
_LONG_OVER: Final = 92 + FOLLOW_UP_DAYS + DAYS_AFTER


def ask_for_forms() -> int:
    """Writes the letters that are due now, how many; they go out with the others.

    One person gets at most two about one form, which the database holds to: whoever runs this twice at once writes
    each once.
    """
    now = timezone.now()
    enrolments = _who_may_be_asked()
    due = [one for of_one in asked_of(enrolments, now).values() for one in of_one if one.is_due]
    about = Letter.objects.filter(enrolment__in={one.enrolment.pk for one in due}, form__isnull=False)
    written = {(letter.enrolment_id, letter.form_id, letter.kind): letter.sent_at for letter in about}
    letters = []
    for one in due:
        key = (one.enrolment.pk, one.form.pk)
        if (*key, LetterKind.ASKED) not in written:
            letters.append(Letter(enrolment=one.enrolment, form=one.form, kind=LetterKind.ASKED))
            continue
        asked_at = written[*key, LetterKind.ASKED]
        is_time = asked_at is not None and asked_at + timedelta(days=REMINDED_AFTER) <= now
        if is_time and (*key, LetterKind.REMINDED) not in written:
            letters.append(Letter(enrolment=one.enrolment, form=one.form, kind=LetterKind.REMINDED))
    Letter.objects.bulk_create(letters, ignore_conflicts=True)
    return len(letters)


def _who_may_be_asked() -> list[Enrolment]:
    """People with a place in trainings whose course has forms, as far as any could be open."""
    paths = set(EvaluationForm.objects.values_list("course__path", flat=True))
    if not paths:
        return []
    earliest = timezone.localdate() - timedelta(days=_LONG_OVER)
    recent = TrainingPage.objects.filter(end__gte=earliest, live=True, is_cancelled=False).only("path")
    trainings = [training.pk for training in recent if course_path(training) in paths]
    active = Enrolment.objects.filter(training__in=trainings, state__in=ASKED_STATES, member__user__is_active=True)
    return list(active.order_by("pk"))

"""Letters some days before a training begins, to those who have a place and to those of whom it is not settled yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from portal.accounts.notifications import wants
from portal.core.registries.notifications import Frequency
from trainings.models import Enrolment, Letter, LetterKind, TrainingPage
from trainings.notification_kinds import REMINDERS
from trainings.rules.states import State

#: Days before the beginning from which on people are reminded, as of events.
DAYS_BEFORE: Final = 3
#: Who waits is written to when there is a place; who is out, not at all.
REMINDED_STATES: Final = frozenset({State.CONFIRMED, State.OFFERED, State.NOMINATED, State.REQUESTED})
#: Whoever got one of these within the last days knows of the training.
_SAYS_AS_MUCH: Final = frozenset(
    {LetterKind(state.value) for state in REMINDED_STATES} | {LetterKind.CHANGED, LetterKind.COMING}
)


def remind() -> int:
    """Writes the reminders that are due now, how many; they go out with the other letters.

    One person gets one for a first day, which the database holds to: whoever runs this twice at once writes each once.
    """
    now = timezone.now()
    letters = [
        Letter(enrolment=enrolment, kind=LetterKind.COMING, about_day=begins_at.date())
        for training, begins_at in _near(now)
        for enrolment in _to_be_reminded(training, begins_at)
    ]
    Letter.objects.bulk_create(letters, ignore_conflicts=True)
    return len(letters)


def is_still_near(letter: Letter) -> bool:
    """Whether what such a letter says is still so: that day, something to come, and a person who wants to know."""
    enrolment, now = letter.enrolment, timezone.now()
    training = enrolment.training
    if not training.live or training.is_cancelled or enrolment.state not in REMINDED_STATES:
        return False
    begins_at = training.begins_at
    if now >= begins_at or begins_at.date() != letter.about_day:
        return False
    if enrolment.state == State.OFFERED and (enrolment.offer_until is None or enrolment.offer_until <= now):
        return False
    return wants(enrolment.member.user, REMINDERS) != Frequency.NEVER


def _near(now: datetime) -> Iterator[tuple[TrainingPage, datetime]]:
    """Trainings that begin within these days, with the moment, by the clock of their place."""
    today = now.date()
    # Where it is another day already, or still; and sessions may begin on a later day than the first.
    around = TrainingPage.objects.for_lists().filter(
        live=True,
        is_cancelled=False,
        end__gte=today - timedelta(days=1),
        start__lte=today + timedelta(days=DAYS_BEFORE + 1),
    )
    for training in around.order_by("pk"):
        begins_at = training.begins_at
        if now < begins_at <= now + timedelta(days=DAYS_BEFORE):
            yield training, begins_at


def _to_be_reminded(training: TrainingPage, begins_at: datetime) -> QuerySet[Enrolment]:
    written = Letter.objects.filter(
        enrolment=OuterRef("pk"), kind__in=_SAYS_AS_MUCH, due_at__gt=begins_at - timedelta(days=DAYS_BEFORE)
    )
    reminded = Letter.objects.filter(enrolment=OuterRef("pk"), about_day=begins_at.date())
    there = Enrolment.objects.filter(training=training, state__in=REMINDED_STATES, member__user__is_active=True)
    return there.exclude(Exists(written)).exclude(Exists(reminded)).order_by("pk")

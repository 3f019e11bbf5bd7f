"""Telling everybody who is enrolled that a training changed or was cancelled."""

from __future__ import annotations

from trainings.models import Enrolment, LetterKind, TrainingPage
from trainings.rules.states import State
from trainings.services.letters import write_letter


def announce(training: TrainingPage) -> None:
    """Writes to everybody who may still come."""
    kind = LetterKind.CANCELLED if training.is_cancelled else LetterKind.CHANGED
    over = {State.NO_SHOW, State.COMPLETED}
    for enrolment in Enrolment.objects.live().filter(training=training).exclude(state__in=over):
        write_letter(enrolment, kind)

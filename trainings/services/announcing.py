"""Telling everybody who is enrolled that a training changed or was cancelled."""

from __future__ import annotations

from collections.abc import Collection

from trainings.models import Enrolment, LetterKind, TrainingPage
from trainings.rules.states import State
from trainings.services.letters import write_letter


def announce(training: TrainingPage, only_in: Collection[str] | None = None) -> None:
    """Writes to everybody who may still come; with `only_in`, to those who read in one of these languages."""
    kind = LetterKind.CANCELLED if training.is_cancelled else LetterKind.CHANGED
    over = {State.NO_SHOW, State.COMPLETED}
    coming = Enrolment.objects.live().filter(training=training).exclude(state__in=over)
    if only_in is not None:
        coming = coming.filter(member__user__language__in=only_in)
    for enrolment in coming:
        write_letter(enrolment, kind)

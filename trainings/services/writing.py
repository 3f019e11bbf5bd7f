"""Writing to participants in the trainer's own words."""

from __future__ import annotations

from django.db import transaction

from trainings.models import Enrolment, LetterKind, TrainerMessage
from trainings.rules.states import LIVE
from trainings.services.letters import write_letter


@transaction.atomic
def send_message(*, message: TrainerMessage, to: str = "") -> int:
    """Stores the message with a letter to each person in the state `to`, or in any live one; how many there are."""
    message.save()
    reached = Enrolment.objects.filter(training=message.training)
    found = list(reached.filter(state=to) if to else reached.filter(state__in=LIVE))
    for enrolment in found:
        write_letter(enrolment, LetterKind.MESSAGE, message)
    return len(found)

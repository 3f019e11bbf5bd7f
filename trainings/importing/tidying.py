"""What is kept of lists is deleted when its time is over."""

from __future__ import annotations

from django.utils import timezone

from trainings.models import ExpectedParticipant, ParticipantImport


def delete_expired() -> tuple[int, int]:
    """Deletes lists that are a day old, and who is expected in trainings that are over; how many of each."""
    lists = ParticipantImport.objects.expired()
    over = ExpectedParticipant.objects.filter(training__end__lt=timezone.localdate())
    found = lists.count(), over.count()
    lists.delete()
    over.delete()
    return found

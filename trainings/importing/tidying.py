"""What is kept of lists is deleted when its time is over."""

from __future__ import annotations

from django.utils import timezone

from portal.accounts.models import User
from trainings.importing.addresses import address_in
from trainings.models import ExpectedParticipant, ParticipantImport


def delete_expired() -> tuple[int, int]:
    """Deletes lists that are a day old, and who is expected in trainings that are over; how many of each."""
    lists = ParticipantImport.objects.expired()
    over = ExpectedParticipant.objects.filter(training__end__lt=timezone.localdate())
    found = lists.count(), over.count()
    lists.delete()
    over.delete()
    return found


def delete_lists_of(user: User) -> None:
    """Deletes the lists that somebody has uploaded, and those that name their address, however it is written there.

    All lists are looked through: they are there for a day only, and can be uploaded again.
    """
    for source in ParticipantImport.objects.all():
        cells = (cell for _number, row in source.rows for cell in row if "@" in cell)
        if source.user_id == user.pk or any(address_in(cell).email == user.email.lower() for cell in cells):
            source.delete()

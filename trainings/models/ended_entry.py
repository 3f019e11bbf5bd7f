"""Entries that other people's calendars may still have, though the training has them no more."""

from __future__ import annotations

from datetime import date, time
from typing import Any, ClassVar, NamedTuple

from django.db import models

from trainings.models.training import TrainingPage


class EntryTimes(NamedTuple):
    """When an entry is: on days as a whole (`begins` and `ends` None), or in the hours of one day."""

    first_day: date
    last_day: date
    begins: time | None = None
    ends: time | None = None


class EndedEntryManager(models.Manager["EndedEntry"]):
    def note(self, training: TrainingPage, before: dict[str, EntryTimes], now: dict[str, EntryTimes]) -> None:
        """Keeps what was there before and is gone, by name, and forgets what is there again."""
        self.filter(training=training, name__in=now).delete()
        for name in before.keys() - now.keys():
            self.update_or_create(training=training, name=name, defaults=before[name]._asdict())


class EndedEntry(models.Model):
    """`name` is what the entry is called in its UID; see `entry_times`."""

    training = models.ForeignKey(TrainingPage, related_name="ended_entries", on_delete=models.CASCADE)
    name = models.CharField(max_length=20, blank=True)
    first_day = models.DateField()
    last_day = models.DateField()
    begins = models.TimeField(null=True, blank=True)
    ends = models.TimeField(null=True, blank=True)

    objects: ClassVar[EndedEntryManager] = EndedEntryManager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "entry of calendars that ended"
        verbose_name_plural = "entries of calendars that ended"
        ordering: ClassVar[list[str]] = ["first_day", "pk"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["training", "name"], name="an_entry_ends_once")
        ]

    def __str__(self) -> str:
        return f"{self.training_id}: {self.first_day}"


def entry_times(training: TrainingPage) -> dict[str, EntryTimes]:
    """A name for each entry of a training, which stays when its time changes: "" for its days as a whole, as long as
    there are no sessions.
    """
    sessions = list(training.sessions.all())
    if not sessions:
        return {"": EntryTimes(training.start, training.end)}
    return {entry_name(one): EntryTimes(one.day, one.day, one.begins, one.ends) for one in sessions}


def entry_name(session: Any) -> str:
    return f"-{session.pk}"

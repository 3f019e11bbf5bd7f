"""Seats: how many there are, and how many are taken. The database itself refuses one too many."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from trainings.models.training import TrainingPage


class SeatPool(models.Model):
    """The seats of a training (`scope` is ""), or those that people of one beneficiary (`b7`) or institution (`i7`)
    may have at most.

    `taken` counts enrolments in `states.HOLDING`, changed by difference and never set from memory, so that two who take
    the last seat at once run into the constraint. The row with scope "" is what is locked (`services.seats.held`).
    `last_number` is the highest number that was given out on the waiting list.
    """

    training = models.ForeignKey(TrainingPage, related_name="seat_pools", on_delete=models.CASCADE)
    scope = models.CharField(max_length=24, blank=True, default="")
    capacity = models.PositiveSmallIntegerField()
    taken = models.PositiveSmallIntegerField(default=0)
    last_number = models.PositiveIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "seats"
        verbose_name_plural = "seats"
        ordering: ClassVar[list[str]] = ["training", "scope"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["training", "scope"], name="one_seat_pool_a_scope"),
            models.CheckConstraint(condition=Q(taken__lte=F("capacity")), name="no_more_taken_than_there_are"),
        ]

    def __str__(self) -> str:
        return f"{self.training_id} {self.scope}: {self.taken}/{self.capacity}"

    @property
    def free(self) -> int:
        return self.capacity - self.taken

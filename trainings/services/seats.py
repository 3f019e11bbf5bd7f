"""Holding a training, so that one thing after another happens to its seats."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from datetime import datetime
from typing import Final

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from trainings.models import Enrolment, SeatPool, TrainingPage, TrainingQuota
from trainings.rules.refusal import Refused

_line: Final = threading.Lock()


class Held:
    """A training while nobody else changes its enrolments. `now` is the moment of everything that is done in it."""

    def __init__(self, training: TrainingPage, pools: dict[str, SeatPool]) -> None:
        self.training = training
        self.now: datetime = timezone.now()
        self._pools = pools
        self._begins_at: datetime | None = None

    @property
    def begins_at(self) -> datetime:
        if self._begins_at is None:
            self._begins_at = self.training.begins_at
        return self._begins_at

    @property
    def free(self) -> int:
        """Seats of the whole training that nobody has."""
        return self._pools[""].free

    def has_seat_for(self, enrolment: Enrolment) -> bool:
        """Whether there is a seat for this person: in the training, and among those for people like them."""
        return all(pool.free > 0 for pool in self._pools_of(enrolment))

    def take(self, enrolment: Enrolment, seats: int) -> None:
        """Takes one seat (1) or gives it back (-1), everywhere it counts.

        Raises IntegrityError when there is none: somebody went past `has_seat_for`.
        """
        for pool in self._pools_of(enrolment):
            SeatPool.objects.filter(pk=pool.pk).update(taken=F("taken") + seats)
            pool.taken += seats

    def next_number(self) -> int:
        """The next number of the waiting list. None is given out twice."""
        pool = self._pools[""]
        SeatPool.objects.filter(pk=pool.pk).update(last_number=F("last_number") + 1)
        pool.last_number += 1
        return pool.last_number

    def _pools_of(self, enrolment: Enrolment) -> list[SeatPool]:
        return [self._pools[scope] for scope in enrolment.scopes if scope in self._pools]


@contextmanager
def held(training_id: int) -> Iterator[Held]:
    """One transaction in which nobody else changes the enrolments of this training.

    PostgreSQL holds the row of all seats; SQLite has one writer at a time, and the transaction is it from its
    beginning. Raises Refused for a training that was never published, and so has no seats.
    """
    with ExitStack() as stack:
        with _in_line():
            stack.enter_context(transaction.atomic())
        _lock(training_id)
        # Read when they are held, not before.
        pools = {pool.scope: pool for pool in SeatPool.objects.filter(training=training_id)}
        if "" not in pools:
            raise Refused(gettext("This training is not published yet."))
        yield Held(TrainingPage.objects.for_lists().get(pk=training_id), pools)


def _in_line() -> AbstractContextManager[object]:
    """Until the transaction has begun. With SQLite, whoever waits to write asks again and again, and may be passed by
    many until their time is up: those of one process ask one after the other. Who is in a transaction writes already.
    """
    stands = connection.vendor == "sqlite" and not connection.in_atomic_block
    return _line if stands else nullcontext()


def _lock(training_id: int) -> None:
    # Evaluated for its lock alone.
    SeatPool.objects.select_for_update().filter(training=training_id, scope="").values_list("pk").first()


def arrange_seats(training: TrainingPage) -> None:
    """Brings the seats to what the published page says, and offers those that there are more of.

    Raises ValidationError when more are taken than there would be; nothing is changed then.
    """
    from trainings.services.offers import offer_free_seats

    quotas = list(training.quotas.all())
    wanted = {"": training.capacity, **{quota.scope: quota.places for quota in quotas}}
    with transaction.atomic():
        SeatPool.objects.get_or_create(training=training, scope="", defaults={"capacity": training.capacity})
        _lock(training.pk)
        if refusal := too_few_seats(training, quotas):
            raise ValidationError(refusal)
        taken = taken_by_scope(training)
        SeatPool.objects.filter(training=training).exclude(scope__in=wanted).delete()
        for scope, capacity in wanted.items():
            SeatPool.objects.update_or_create(
                training=training, scope=scope, defaults={"capacity": capacity, "taken": taken[scope]}
            )
        with held(training.pk) as now_held:
            offer_free_seats(now_held)


def taken_by_scope(training: TrainingPage) -> Counter[str]:
    """How many seats are taken in each pool that there could be, counted anew."""
    held_seats = Enrolment.objects.holding().filter(training=training.pk)
    return Counter(scope for enrolment in held_seats for scope in enrolment.scopes)


def too_few_seats(training: TrainingPage, quotas: Sequence[TrainingQuota]) -> str:
    """Why a training cannot have so few places, with these quotas; "" when it can."""
    taken = taken_by_scope(training)
    if taken[""] > training.capacity:
        return _refusal(taken[""])
    for quota in quotas:
        if taken[quota.scope] > quota.places:
            return f"{quota.beneficiary or quota.institution}: {_refusal(taken[quota.scope])}"
    return ""


def _refusal(taken: int) -> str:
    message = ngettext(
        "%(count)d place is taken or offered. Decline somebody first, or leave that many places.",
        "%(count)d places are taken or offered. Decline somebody first, or leave that many places.",
        taken,
    )
    return message % {"count": taken}

"""What every piece of background work that somebody waits for keeps in its row: how far it is, and whether it lives."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, Final

from django.db import models
from django.utils import timezone

logger = logging.getLogger(__name__)


class Stage(models.TextChoices):
    """How far a piece of work is. Work that can end in further ways has states of its own, with these among them."""

    WAITING = "waiting"
    MAKING = "making"
    READY = "ready"
    FAILED = "failed"


#: After so long without a sign of life nobody works at it any more.
_SILENCE: Final = {Stage.WAITING.value: timedelta(minutes=30), Stage.MAKING.value: timedelta(minutes=3)}


class Superseded(Exception):
    """The row was deleted, or the work begun anew: this attempt has nothing to say any more."""


class LongWork(models.Model):
    """`attempt` counts how often the work was begun: an earlier one that still runs has nothing to say any more.

    `done` of `total` parts are made; `touched_at` is the last sign of life.
    """

    state = models.CharField(max_length=10, default=Stage.WAITING, choices=Stage.choices)
    attempt = models.PositiveSmallIntegerField(default=1)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    touched_at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True

    @property
    def is_interrupted(self) -> bool:
        """Whether it should go on, and nobody works at it: a worker that was stopped, or never started."""
        silence = _SILENCE.get(self.state)
        return silence is not None and timezone.now() - self.touched_at > silence

    @property
    def is_going_on(self) -> bool:
        return self.state in _SILENCE and not self.is_interrupted

    def begin_again(self, **fields: Any) -> bool:
        """Puts the row back to its beginning, as the next attempt; False when somebody else did in the meantime."""
        rows = type(self)._default_manager.filter(pk=self.pk, attempt=self.attempt, state=self.state)
        begun = rows.update(
            state=Stage.WAITING, attempt=self.attempt + 1, done=0, total=0, touched_at=timezone.now(), **fields
        )
        if begun:
            self.refresh_from_db()
        return bool(begun)


class Attempt:
    """One attempt at a piece of work, as whoever does it sees it."""

    def __init__(self, model: type[LongWork], pk: int, number: int) -> None:
        self.rows: models.QuerySet[Any] = model._default_manager.filter(pk=pk, attempt=number)

    def take_up(self) -> bool:
        """Begins, if it waits for this attempt; anything else is to be left alone."""
        waiting = self.rows.filter(state=Stage.WAITING)
        return bool(waiting.update(state=Stage.MAKING, touched_at=timezone.now()))

    def step(self, done: int, total: int) -> None:
        """Says how far it is. Raises Superseded.

        Within a transaction it holds the row: whoever begins anew waits for what is being done, and finds it done.
        """
        if not self.rows.update(done=done, total=total, touched_at=timezone.now()):
            raise Superseded

    @contextmanager
    def until_the_end(self, work: str) -> Iterator[None]:
        """Around all of it: says in the row how it went. `work` names it in the log, if something goes wrong."""
        try:
            yield
        except Superseded:
            return
        except Exception:
            # Whoever waits is told, and can start again; what went wrong is for the log.
            logger.exception("%s did not come to its end", work)
            self.rows.update(state=Stage.FAILED)
        else:
            self.rows.update(state=Stage.READY)

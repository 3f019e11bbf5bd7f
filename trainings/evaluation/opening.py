"""When a form can be filled in. Nothing else decides that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from trainings.evaluation.models import FormKind
from trainings.rules.sessions import last_begins
from trainings.rules.states import TAKING_PART

#: Who is asked.
ASKED_STATES: Final = TAKING_PART
#: Days after the last one on which the test and the reaction form can still be filled in.
DAYS_AFTER: Final = 28
#: Months after the last day when the follow-up opens, and days for which it is open.
FOLLOW_UP_MONTHS: Final = 3
FOLLOW_UP_DAYS: Final = 90


@dataclass(frozen=True, slots=True)
class Window:
    """From the first moment to the one after the last. `opens` None: from the day on which there is a place."""

    opens: datetime | None
    closes: datetime

    def is_open(self, now: datetime) -> bool:
        return (self.opens is None or self.opens <= now) and now < self.closes

    def is_over(self, now: datetime) -> bool:
        return self.closes <= now


def window_of(kind: str, training: Any, sessions: Iterable[Any]) -> Window:
    """When a form of this kind is open in a training, by the clock of its place."""

    def midnight(day: date) -> datetime:
        return datetime.combine(day, time(), training.zone)

    if kind == FormKind.PRE:
        return Window(None, midnight(training.start + timedelta(days=1)))
    if kind == FormKind.FOLLOW_UP:
        first = months_after(training.end, FOLLOW_UP_MONTHS)
        return Window(midnight(first), midnight(first + timedelta(days=FOLLOW_UP_DAYS)))
    return Window(last_begins(training, sessions), midnight(training.end + timedelta(days=DAYS_AFTER + 1)))


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month when it has no such day."""
    month = day.month - 1 + months
    first = date(day.year + month // 12, month % 12 + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))

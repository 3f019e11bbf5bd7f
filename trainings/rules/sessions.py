"""Whether the sessions of a training can be as they are, when the first of them begins and the last begins and ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time, timedelta
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from portal.core.time_zones import is_on_the_clock


def wrong_sessions(training: Any, sessions: Sequence[Any]) -> list[str]:
    """Which of these sessions cannot be, and why: on other days than the training's, at times that no clock
    shows, or at the same time as another.

    They are all that it is to have; one that is missing though people were in it is named too.
    """
    return [f"{session}: {reason}" for session, reason in _wrong(training, sessions)]


def first_begins(training: Any, sessions: Iterable[Any]) -> datetime:
    """The moment of the first session; as long as there is none, the beginning of the first day."""
    begins = [datetime.combine(one.day, one.begins, training.zone) for one in sessions]
    return min(begins, default=datetime.combine(training.start, time(), training.zone))


def last_begins(training: Any, sessions: Iterable[Any]) -> datetime:
    """The moment of the last session; as long as there is none, the beginning of the last day."""
    begins = [datetime.combine(one.day, one.begins, training.zone) for one in sessions]
    return max(begins, default=datetime.combine(training.end, time(), training.zone))


def last_ends(training: Any, sessions: Iterable[Any]) -> datetime:
    """The moment at which the last session is over; as long as there is none, the end of the last day."""
    ends = [datetime.combine(one.day, one.ends, training.zone) for one in sessions]
    return max(ends, default=datetime.combine(training.end + timedelta(days=1), time(), training.zone))


def _wrong(training: Any, sessions: Sequence[Any]) -> Iterator[tuple[Any, str]]:
    for session in sessions:
        if not training.start <= session.day <= training.end:
            yield (session, _("This session is not within the days of the training."))
        elif not all(
            is_on_the_clock(session.day, clock, training.time_zone) for clock in (session.begins, session.ends)
        ):
            yield (session, _("This time does not exist on that day: clocks are put forward."))
        elif session.ends <= session.begins:
            yield (session, _("It would end before it begins."))
    yield from _overlapping(sessions)
    yield from _lost_sessions(training, {session.pk for session in sessions})


def _overlapping(sessions: Sequence[Any]) -> Iterator[tuple[Any, str]]:
    """Nobody can be in two at once, and hours are counted by sessions. One may begin when another ends."""
    in_order = sorted(sessions, key=lambda session: (session.day, session.begins))
    for before, session in pairwise(in_order):
        if session.day == before.day and session.begins < before.ends:
            yield (session, _("Another session is not over by then."))


def _lost_sessions(training: Any, kept: set[int]) -> Iterator[tuple[Any, str]]:
    """Sessions that would go together with the ticks of who was there."""
    from trainings.models.parts import TrainingSession

    if training.pk is None:
        return
    lost = TrainingSession.objects.filter(training=training.pk, attendances__isnull=False).exclude(pk__in=kept)
    for session in lost.distinct():
        yield (session, _("Attendance was taken in this session, so it has to stay."))

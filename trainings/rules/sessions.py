"""Whether the sessions of a training can be as they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from portal.core.content_language.missing import MissingPart
from portal.core.time_zones import is_on_the_clock


def wrong_sessions(training: Any) -> Iterator[MissingPart]:
    """Sessions on other days than the training's, or at times that no clock shows; each named."""
    sessions = list(training.sessions.all())
    for session in sessions:
        if not training.start <= session.day <= training.end:
            yield _wrong(session, _("This session is not within the days of the training."))
        elif not all(
            is_on_the_clock(session.day, clock, training.time_zone) for clock in (session.begins, session.ends)
        ):
            yield _wrong(session, _("This time does not exist on that day: clocks are put forward."))
        elif session.ends <= session.begins:
            yield _wrong(session, _("It would end before it begins."))
    yield from _lost_sessions(training, {session.pk for session in sessions})


def _lost_sessions(training: Any, kept: set[int]) -> Iterator[MissingPart]:
    """Sessions that would go together with the ticks of who was there."""
    from trainings.models.parts import TrainingSession

    if training.pk is None:
        return
    lost = TrainingSession.objects.filter(training=training.pk, attendances__isnull=False).exclude(pk__in=kept)
    for session in lost.distinct():
        yield _wrong(session, _("Attendance was taken in this session, so it has to stay."))


def _wrong(session: Any, reason: str) -> MissingPart:
    return MissingPart("sessions", f"{session}: {reason}")

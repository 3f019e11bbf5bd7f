"""What pages say of who was there, and of who said so."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from trainings.models import AttendanceChange, AttendanceSource, TrainingSession
from trainings.queries.access import Sight
from trainings.queries.participants import Participant, attendants, last_changes, present_in
from trainings.services.attending import Conflict


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody in the list to tick. `seen` is the key of the last change, or 0; `said` who made it, and when."""

    participant: Participant
    is_there: bool
    seen: int
    said: str

    @property
    def key(self) -> int:
        return self.participant.enrolment.pk

    @property
    def shown(self) -> str:
        """As the form sends it back, see trainings.forms.ticks."""
        return f"{self.key}:{int(self.is_there)}:{self.seen}"


def lines(sight: Sight, session: TrainingSession) -> list[Line]:
    """Everybody who has a seat, by name (four queries)."""
    present, changes = present_in(session), last_changes(session)
    found = []
    for one in attendants(sight):
        change = changes.get(one.enrolment.pk)
        said = said_by(change, session) if change is not None else ""
        found.append(Line(one, one.enrolment.pk in present, change.pk if change else 0, said))
    return found


def said_by(change: AttendanceChange, session: TrainingSession) -> str:
    """Who said it, and when, by the clock of the training's place: "Self check-in, 9:05"."""
    who = str(change.get_source_display() if change.source == AttendanceSource.SELF else change.by or "–")
    at = timezone.localtime(change.at, session.training.zone)
    same_day = at.date() == session.day
    return f"{who}, {time_format(at) if same_day else date_format(at, 'SHORT_DATETIME_FORMAT')}"


def conflict_words(conflict: Conflict, session: TrainingSession) -> str:
    """Both choices, and which of them holds."""
    theirs = f"{said_by(conflict.theirs, session)}: {choice(conflict.theirs.is_there)}"
    at = timezone.localtime(conflict.mark.at, session.training.zone)
    values = {"theirs": theirs, "time": time_format(at), "choice": choice(conflict.mark.is_there)}
    if conflict.is_kept:
        return _("%(theirs)s. You, %(time)s: %(choice)s. Your choice is the later one, and holds.") % values
    return _("%(theirs)s. You, %(time)s: %(choice)s. Their choice is the later one, and holds.") % values


def choice(is_there: bool) -> str:
    """What was said, in a word."""
    return pgettext("somebody at a session", "present") if is_there else pgettext("somebody at a session", "absent")

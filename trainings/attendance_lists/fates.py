"""What will become of each row of a list of who was there: decided anew whenever somebody looks, written nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.members.queries.alike import NamesAlike, name_key
from trainings.attendance_lists.words import is_yes
from trainings.importing.addresses import address_in
from trainings.models import TrainingSession
from trainings.queries.access import Sight
from trainings.queries.participants import attendants, last_changes, present_in
from trainings.services.attending import Mark


class Fate(models.TextChoices):
    PRESENT = "present", gettext_lazy("Will be marked as present")
    ABSENT = "absent", gettext_lazy("Will be marked as absent")
    SO = "so", gettext_lazy("Already so")
    UNSAID = "unsaid", gettext_lazy("Nothing is said")
    LIKELY = "likely", gettext_lazy("Likely the same person")
    NOBODY = "nobody", gettext_lazy("Not a participant")
    TWICE = "twice", gettext_lazy("Twice in the file")
    ERROR = "error", gettext_lazy("Error")


class Cells(NamedTuple):
    """A row of the file: its number there, and what stands in the columns that count."""

    number: int
    name: str
    email: str
    said: str


@dataclass(frozen=True, slots=True)
class Row:
    """`participant` is whom it is about, or perhaps is, by the name in the portal; `reason` why nothing can be done."""

    cells: Cells
    fate: Fate
    enrolment: int = 0
    participant: str = ""
    reason: str = ""

    @property
    def is_written(self) -> bool:
        return self.fate in {Fate.PRESENT, Fate.ABSENT}


def rows_of(lines: Iterable[Cells], same: Collection[int], sight: Sight, session: TrainingSession) -> list[Row]:
    """The rows in their order; `same` are numbers of rows that somebody says are who they likely are (four queries)."""
    decider = _Decider(sight, session, same)
    return [decider.row(cells) for cells in lines]


def marks_of(rows: Iterable[Row], session: TrainingSession, now: datetime) -> list[Mark]:
    """What is to be written."""
    changes = last_changes(session)
    return [
        Mark(row.enrolment, row.fate == Fate.PRESENT, now, changes[row.enrolment].pk if row.enrolment in changes else 0)
        for row in rows
        if row.is_written
    ]


class _Decider:
    """Goes through the rows in their order, and remembers whom it has met."""

    def __init__(self, sight: Sight, session: TrainingSession, same: Collection[int]) -> None:
        people = {one.enrolment.pk: one.enrolment.member for one in attendants(sight)}
        self._names = {key: member.name for key, member in people.items()}
        self._by_email = {member.user.email.lower(): key for key, member in people.items()}
        self._by_name: dict[str, list[int]] = {}
        for key, name in self._names.items():
            self._by_name.setdefault(name_key(name), []).append(key)
        self._alike = NamesAlike(self._names.items())
        self._present = present_in(session)
        self._same = same
        #: Number of the row and what it says, by whom it is about.
        self._met: dict[int, tuple[int, bool | None]] = {}

    def row(self, cells: Cells) -> Row:
        found = self._found(cells)
        if found.fate in {Fate.NOBODY, Fate.ERROR} or (found.fate == Fate.LIKELY and cells.number not in self._same):
            return found
        said = is_yes(cells.said) if cells.said else None
        if cells.said and said is None:
            return replace(found, fate=Fate.ERROR, reason=_("“%(text)s” is neither yes nor no.") % {"text": cells.said})
        if found.enrolment in self._met:
            number, before = self._met[found.enrolment]
            if before == said:
                reason = _("The same person as in row %(number)s.") % {"number": number}
                return replace(found, fate=Fate.TWICE, reason=reason)
            reason = _("Row %(number)s says otherwise of the same person.") % {"number": number}
            return replace(found, fate=Fate.ERROR, reason=reason)
        self._met[found.enrolment] = (cells.number, said)
        if said is None:
            return replace(found, fate=Fate.UNSAID)
        if said == (found.enrolment in self._present):
            return replace(found, fate=Fate.SO)
        return replace(found, fate=Fate.PRESENT if said else Fate.ABSENT)

    def _found(self, cells: Cells) -> Row:
        """Whom a row is about: by the address, else by the name."""
        address = address_in(cells.email) if cells.email else None
        if address is not None and address.email in self._by_email:
            return self._of(cells, self._by_email[address.email], Fate.SO, address.mended)
        if address is not None and address.problem:
            return Row(cells, Fate.ERROR, reason=address.problem)
        named = self._by_name.get(name_key(cells.name), []) if cells.name else []
        if len(named) > 1:
            return Row(cells, Fate.ERROR, reason=_("Several participants have this name: write the e-mail address."))
        if named and address is None:
            return self._of(cells, named[0], Fate.SO)
        alike = named or (self._alike.of(cells.name) if cells.name else [])
        return self._of(cells, alike[0], Fate.LIKELY) if alike else Row(cells, Fate.NOBODY)

    def _of(self, cells: Cells, enrolment: int, fate: Fate, mended: str = "") -> Row:
        return Row(cells, fate, enrolment, self._names[enrolment], mended)

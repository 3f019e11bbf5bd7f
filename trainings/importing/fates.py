"""What will become of each row of a list: decided anew whenever somebody looks, written nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from portal.members.queries.alike import name_key
from portal.vocabulary.models import Beneficiary
from trainings.importing.addresses import address_in
from trainings.importing.known import Known
from trainings.importing.people import Person, people_of
from trainings.models import ParticipantImport


class Fate(models.TextChoices):
    NEW = "new", pgettext_lazy("person in a list", "New")
    MEMBER = "member", gettext_lazy("Member")
    LIKELY = "likely", gettext_lazy("Likely the same person")
    ENROLLED = "enrolled", gettext_lazy("Already enrolled")
    EXPECTED = "expected", gettext_lazy("Already invited")
    TWICE = "twice", gettext_lazy("Twice in the file")
    ERROR = "error", gettext_lazy("Error")


class Choice(StrEnum):
    """What somebody says of a row that is LIKELY."""

    SAME = "same"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Row:
    """`email` is the address that is used, `reason` why nothing can be done, `mended` what was changed in the row.

    `member` is the key of the member it is, or perhaps is. `like` is the number of the row that has, or perhaps has,
    the same person. `choice` is there once somebody decided on a row that is LIKELY.
    """

    person: Person
    fate: Fate
    email: str = ""
    reason: str = ""
    mended: str = ""
    member: int | None = None
    like: int | None = None
    beneficiary: Beneficiary | None = None
    choice: Choice | None = None
    can_be_other: bool = True

    @property
    def number(self) -> int:
        return self.person.number

    @property
    def enrols(self) -> bool:
        """Whether carrying it out enrols the member."""
        return self.fate == Fate.MEMBER or (self.choice == Choice.SAME and self.member is not None)

    @property
    def invites(self) -> bool:
        """Whether carrying it out invites the address."""
        return self.fate == Fate.NEW or self.choice == Choice.OTHER

    @property
    def is_open(self) -> bool:
        """Whether somebody has to decide first."""
        return self.fate == Fate.LIKELY and self.choice is None


def rows_of(source: ParticipantImport) -> list[Row]:
    """All people of a list, with what will become of each (five queries at most, however many there are)."""
    return decided(people_of(source), Known(source.training), source.choices)


def decided(people: Iterable[Person], known: Known, choices: Mapping[str, str]) -> list[Row]:
    decider = _Decider(known)
    return [_chosen(decider.row(person), choices.get(str(person.number), "")) for person in people]


def counts(rows: Iterable[Row]) -> dict[Fate, int]:
    """How many rows of each fate there are, in the order of the fates; those of none are left out."""
    found = Counter(row.fate for row in rows)
    return {fate: found[fate] for fate in Fate if found[fate]}


def _chosen(row: Row, choice: str) -> Row:
    if row.fate != Fate.LIKELY or choice not in set(Choice) or (choice == Choice.OTHER and not row.can_be_other):
        return row
    return replace(row, choice=Choice(choice))


class _Decider:
    """Goes through the rows in their order, and remembers whom it has met."""

    def __init__(self, known: Known) -> None:
        self._known = known
        #: Of the rows so far: the name and the number by the address, and the number by the name.
        self._by_email: dict[str, tuple[str, int]] = {}
        self._by_name: dict[str, int] = {}

    def row(self, person: Person) -> Row:
        address = address_in(person.email)
        member = self._known.by_email.get(address.email) if address.email else None
        beneficiary = self._known.beneficiary(person.beneficiary)
        row = Row(person, Fate.ERROR, address.email, mended=address.mended, member=member, beneficiary=beneficiary)
        if not person.name and member is None:
            return replace(row, reason=_("The name is missing."))
        if person.beneficiary and beneficiary is None:
            return replace(row, reason=_("Unknown beneficiary: %(text)s") % {"text": person.beneficiary})
        key = name_key(person.name)
        if address.email and address.email in self._by_email:
            return self._again(row, key)
        if address.problem and person.email:
            return replace(row, reason=address.problem)
        row = self._met_by_name(row, key) if member is None else self._of_member(row, member)
        if row.fate != Fate.ERROR:
            if address.email:
                self._by_email[address.email] = (key, person.number)
            self._by_name.setdefault(key, person.number)
        return row

    def _again(self, row: Row, key: str) -> Row:
        name, number = self._by_email[row.email]
        if key and name and key != name:
            reason = _("Row %(number)s has the same address, with another name.") % {"number": number}
            return replace(row, reason=reason, like=number)
        return replace(row, fate=Fate.TWICE, like=number)

    def _of_member(self, row: Row, member: int) -> Row:
        return replace(row, fate=Fate.ENROLLED if member in self._known.enrolled else Fate.MEMBER)

    def _met_by_name(self, row: Row, key: str) -> Row:
        """Nobody has this address: perhaps it is somebody with another one."""
        if row.email in self._known.expected:
            return replace(row, fate=Fate.EXPECTED)
        if row.email in self._known.closed:
            return replace(row, reason=_("Nobody can be invited at this address. Ask the administrators."))
        alike = next(iter(self._known.alike.of(row.person.name)), None)
        if alike is not None:
            return replace(row, fate=Fate.LIKELY, member=alike, can_be_other=bool(row.email))
        if (like := self._by_name.get(key)) is not None:
            return replace(row, fate=Fate.LIKELY, like=like, can_be_other=bool(row.email))
        return replace(row, fate=Fate.NEW) if row.email else replace(row, reason=_("The e-mail address is missing."))

"""The rows of a list as the page shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.members.models import Member
from portal.members.queries.alike import name_key
from trainings.importing.fates import Fate, Row, counts
from trainings.importing.people import unused_columns
from trainings.importing.report import why_left
from trainings.models import ParticipantImport

#: Of components/badge.html.
_BADGES: Final = {
    Fate.NEW: "ok",
    Fate.MEMBER: "ok",
    Fate.LIKELY: "sample",
    Fate.ENROLLED: "plain",
    Fate.EXPECTED: "plain",
    Fate.TWICE: "plain",
    Fate.ERROR: "bad",
}


@dataclass(frozen=True, slots=True)
class ShownRow:
    """`happens` says what will become of it; `member` is whom it is compared with, or who it is under another name."""

    row: Row
    badge: str
    happens: str
    member: Member | None

    @property
    def choice_name(self) -> str:
        """Of the field in the form."""
        return f"choice-{self.row.number}"

    @property
    def can_be_ticked(self) -> bool:
        """Whether there is something to carry out, or will be once somebody has decided."""
        return self.row.enrols or self.row.invites or self.row.is_open


def filters(rows: Sequence[Row], wanted: str) -> list[dict[str, Any]]:
    """A chip for each fate that there is, and for rows of which something was mended."""
    chips = [
        {"code": fate.value, "label": fate.label, "count": count, "on": wanted == fate.value}
        for fate, count in counts(rows).items()
    ]
    if mended := sum(bool(row.mended) for row in rows):
        chips.append({"code": "mended", "label": _("Address mended"), "count": mended, "on": wanted == "mended"})
    return chips


def notes(source: ParticipantImport, rows: Sequence[Row], free: int) -> list[str]:
    """What somebody should know of the file and of the places before they go on."""
    said = []
    wanted = sum(row.enrols or row.invites for row in rows)
    if wanted > max(free, 0):
        said.append(
            _(
                "There are fewer free places than people. "
                "Who comes when all are taken waits, if there is a waiting list."
            )
        )
    if source.sheet:
        said.append(_("The file has several sheets. Only “%(name)s” was read.") % {"name": source.sheet})
    if hidden := sum(row.person.is_hidden for row in rows):
        text = ngettext(
            "%(count)d row is hidden in the file. It was read too.",
            "%(count)d rows are hidden in the file. They were read too.",
            hidden,
        )
        said.append(text % {"count": hidden})
    if unused := unused_columns(source):
        said.append(_("Columns that are not used: %(names)s") % {"names": ", ".join(unused)})
    return said


def shown_rows(rows: Iterable[Row]) -> list[ShownRow]:
    """With the members that they are, or may be (one query)."""
    rows = list(rows)
    keys = {row.member for row in rows if row.member is not None}
    members = Member.objects.select_related("user", "institution", "beneficiary").in_bulk(keys)
    return [_shown(row, members.get(row.member) if row.member else None) for row in rows]


def _shown(row: Row, member: Member | None) -> ShownRow:
    is_of_another_name = member is not None and name_key(member.name) != name_key(row.person.name)
    return ShownRow(
        row, _BADGES[row.fate], _happens(row), member if row.fate == Fate.LIKELY or is_of_another_name else None
    )


def _happens(row: Row) -> str:
    if row.fate == Fate.LIKELY and not row.invites and not row.enrols:
        return why_left(row) if row.choice else ""
    if row.enrols:
        return _("Will be enrolled")
    if row.invites:
        return _("Will be invited to the network, and is enrolled on joining")
    return why_left(row) if row.reason or row.like is not None else _("Nothing changes")

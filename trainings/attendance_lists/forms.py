"""The file, and the rows of it that are looked at before they are written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.core import signing
from django.utils.translation import gettext, gettext_lazy

from portal.core.spreadsheet_cells import as_typed
from trainings.attendance_lists.fates import Cells
from trainings.attendance_lists.words import place_of_presence
from trainings.importing.columns import Column, recognised
from trainings.importing.forms import FileForm

_SALT: Final = "trainings.attendance_lists"
#: Seconds in which somebody looks the rows through.
_DAY: Final = 24 * 60 * 60


class ListForm(FileForm):
    """A file that says in one column who it is about, and in another whether they were there; its rows are `lines`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = gettext_lazy(
            "XLSX or CSV, with a row for each person: e-mail address or name, and whether they were there, yes or no."
        )

    def clean_file(self) -> Any:
        file = super().clean_file()
        places, presence = recognised(self.headed.header), place_of_presence(self.headed.header)
        names = [
            places[column] for column in (Column.FULL_NAME, Column.FIRST_NAME, Column.LAST_NAME) if column in places
        ]
        email = places.get(Column.EMAIL)
        if presence is None or (email is None and not names):
            raise forms.ValidationError(
                gettext(
                    "The columns were not understood. Name them “E-mail” or “Name”, and “Attendance”, as in the list "
                    "that you can download here."
                )
            )
        self.lines = [
            line
            for number, cells in self.headed.rows
            if (line := _line(number, cells, names, email, presence)).email
            # What begins with an asterisk is the footnote of the list to fill in.
            or (line.name and not line.name.startswith("*"))
        ]
        return file


def kept(lines: Iterable[Cells], file: str, owner: list[int]) -> str:
    """The rows as a form carries them, for this person and session (keys) only."""
    return signing.dumps({"owner": owner, "file": file, "lines": list(lines)}, salt=_SALT, compress=True)


def given_back(text: str, owner: list[int]) -> tuple[str, list[Cells]] | None:
    """The name of the file and its rows; None for what is a day old, of somebody else, or not ours."""
    try:
        values = signing.loads(text, salt=_SALT, max_age=_DAY)
    except signing.BadSignature:
        return None
    return (values["file"], [Cells(*line) for line in values["lines"]]) if values["owner"] == owner else None


def _line(number: int, cells: list[str], names: list[int], email: int | None, presence: int) -> Cells:
    def cell(place: int | None) -> str:
        return as_typed(cells[place]).strip() if place is not None and place < len(cells) else ""

    said = cell(presence)
    return Cells(
        number,
        " ".join(filter(None, map(cell, names)))[:320],
        cell(email),
        # A dash says that there is nothing.
        "" if said in {"-", "–", "—"} else said,
    )

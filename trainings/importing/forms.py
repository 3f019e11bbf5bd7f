"""The file, and which of its columns is what."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from trainings.importing.columns import LABELS, Column, is_enough
from trainings.importing.heading import Headed, headed
from trainings.importing.reading import KINDS, read_table
from trainings.importing.refusal import FileRefused
from trainings.importing.words import refusal_text
from trainings.models import ParticipantImport

#: An example is as long as the eye takes in.
_SHOWN: Final = 30


class FileForm(forms.Form):
    """A file that can be read; what is in it is `table` and `headed`."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("XLSX or CSV, with a row for each person. One of the first rows names the columns."),
        widget=forms.FileInput(attrs={"accept": ",".join(f".{ending}" for ending in KINDS)}),
        error_messages={"required": _("Choose a file."), "empty": _("There is nothing in the file.")},
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        try:
            self.table = read_table(file, file.name, file.size)
            self.headed: Headed = headed(self.table)
            if not self.headed.rows:
                raise FileRefused("empty")
        except FileRefused as refusal:
            raise forms.ValidationError(refusal_text(refusal.key)) from refusal
        return file


class ColumnsForm(forms.Form):
    """For each thing that may be said of a person the column in which it stands, with an example."""

    def __init__(self, *args: Any, source: ParticipantImport, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "–"), *((str(place), _named(source, place)) for place in range(len(source.header)))]
        for column in Column:
            self.fields[column.value] = forms.ChoiceField(
                label=LABELS[column], choices=choices, required=column == Column.EMAIL
            )
            self.initial.setdefault(column.value, str(source.columns.get(column.value, "")))

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        columns = self.columns
        if Column.EMAIL in columns and not is_enough(columns):
            self.add_error(
                Column.FULL_NAME.value, gettext("Say where the name stands: in one column, or first name and surname.")
            )
        places = list(columns.values())
        for column, place in columns.items():
            if places.count(place) > 1:
                self.add_error(column.value, gettext("This column is chosen twice."))
        return values

    @property
    def columns(self) -> dict[Column, int]:
        """Those that were chosen. With a column that has all of the name, the two others do not count."""
        values = {column: self.cleaned_data.get(column.value) for column in Column}
        return {column: int(value) for column, value in values.items() if value}


def _named(source: ParticipantImport, place: int) -> str:
    """The name of a column with the first thing that stands in it."""
    cells = (cells[place] for _number, cells in source.rows if place < len(cells))
    example = next(filter(None, cells), "")
    name = source.header[place]
    return f"{name} ({example[:_SHOWN]}{'…' if len(example) > _SHOWN else ''})" if example else name

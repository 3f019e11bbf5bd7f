"""The file, and which of its columns is what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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


class PlacesForm(forms.Form):
    """For each of these things the column in which it stands, with an example; no column for two of them."""

    def __init__(
        self,
        *args: Any,
        labels: Mapping[str, Any],
        header: Sequence[str],
        rows: Sequence[tuple[int, Sequence[str]]],
        chosen: Mapping[str, int],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.names = list(labels)
        choices = [("", "–"), *((str(place), _named(header, rows, place)) for place in range(len(header)))]
        for name, label in labels.items():
            self.fields[name] = forms.ChoiceField(label=label, choices=choices, required=False)
            self.initial.setdefault(name, str(chosen.get(name, "")))

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        # All of them first: what is wrong is not among the places any more.
        for name, problem in list(self.problems(self.places)):
            self.add_error(name, problem)
        return values

    def problems(self, places: Mapping[str, int]) -> Iterator[tuple[str, str]]:
        """What is wrong with these places, by the name of a field."""
        chosen = list(places.values())
        for name, place in places.items():
            if chosen.count(place) > 1:
                yield name, gettext("This column is chosen twice.")

    @property
    def places(self) -> dict[str, int]:
        """Those that were chosen."""
        values = {name: self.cleaned_data.get(name) for name in self.names}
        return {name: int(value) for name, value in values.items() if value}


class ColumnsForm(PlacesForm):
    """Where it stands what a list says of people: an address and a name at least."""

    def __init__(self, *args: Any, source: ParticipantImport, **kwargs: Any) -> None:
        labels = {column.value: LABELS[column] for column in Column}
        super().__init__(*args, labels=labels, header=source.header, rows=source.rows, chosen=source.columns, **kwargs)
        self.fields[Column.EMAIL.value].required = True

    def problems(self, places: Mapping[str, int]) -> Iterator[tuple[str, str]]:
        yield from super().problems(places)
        if Column.EMAIL in places and not is_enough(map(Column, places)):
            text = gettext("Say where the name stands: in one column, or first name and surname.")
            yield Column.FULL_NAME.value, text

    @property
    def columns(self) -> dict[Column, int]:
        """Those that were chosen. With a column that has all of the name, the two others do not count."""
        return {Column(name): place for name, place in self.places.items()}


def _named(header: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]], place: int) -> str:
    """The name of a column with the first thing that stands in it."""
    cells = (cells[place] for _number, cells in rows if place < len(cells))
    example = next(filter(None, cells), "")
    name = header[place]
    return f"{name} ({example[:_SHOWN]}{'…' if len(example) > _SHOWN else ''})" if example else name

"""The file, and which of its columns is what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext, gettext_lazy

from trainings.attendance_lists.listing import NAMES, PRESENCE, WHAT, Listing, is_enough, listing_of
from trainings.importing.columns import Column
from trainings.importing.forms import FileForm, PlacesForm


class ListForm(FileForm):
    """A file with a row for each person; what was understood of it is `listing`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = gettext_lazy(
            "XLSX or CSV, with a row for each person: e-mail address or name, and whether they were there, yes or no."
        )

    def clean_file(self) -> Any:
        file = super().clean_file()
        self.listing: Listing = listing_of(file.name[-200:], self.headed)
        return file


class PlacesOfListForm(PlacesForm):
    """Where it stands who a row is about, and whether they were there."""

    def __init__(self, *args: Any, listing: Listing, **kwargs: Any) -> None:
        super().__init__(*args, labels=WHAT, header=listing.header, rows=listing.rows, chosen=listing.places, **kwargs)
        self.fields[PRESENCE].required = True

    def problems(self, places: Mapping[str, int]) -> Iterator[tuple[str, str]]:
        yield from super().problems(places)
        if PRESENCE in places and not is_enough(places):
            yield Column.EMAIL.value, gettext("Say where the e-mail address or the name stands.")
        if NAMES[0] in places and places.keys() & set(NAMES[1:]):
            yield NAMES[0], gettext("The name stands in one column, or in two, but not in both ways.")

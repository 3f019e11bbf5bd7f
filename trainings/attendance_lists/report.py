"""What became of each row of a list, as a file to keep. It is an exit: script, status footnote, no formulas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from django.utils.translation import gettext as _

from portal.core.languages.reader import current_reader
from portal.core.spreadsheet_cells import as_cell
from portal.core.text_exit import finished, footnote
from trainings.attendance_lists.carried import carried, carry

WIDTHS: Final = (8, 30, 34, 16, 26, 60)
_SALT: Final = "trainings.attendance_lists.report"


def kept_report(rows: Iterable[tuple[str, ...]], owner: list[int]) -> str:
    """As a form carries it: once it is written, nothing else knows any more what there was to be written.

    Each row has its number, name, address and what the file says; then what became of it, and why.
    """
    return carry({"rows": list(rows)}, _SALT, owner)


def report_given_back(text: str, owner: list[int]) -> list[list[str]] | None:
    """None for what is a day old, of somebody else, or not ours."""
    values = carried(text, _SALT, owner)
    return None if values is None else list(values["rows"])


def report_cells(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """Names of the columns, a row for each row of the file, and the status footnote where one belongs."""
    lang = current_reader().language.html_lang
    names = (_("Row"), _("Name"), _("E-mail"), _("Attendance"), _("Result"), _("Reason"))
    yield [as_cell(finished(name, lang)) for name in names]
    mentioning: list[str] = []
    for number, *own_and_ours in rows:
        own, ours = own_and_ours[:3], own_and_ours[3:]
        mentioning += own_and_ours
        # As it stands in the file: names are not put into another script.
        texts = [*(finished(text, "") for text in own), *(finished(text, lang) for text in ours)]
        yield [number, *map(as_cell, texts)]
    if note := footnote(mentioning, lang):
        yield [note]

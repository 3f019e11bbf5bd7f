"""Numbers of action points as a spreadsheet: the exit for its rows."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from network.reading.action_numbers import NumbersTable
from portal.core.languages.reader import current_reader
from portal.core.spreadsheet_cells import as_cell
from portal.core.spreadsheet_files import xlsx_file
from portal.core.text_exit import finished, footnote

_WIDTHS = (16, 48, 10, 10, 10)


def numbers_workbook(table: NumbersTable) -> bytes:
    """First the working groups, then the beneficiaries, with what a row is of in its first cell."""
    return xlsx_file(_rows(table), title=_("In numbers"), widths=_WIDTHS)


def _rows(table: NumbersTable) -> Iterable[list[str]]:
    lang = current_reader().language.html_lang
    yield [_("Kind"), _("Name"), _("Open"), _("Overdue"), _("Done")]
    said: list[str] = []
    for kind, rows in ((_("Working group"), table.groups), (_("Beneficiary"), table.beneficiaries)):
        for row in rows:
            numbers = row.numbers
            said.append(row.title)
            cells = [kind, row.title, *map(str, (numbers.open, numbers.overdue, numbers.done))]
            yield [as_cell(finished(cell, lang)) for cell in cells]
    if note := footnote(said, lang):
        yield [note]

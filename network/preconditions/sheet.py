"""Preconditions as a spreadsheet: the exit for its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from network.queries.preconditions import Row
from portal.core.languages.catalogue import html_lang_for_reader
from portal.core.languages.reader import current_reader
from portal.core.spreadsheet_cells import as_cell
from portal.core.spreadsheet_files import xlsx_file
from portal.core.text_exit import finished, footnote

_WIDTHS: Final = (48, 26, 18, 30, 60, 16)


def workbook_file(rows: Iterable[Row]) -> bytes:
    """One sheet: a row for each need and beneficiary, and the status footnote where one belongs."""
    lang = current_reader().language.html_lang
    lines = list(_lines(rows))
    cells = [[as_cell(finished(text, own)) for text, own in line] for line in lines]
    if note := footnote((text for line in lines for text, _own in line), lang):
        cells.append([note])
    return xlsx_file(cells, widths=_WIDTHS)


def _lines(rows: Iterable[Row]) -> Iterator[list[tuple[str, str]]]:
    """Texts with the language under which they leave: evidence has its own."""
    reader = current_reader().language
    lang = reader.html_lang
    names = (_("What is needed"), _("Beneficiary"), _("State"), _("Who sees to it"), _("Evidence"), _("As of"))
    yield [(name, lang) for name in names]
    for row in rows:
        for cell in row.cells:
            report = cell.report if cell.is_reported else None
            evidence_lang = html_lang_for_reader(report.language, reader) if report and report.language else lang
            yield [
                (row.precondition.name, lang),
                (cell.beneficiary.name, lang),
                (cell.state_label, lang),
                (report.owner.label if report and report.owner else "", lang),
                (report.evidence if report else "", evidence_lang),
                (date_format(report.as_of, "DATE_FORMAT") if report else "", lang),
            ]

"""Preconditions as a spreadsheet: the exit for its rows."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Final

import openpyxl
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from network.queries.preconditions import Row
from portal.core.languages.catalogue import html_lang_for_reader
from portal.core.languages.reader import current_reader
from portal.core.spreadsheet_cells import as_cell
from portal.core.text_exit import finished, footnote

_WIDTHS: Final = (48, 26, 18, 30, 60, 16)


def workbook_file(rows: Iterable[Row]) -> bytes:
    """One sheet: a row for each need and beneficiary, and the status footnote where one belongs."""
    book = openpyxl.Workbook()
    sheet = book.active
    lang = current_reader().language.html_lang
    lines = list(_lines(rows))
    for place, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[openpyxl.utils.get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    for line in lines:
        sheet.append([as_cell(finished(text, own)) for text, own in line])
    for cell in sheet[1]:
        cell.font = openpyxl.styles.Font(bold=True)
    if note := footnote((text for line in lines for text, _own in line), lang):
        sheet.append([note])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


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

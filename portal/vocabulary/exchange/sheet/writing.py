"""The glossary as CSV and XLSX: the exit for its rows."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from portal.core import spreadsheet_files
from portal.core.languages.reader import current_reader
from portal.core.spreadsheet_cells import as_cell
from portal.core.text_exit import finished, footnote
from portal.vocabulary.exchange.sheet.columns import IDENTIFIER, Column, columns
from portal.vocabulary.glossary.wording import other_terms
from portal.vocabulary.models import Concept

#: Between terms in one cell.
_BETWEEN = " | "
_WIDTHS = {"": 28, "label": 28, "other": 32, "note": 48, "review": 12}


def csv_file() -> bytes:
    return spreadsheet_files.csv_file(_rows())


def workbook_file() -> bytes:
    """One sheet, whose names of columns and of concepts stay in sight."""
    widths = [_WIDTHS[column.field] for column in columns()]
    return spreadsheet_files.xlsx_file(_rows(), title=gettext("Glossary"), widths=widths, frozen="C2")


def _rows() -> Iterator[list[str]]:
    """Names of the columns, a row for each concept (one query), and the status footnote where one belongs."""
    yield [as_cell(str(column)) for column in columns()]
    reader = current_reader().language
    mentioning: list[str] = []
    for concept in Concept.objects.order_by("identifier"):
        texts = [_text(concept, column) for column in columns()]
        mentioning += texts
        # Serbian leaves as it was written: it comes back to be compared.
        yield [as_cell(finished(text, "")) for text in texts]
    if note := footnote(mentioning, reader.html_lang):
        yield [note]


def _text(concept: Concept, column: Column) -> str:
    if column == IDENTIFIER:
        return concept.identifier
    if column.field == "other":
        return _BETWEEN.join(other_terms(concept, column.code))
    if column.field == "review":
        return gettext("yes") if column.code in concept.languages_to_review else gettext("no")
    return getattr(concept, f"{column.field}_{column.code}") or ""

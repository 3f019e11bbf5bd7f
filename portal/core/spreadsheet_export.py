"""The exit for spreadsheets of the administration: no cell is a formula, and the status footnote stands below."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from django.http import HttpResponseBase
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from portal.core.languages.reader import current_reader
from portal.core.spreadsheet_cells import as_cell
from portal.core.status_note.notes import note_for
from portal.core.status_note.text import has_mention


class SafeSpreadsheetMixin(SpreadsheetExportMixin):
    """Rows are objects with the attributes of `list_export`, their texts written as they leave the portal."""

    def as_spreadsheet(self, rows: Sequence[Any], spreadsheet_format: str) -> HttpResponseBase:
        texts = (value for row in rows for value in self.to_row_dict(row).values() if isinstance(value, str))
        note = [f"* {note_for(current_reader().language.code)}"] if any(map(has_mention, texts)) else []
        response: HttpResponseBase = super().as_spreadsheet([*rows, *note], spreadsheet_format)
        return response

    def to_row_dict(self, item: Any) -> OrderedDict[str, Any]:
        """The footnote is a row with nothing but a text."""
        if isinstance(item, str):
            return OrderedDict((field, item if index == 0 else "") for index, field in enumerate(self.list_export))
        row: OrderedDict[str, Any] = super().to_row_dict(item)
        return row

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        finished = super().preprocess_field_value(field, value, export_format)
        # Whoever searches writes cells.
        return as_cell(finished) if isinstance(finished, str) else finished

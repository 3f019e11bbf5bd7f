"""The glossary as a file for agencies and reviewers."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse

from portal.core.made_files import made_file
from portal.core.spreadsheet_files import XLSX
from portal.vocabulary.admin.exchange.page import ExchangeView
from portal.vocabulary.exchange.sheet.writing import csv_file, workbook_file

SPREADSHEETS: Final = {
    "csv": (csv_file, "text/csv; charset=utf-8"),
    "xlsx": (workbook_file, XLSX),
}


class ExportView(ExchangeView):
    """The glossary as a spreadsheet, with the flags of reviewers: for who may change concepts."""

    def get(self, request: HttpRequest, suffix: str) -> HttpResponse:
        make, content_type = SPREADSHEETS[suffix]
        response = made_file(make(), content_type, request, is_public=False)
        response.headers["Content-Disposition"] = f'attachment; filename="glossary.{suffix}"'
        return response

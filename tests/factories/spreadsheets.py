"""Spreadsheets as people upload them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile

HEADER = ("First name", "Surname", "E-mail", "Beneficiary", "Institution", "Position")


def csv_upload(rows: Sequence[Sequence[str]], separator: str = ";", encoding: str = "utf-8") -> SimpleUploadedFile:
    text = "\r\n".join(separator.join(row) for row in rows)
    return SimpleUploadedFile("people.csv", text.encode(encoding))


def xlsx_upload(
    rows: Sequence[Sequence[Any]], change: Callable[[Any, Any], Any] | None = None, name: str = "people.xlsx"
) -> SimpleUploadedFile:
    """`change` gets the book and its first sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book, book.active)
    file = io.BytesIO()
    book.save(file)
    return SimpleUploadedFile(name, file.getvalue())


def with_part(upload: SimpleUploadedFile, name: str, content: bytes) -> SimpleUploadedFile:
    """The same workbook with one part more, packed as well as it can be."""
    file = io.BytesIO(upload.read())
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return SimpleUploadedFile(str(upload.name), file.getvalue())

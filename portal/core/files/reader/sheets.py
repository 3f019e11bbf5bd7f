"""XLSX: the name of each sheet and what its cells show."""

from __future__ import annotations

from typing import IO

import openpyxl

from portal.core.files.reader.answer import Answer
from portal.core.files.reader.growing_text import GrowingText
from portal.core.files.reader.packed import open_packed


def read(file: IO[bytes], answer: Answer) -> None:
    open_packed(file).close()
    file.seek(0)
    book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        answer.next_page()
        text = GrowingText()
        text.add(f"{sheet.title}\n")
        # What a sheet says of its size is not to be trusted: a million empty rows would be walked through.
        sheet.reset_dimensions()
        for row in sheet.iter_rows(values_only=True):
            cells = [str(value) for value in row if value is not None]
            if cells:
                text.add("\t".join(cells) + "\n")
            if text.full:
                break
        answer.page(text.take())

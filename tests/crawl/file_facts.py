"""What the crawl wants to know of a page as PDF, and of a spreadsheet."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
from openpyxl import load_workbook

from portal.core.status_note.text import bare_mentions, has_mention


def read_file(data: bytes) -> str:
    """The words of a PDF, white space folded."""
    document = pypdfium2.PdfDocument(data)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    finally:
        document.close()


def read_spreadsheet(data: bytes) -> str:
    """The words of all cells, a line each."""
    workbook = load_workbook(BytesIO(data))
    rows = (row for sheet in workbook for row in sheet.iter_rows(values_only=True))
    return "\n".join(str(cell) for row in rows for cell in row if cell is not None)


def file_problems(text: str) -> list[str]:
    """What is wrong with it, in words. Its scripts cannot be told apart here: terms stand in it in all languages."""
    found = [f"bare mention: {one}" for one in bare_mentions(text)]
    if has_mention(text) != ("1244" in text):
        found.append("footnote missing or superfluous")
    return found

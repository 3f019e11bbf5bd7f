"""ODT, ODS, ODP: the content is one XML file, read piece by piece and never held as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, Final

from defusedxml.ElementTree import DefusedXMLParser

from portal.core.files.reader.answer import Answer, Problem
from portal.core.files.reader.growing_text import GrowingText
from portal.core.files.reader.packed import open_packed

_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW: Final = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"

_CONTENT: Final = "content.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_MARKS: Final = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_LINES: Final = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_SHEET: Final = f"{_TABLE}table"
_SLIDE: Final = f"{_DRAW}page"
_PAGE_BEGAN: Final = f"{_TEXT}soft-page-break"
#: What an author has deleted while changes were tracked.
_DELETED: Final = f"{_TEXT}tracked-changes"
_CHUNK: Final = 64 * 1024


def read(file: IO[bytes], answer: Answer) -> None:
    with open_packed(file) as archive:
        names = set(archive.namelist())
        if _MANIFEST in names and b"encryption-data" in archive.read(_MANIFEST):
            raise Problem("protected")
        if _CONTENT not in names:
            raise Problem("damaged")
        parser = DefusedXMLParser(target=_Content(answer), forbid_dtd=True)
        with archive.open(_CONTENT) as content:
            while chunk := content.read(_CHUNK):
                parser.feed(chunk)
        parser.close()


class _Content:
    """Takes elements as they come. A page ends with a slide, a sheet, or where the program noted that one began."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._text = GrowingText()
        self._lines = 0
        self._deleted = 0
        self._tables = 0
        self._is_book = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _LINES:
            self._lines += 1
        elif tag in _MARKS:
            self._text.add(_MARKS[tag])
        elif tag == f"{_OFFICE}spreadsheet":
            self._is_book = True
        elif tag == _SHEET:
            self._tables += 1
            if self._is_sheet():
                self._text.add(f"{attributes.get(f'{_TABLE}name', '')}\n")
        elif tag == _PAGE_BEGAN:
            self._page()
        elif tag == _DELETED:
            self._deleted += 1

    def end(self, tag: str) -> None:
        if tag in _LINES:
            self._lines -= 1
            self._text.add("\n")
        elif tag == _SLIDE:
            self._page()
        elif tag == _SHEET:
            if self._is_sheet():
                self._page()
            self._tables -= 1
        elif tag == _DELETED:
            self._deleted -= 1

    def data(self, text: str) -> None:
        if self._lines and not self._deleted:
            self._text.add(text)

    def close(self) -> None:
        """The end of the file; what stands after the last page."""
        if rest := self._text.take().strip():
            self._answer.page(rest)

    def _is_sheet(self) -> bool:
        return self._is_book and self._tables == 1

    def _page(self) -> None:
        self._answer.page(self._text.take())
        self._answer.next_page()

"""Exchange files: one page is one XLIFF document, several are a ZIP of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any, Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.core.exceptions import ValidationError
from django.utils.text import get_valid_filename
from django.utils.translation import gettext

from portal.desk.exchange import xliff_1_2, xliff_2_0
from portal.desk.exchange.sheet import Sheet
from portal.desk.exchange.xliff import Delivery, Version

#: A document may have so many bytes, unpacked; the longest page of the starter content, in one language, has 60 KB.
_DOCUMENT_BYTES: Final = 8 * 1024 * 1024
#: What is taken at once, and what leaves at once.
MOST_PAGES: Final = 200
UPLOAD_BYTES: Final = 20 * 1024 * 1024

_ENDINGS: Final = (".xlf", ".xliff")


def document(sheet: Sheet, version: Version) -> bytes:
    return (xliff_1_2 if version is Version.V1_2 else xliff_2_0).written(sheet)


def file_name(sheet: Sheet, slug: str) -> str:
    """Short, in plain letters, and of one page and language only."""
    return get_valid_filename(f"{sheet.page_id}-{slug[:60]}.{sheet.target_code}.xlf")


def archive(documents: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP of these files; the same bytes for the same files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in documents:
            zipped.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def deliveries(file: Any) -> list[tuple[str, Delivery]]:
    """What an uploaded file brings, page by page, with the name of the document it is in.

    Raises ValidationError, naming what is wrong, when any document in it cannot be read.
    """
    found: list[tuple[str, Delivery]] = []
    problems: list[str] = []
    for name, content in _documents(file):
        try:
            found += [(name, delivery) for delivery in _read(content)]
        except ValueError:
            problems.append(gettext("“%(name)s” is no XLIFF 1.2 or 2.0 file, or it is damaged.") % {"name": name})
    if problems:
        raise ValidationError(problems)
    if not found:
        raise ValidationError(gettext("There is no page in this file."))
    return found


def _documents(file: Any) -> Iterator[tuple[str, bytes]]:
    file.seek(0)
    if not file.name.lower().endswith(".zip"):
        yield file.name, file.read()
        return
    try:
        with zipfile.ZipFile(file) as zipped:
            wanted = [info for info in zipped.infolist() if info.filename.lower().endswith(_ENDINGS)]
            if len(wanted) > MOST_PAGES:
                raise ValidationError(gettext("At most %(count)d files at once.") % {"count": MOST_PAGES})
            for info in wanted:
                with zipped.open(info) as document:
                    # The size that an archive tells need not be true.
                    yield info.filename, document.read(_DOCUMENT_BYTES + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        # Damaged, encrypted, or packed in a way that nobody uses.
        raise ValidationError(gettext("“%(name)s” cannot be unpacked.") % {"name": file.name}) from error


def _read(content: bytes) -> list[Delivery]:
    """Raises ValueError for what is no XLIFF of these versions."""
    if len(content) > _DOCUMENT_BYTES:
        raise ValueError("too large")
    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, LookupError) as error:
        raise ValueError(str(error)) from error
    for version in (xliff_1_2, xliff_2_0):
        if root.tag == f"{{{version.NAMESPACE}}}xliff":
            return version.read(root)
    raise ValueError(root.tag)

"""PDF: number of pages, a picture of the first, the text of each."""

from __future__ import annotations

import base64
import io
from typing import IO, Any

import pypdfium2
import pypdfium2.raw as pdfium

from portal.core.files import limits
from portal.core.files.reader.answer import Answer, Problem


def read(file: IO[bytes], answer: Answer) -> None:
    try:
        document = pypdfium2.PdfDocument(io.BytesIO(file.read(limits.FILE_BYTES)))
    except pypdfium2.PdfiumError as error:
        raise Problem(
            "protected" if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD else "damaged"
        ) from error
    answer.say("pages", len(document))
    if len(document):
        thumbnail = _thumbnail(document[0])
        if thumbnail:
            answer.say("thumbnail", base64.b64encode(thumbnail).decode("ascii"))
    for number in range(len(document)):
        answer.next_page()
        page = document[number]
        answer.page(page.get_textpage().get_text_bounded())
        page.close()


def _thumbnail(page: Any) -> bytes:
    """The page as PNG within the box of `limits`; nothing for a page without extent."""
    width, height = page.get_size()
    if not (width > 0 and height > 0):
        return b""
    scale = min(limits.THUMBNAIL_WIDTH / width, limits.THUMBNAIL_HEIGHT / height)
    picture = page.render(scale=scale).to_pil()
    stream = io.BytesIO()
    picture.save(stream, "PNG", optimize=True)
    return stream.getvalue()

"""TXT and CSV. A form feed in the text ends a page, as it does on a printer."""

from __future__ import annotations

from typing import IO

from portal.core.files import limits
from portal.core.files.reader.answer import Answer, Enough
from portal.core.files.text import decode_plain


def read(file: IO[bytes], answer: Answer) -> None:
    data = file.read(limits.PLAIN_BYTES)
    for page in decode_plain(data).split("\f"):
        answer.next_page()
        answer.page(page)
    if file.read(1):
        raise Enough

"""Reads a PDF in a process of its own: `python -m portal.core.files.pdf_reader < file.pdf`.

A PDF is a program for a large library written in C++, and it comes from outside. So the process first takes away its
own means (memory, processor time, what it may write) and then opens the file. What it finds goes out as lines of JSON,
the cheapest first, so that a file which breaks it half way has still given its number of pages:

    {"pages": 12}
    {"thumbnail": "<PNG in base64>"}
    {"text": "…"}
"""

from __future__ import annotations

import base64
import io
import json
import resource
import sys
from typing import Any

import pypdfium2

from portal.core.files import limits
from portal.core.files.text import clean_text


def give_up_means() -> None:
    """Sets hard limits for this process. They cannot be raised again, whatever the file makes the library do."""
    for kind, limit in (
        (resource.RLIMIT_AS, limits.MEMORY_BYTES),
        (resource.RLIMIT_CPU, limits.SECONDS),
        (resource.RLIMIT_FSIZE, limits.ANSWER_BYTES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (limit, limit))


def read(file: io.BytesIO) -> None:
    """Writes what can be read off the PDF to standard output.

    Raises PdfiumError when it is no PDF or needs a password.
    """
    document = pypdfium2.PdfDocument(file)
    _answer("pages", len(document))
    if len(document):
        thumbnail = _thumbnail(document[0])
        if thumbnail:
            _answer("thumbnail", base64.b64encode(thumbnail).decode("ascii"))
    _answer("text", _text(document))


def _answer(key: str, value: int | str) -> None:
    sys.stdout.write(json.dumps({key: value}) + "\n")
    sys.stdout.flush()


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


def _text(document: Any) -> str:
    """The text of the first pages, cut off where there is enough of it."""
    parts: list[str] = []
    size = 0
    for number in range(min(len(document), limits.TEXT_PAGES)):
        page = document[number]
        text = page.get_textpage().get_text_bounded()
        page.close()
        parts.append(text)
        size += len(text.encode("utf-8", "ignore"))
        if size >= limits.TEXT_BYTES:
            break
    return clean_text("\n".join(parts))


if __name__ == "__main__":
    give_up_means()
    read(io.BytesIO(sys.stdin.buffer.read(limits.FILE_BYTES)))

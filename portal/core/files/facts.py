"""Facts that can be read off a stored file: checksum, number of pages, text, a picture of the first page."""

from __future__ import annotations

import base64
import binascii
import hashlib
import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from portal.core.files import limits
from portal.core.files.kinds import extension_of
from portal.core.files.reading_process import Said, ask_reader
from portal.core.files.reading_state import ReadingState
from portal.core.files.text import clean_pages

logger = logging.getLogger(__name__)

_PNG_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"

#: Kinds of which the beginning can be read however long they are.
_PLAIN: Final = frozenset({"csv", "html", "txt"})
_READABLE: Final = _PLAIN | {"docx", "odp", "ods", "odt", "pdf", "pptx", "xlsx"}


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What was found. Everything but the checksum may be missing: no file is refused for it.

    `checksum` is SHA-256 in hexadecimal; `page_count` is None when the file has no pages or they cannot be counted;
    `text` has its pages divided by PAGE_END; `thumbnail` is a PNG; `state` says whether `text` is all there is.
    """

    checksum: str
    page_count: int | None = None
    text: str = ""
    thumbnail: bytes = b""
    state: ReadingState = ReadingState.OTHER_KIND


def read_facts(path: Path) -> FileFacts:
    """Reads a file. Whatever is in it, this returns within seconds; what went wrong is logged and in `state`.

    Raises OSError when the file itself cannot be opened.
    """
    extension = extension_of(path.name)
    # Unbuffered, so that the process which gets this file starts to read where we say.
    with path.open("rb", buffering=0) as file:
        facts = FileFacts(checksum=hashlib.file_digest(file, "sha256").hexdigest())
        if extension not in _READABLE:
            return facts
        if file.tell() > limits.FILE_BYTES and extension not in _PLAIN:
            logger.warning("%s is too large for its text to be read", path.name)
            return replace(facts, state=ReadingState.LARGE)
        file.seek(0)
        return _with(facts, ask_reader(file, extension, path.name))


def _with(facts: FileFacts, said: Said) -> FileFacts:
    """The facts with what the process said; nothing of it is believed unseen, for it may have been the file's idea."""
    pages = said.found.get("pages")
    text = clean_pages(said.texts)
    return replace(
        facts,
        page_count=pages if type(pages) is int and 0 < pages < 1_000_000 else None,
        text=text,
        thumbnail=_picture(said.found.get("thumbnail")),
        state=_state(said, text),
    )


def _state(said: Said, text: str) -> ReadingState:
    if said.took_too_long:
        return ReadingState.SLOW
    problem = said.found.get("problem")
    if problem in (ReadingState.PROTECTED, ReadingState.LARGE):
        return ReadingState(problem)
    if problem is not None or said.broke_off:
        return ReadingState.DAMAGED
    if said.found.get("cut"):
        return ReadingState.CUT
    return ReadingState.READ if text else ReadingState.NO_TEXT


def _picture(encoded: Any) -> bytes:
    """The PNG that the reader sent; nothing when it is not one."""
    if not isinstance(encoded, str):
        return b""
    try:
        data = base64.b64decode(encoded, validate=True)
    except (ValueError, binascii.Error):
        return b""
    return data if data.startswith(_PNG_SIGNATURE) and len(data) <= limits.THUMBNAIL_BYTES else b""

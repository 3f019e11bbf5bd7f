"""Facts that can be read off a stored file: checksum, number of pages, text, a picture of the first page."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import logging
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from io import FileIO
from pathlib import Path
from typing import Any, Final

from portal.core.files import limits
from portal.core.files.kinds import extension_of
from portal.core.files.text import clean_text, decode_plain

logger = logging.getLogger(__name__)

_PROJECT: Final = Path(__file__).resolve().parents[3]
_PNG_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What was found. Everything but the checksum may be missing: no file is refused for it.

    `checksum` is SHA-256 in hexadecimal; `page_count` is None when the file has no pages or they cannot be counted;
    `thumbnail` is a PNG.
    """

    checksum: str
    page_count: int | None = None
    text: str = ""
    thumbnail: bytes = b""


def read_facts(path: Path) -> FileFacts:
    """Reads a file. Whatever is in it, this returns within seconds; what went wrong is logged.

    Raises OSError when the file itself cannot be opened.
    """
    # Unbuffered, so that the process which gets this file starts to read where we say.
    with path.open("rb", buffering=0) as file:
        facts = FileFacts(checksum=hashlib.file_digest(file, "sha256").hexdigest())
        if file.tell() > limits.FILE_BYTES:
            logger.warning("%s is too large for its text to be read", path.name)
            return facts
        file.seek(0)
        extension = extension_of(path.name)
        if extension in {"txt", "csv"}:
            return replace(facts, text=clean_text(decode_plain(file.read(limits.TEXT_BYTES))))
        if extension == "pdf":
            return _with_pdf_facts(facts, file, path.name)
        return facts


def _with_pdf_facts(facts: FileFacts, file: FileIO, name: str) -> FileFacts:
    answers = _ask_reader(file, name)
    pages, text, thumbnail = answers.get("pages"), answers.get("text"), answers.get("thumbnail")
    return replace(
        facts,
        page_count=pages if isinstance(pages, int) and 0 < pages < 1_000_000 else None,
        text=clean_text(text) if isinstance(text, str) else "",
        thumbnail=_picture(thumbnail) if isinstance(thumbnail, str) else b"",
    )


def _ask_reader(file: FileIO, name: str) -> dict[str, Any]:
    """What the reading process said before it ended, one way or the other."""
    # Into a file, not a pipe: the process may write only so much to a file, while a pipe would fill our memory.
    with tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as complaint:
        try:
            done = subprocess.run(
                [sys.executable, "-m", "portal.core.files.pdf_reader"],
                stdin=file,
                stdout=answer,
                stderr=complaint,
                cwd=_PROJECT,
                env={"LANG": "C.UTF-8"},
                timeout=limits.SECONDS,
                check=False,
            )
            problem = f"ended with {done.returncode}" if done.returncode else ""
        except subprocess.TimeoutExpired:
            problem = f"took longer than {limits.SECONDS} s"
        if problem:
            complaint.seek(0)
            last_words = complaint.read(limits.ANSWER_BYTES).decode("utf-8", "replace").strip().splitlines()[-1:]
            logger.warning("Reading %s %s: %s", name, problem, "".join(last_words) or "no reason given")
        answer.seek(0)
        return _parse(answer.read(limits.ANSWER_BYTES))


def _parse(answer: bytes) -> dict[str, Any]:
    """The complete lines of an answer; one that broke off is left out."""
    found: dict[str, Any] = {}
    for line in answer.splitlines():
        try:
            piece = json.loads(line)
        except ValueError:
            continue
        if isinstance(piece, dict):
            found |= piece
    return found


def _picture(encoded: str) -> bytes:
    """The PNG that the reader sent; nothing when it is not one."""
    try:
        data = base64.b64decode(encoded, validate=True)
    except binascii.Error:
        return b""
    return data if data.startswith(_PNG_SIGNATURE) and len(data) <= limits.THUMBNAIL_BYTES else b""

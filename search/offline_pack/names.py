"""Names of the files in a pack: ASCII, short, in small letters, and possible on every file system.

Each ends in a number or in part of a checksum. So no two are alike, also where capitals do not count, and none is a
name that Windows keeps for itself (`con`, `nul`, `com1`).
"""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import PurePosixPath

from portal.core.files.kinds import DOCUMENT_TYPES, extension_of
from portal.core.pages.naming import slug_text

#: Characters of the part that people read.
_LONGEST = 40
_EXTENSION = re.compile("[a-z0-9]{1,5}")


def page_name(slug: str, key: int) -> str:
    return f"{_short(slug)}-{key}.html"


def file_name(stored: str, key: int) -> str:
    """A kind of file that a browser would run, such as a web page, becomes a text to be read."""
    extension = extension_of(stored)
    if not _EXTENSION.fullmatch(extension):
        extension = "bin"
    ending = extension if extension in DOCUMENT_TYPES else f"{extension}.txt"
    return f"files/{_short(PurePosixPath(stored).stem)}-{key}.{ending}"


def picture_name(stored: str) -> str:
    digest = sha256(stored.encode()).hexdigest()[:8]
    return f"media/{_short(PurePosixPath(stored).stem)}-{digest}.{extension_of(stored)}"


def pack_name(title: str) -> str:
    """What the ZIP is called when it is downloaded."""
    return f"continuum-{_short(title)}.zip"


def _short(text: str) -> str:
    return slug_text(text)[:_LONGEST].strip("-_") or "file"

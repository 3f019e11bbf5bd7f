"""Does the content of an uploaded file match its name?

A wrong ending is at best confusing and at worst a way to have a browser run what somebody else wrote. Only the kinds
that the portal takes are known here (WAGTAILDOCS_EXTENSIONS); recognised by their first bytes and, for the office
formats, by what is in the ZIP container.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import PurePath
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_OFFICE_MEMBERS = {
    "docx": "word/",
    "xlsx": "xl/",
    "pptx": "ppt/",
}
_OPEN_DOCUMENT_TYPES = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
    "odp": b"application/vnd.oasis.opendocument.presentation",
}
_TEXT_PROBE_BYTES = 64 * 1024
_WEB_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def check_content(file: IO[bytes] | Any, name: str) -> None:
    """Raises ValidationError (in the user's language, naming the file) when content and name do not match."""
    extension = PurePath(name).suffix.lower().lstrip(".")
    file.seek(0)
    try:
        matches = _matches(file, extension)
    finally:
        file.seek(0)
    if not matches:
        raise ValidationError(
            {
                "file": _("“%(name)s” is not a real %(kind)s file: its content does not match its name.")
                % {"name": PurePath(name).name, "kind": extension.upper()}
            }
        )


def _matches(file: Any, extension: str) -> bool:
    head = file.read(8)
    file.seek(0)
    if extension == "pdf":
        return bool(file.read(1024).lstrip()[:5] == b"%PDF-")
    if extension in _OFFICE_MEMBERS:
        return any(member.startswith(_OFFICE_MEMBERS[extension]) for member in _members(file))
    if extension in _OPEN_DOCUMENT_TYPES:
        return _open_document_type(file) == _OPEN_DOCUMENT_TYPES[extension]
    if extension == "zip":
        return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))
    if extension in {"txt", "csv"}:
        probe = file.read(_TEXT_PROBE_BYTES)
        return b"\x00" not in probe or probe.startswith((b"\xff\xfe", b"\xfe\xff"))
    if extension == "html":
        probe = file.read(_TEXT_PROBE_BYTES)
        return b"\x00" not in probe and _WEB_PAGE.search(probe) is not None
    return False


def _members(file: Any) -> list[str]:
    try:
        with zipfile.ZipFile(file) as archive:
            return archive.namelist()
    except zipfile.BadZipFile:
        return []


def _open_document_type(file: Any) -> bytes:
    try:
        with zipfile.ZipFile(file) as archive, archive.open("mimetype") as member:
            return member.read(200).strip()
    except (zipfile.BadZipFile, KeyError):
        return b""

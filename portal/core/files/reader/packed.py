"""Office files are ZIP archives: a small one can hold a very large thing, so it is asked before it is unpacked."""

from __future__ import annotations

import zipfile
from typing import IO, Final

from portal.core.files import limits
from portal.core.files.reader.answer import Problem

_PARSED: Final = (".xml", ".rels")
#: How Microsoft's programs keep a file with a password, whatever its name says.
_COMPOUND_FILE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = 0x1


def open_packed(file: IO[bytes]) -> zipfile.ZipFile:
    """The archive, when all in it together is of a size that can be unpacked; members are counted as they say.

    `zipfile` never unpacks more of a member than its entry says, so what an entry says is the most there can be.
    Raises Problem.
    """
    head = file.read(len(_COMPOUND_FILE))
    file.seek(0)
    if head == _COMPOUND_FILE:
        raise Problem("protected")
    try:
        archive = zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise Problem("damaged") from error
    members = archive.infolist()
    if (
        len(members) > limits.MEMBERS
        or sum(member.file_size for member in members) > limits.UNPACKED_BYTES
        or any(member.file_size > limits.XML_BYTES for member in members if member.filename.endswith(_PARSED))
    ):
        raise Problem("large")
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise Problem("protected")
    return archive

"""Writing a pack: the same files make the same bytes, and each has its checksum."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from portal.core.files.kinds import DOCUMENT_TYPES, PICTURE_TYPES, extension_of

#: Bytes of a pack; what is larger is no help on a slow line, nor on an old stick.
MOST_BYTES = 300 * 1024 * 1024

CHECKSUMS = "SHA256SUMS"

#: Read and written at a time: a file is never held whole.
_CHUNK = 256 * 1024
#: What compressing would make no smaller.
_COMPRESSED = set(PICTURE_TYPES) | set(DOCUMENT_TYPES) - {"csv", "txt"}


class TooLarge(Exception):
    """The pack would have more than MOST_BYTES."""


class Archive:
    """A ZIP that is being written. Every file in it gets the same date, whenever it is made."""

    def __init__(self, zipped: ZipFile, changed: datetime) -> None:
        self._zipped = zipped
        # A ZIP knows no earlier year.
        self._date = max(changed.timetuple()[:6], (1980, 1, 1, 0, 0, 0))
        self._checksums: dict[str, str] = {}
        self._bytes = 0

    def add_text(self, name: str, text: str, encoding: str = "utf-8") -> None:
        data = text.encode(encoding)
        with self._entry(name) as entry:
            self._count(len(data))
            entry.write(data)
        self._checksums[name] = sha256(data).hexdigest()

    def add_file(self, name: str, file: IO[bytes]) -> None:
        digest = sha256()
        with self._entry(name) as entry:
            while chunk := file.read(_CHUNK):
                self._count(len(chunk))
                digest.update(chunk)
                entry.write(chunk)
        self._checksums[name] = digest.hexdigest()

    def finish(self) -> None:
        """Adds the list of checksums, as `sha256sum --check` reads it."""
        lines = [f"{digest}  {name}\n" for name, digest in sorted(self._checksums.items())]
        self.add_text(CHECKSUMS, "".join(lines))

    @contextmanager
    def _entry(self, name: str) -> Iterator[IO[bytes]]:
        info = ZipInfo(name, date_time=self._date)
        # The same on every system: made on Unix, readable by all.
        info.create_system = 3
        info.external_attr = 0o644 << 16
        is_small = extension_of(name) in _COMPRESSED
        info.compress_type = ZIP_STORED if is_small else ZIP_DEFLATED
        with self._zipped.open(info, "w") as entry:
            yield entry

    def _count(self, number: int) -> None:
        self._bytes += number
        if self._bytes > MOST_BYTES:
            raise TooLarge


@contextmanager
def writing(path: Path, changed: datetime) -> Iterator[Archive]:
    with ZipFile(path, "w", compresslevel=6) as zipped:
        yield Archive(zipped, changed)

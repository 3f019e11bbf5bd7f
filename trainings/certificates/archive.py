"""All certificates of a training as one ZIP, written while it is sent."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator

from django.utils import timezone

from trainings.certificates.document import make_certificate
from trainings.models import Certificate


class _Passing(io.RawIOBase):
    """Takes what is written until it is fetched. It cannot be read or gone back in."""

    def __init__(self) -> None:
        self._kept = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self._kept += data
        return len(data)

    def fetch(self) -> bytes:
        fetched = bytes(self._kept)
        self._kept.clear()
        return fetched


def zipped(certificates: Iterable[Certificate]) -> Iterator[bytes]:
    """The ZIP piece by piece. Files are called by their number: names of people are only in them."""
    passing = _Passing()
    # A PDF is compressed in itself.
    with zipfile.ZipFile(passing, "w", zipfile.ZIP_STORED) as archive:
        for certificate in certificates:
            day = timezone.localtime(certificate.issued_at)
            entry = zipfile.ZipInfo(f"{certificate.number}.pdf", day.timetuple()[:6])
            archive.writestr(entry, make_certificate(certificate))
            yield passing.fetch()
    yield passing.fetch()

"""Numbers of certificates: one after the other in each year, none twice and none left out."""

from __future__ import annotations

from trainings.models import CertificateCounter


def next_number(year: int) -> int:
    """The next number of a year. The row is held until the present transaction ends, and the number with it: if the
    certificate is not written, the number was not given out.
    """
    CertificateCounter.objects.get_or_create(year=year)
    counter = _locked(year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last


def _locked(year: int) -> CertificateCounter:
    """Read when it is held, not before. SQLite has one writer at a time anyway."""
    return CertificateCounter.objects.select_for_update().get(year=year)

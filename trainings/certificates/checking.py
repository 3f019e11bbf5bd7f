"""What anybody learns of a certificate whose code they have: the least that tells whether it is genuine."""

from __future__ import annotations

from dataclasses import dataclass

from trainings.certificates.codes import read_code
from trainings.models import Certificate, CertificateChoice


@dataclass(frozen=True, slots=True)
class Checked:
    """`holder` is the name if the holder allows it, else its first letters; "" for somebody who left the network."""

    certificate: Certificate
    holder: str


def checked(typed: str) -> Checked | None:
    """The certificate that a code names, however it was typed; None for any other text."""
    kept = Certificate.objects.defer("document").filter(code=read_code(typed))
    certificate = kept.select_related("enrolment__member__certificate_choice").first()
    if certificate is None:
        return None
    return Checked(certificate, certificate.name if _allows_name(certificate) else initials(certificate.name))


def initials(name: str) -> str:
    """The first letter of each word. Whoever holds the paper can compare; whoever does not learns nothing new."""
    return " ".join(f"{word[0].upper()}." for word in name.split())


def _allows_name(certificate: Certificate) -> bool:
    if certificate.enrolment is None:
        return False
    choice: CertificateChoice | None = getattr(certificate.enrolment.member, "certificate_choice", None)
    return choice is not None and choice.shows_name

"""Certificates: what was issued to whom, and what it says for ever."""

from __future__ import annotations

import secrets
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.long_work import LongWork
from portal.members.models import Member
from trainings.certificates.codes import ALPHABET, LENGTH
from trainings.models.enrolment import Enrolment
from trainings.models.training import TrainingPage


class CertificateState(models.TextChoices):
    """REPLACED: there is a newer one in its place. REVOKED: it does not hold any more, whatever came after it."""

    VALID = "valid", _("Valid")
    REPLACED = "replaced", _("Replaced")
    REVOKED = "revoked", _("Revoked")


def new_code() -> str:
    """80 random bits, in letters and figures that are not mistaken for each other."""
    return "".join(secrets.choice(ALPHABET) for _number in range(LENGTH))


class CertificateCounter(models.Model):
    """The last number that was given out in a year. Its row is what is locked (`certificates.numbering`)."""

    year = models.PositiveSmallIntegerField(unique=True)
    last = models.PositiveIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "counter of certificates"
        verbose_name_plural = "counters of certificates"

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"


class CertificateChoice(models.Model):
    """What a person settles for all their certificates: how their name is written on them ("": as in the account), and
    whether whoever checks one reads the name or only its first letters.
    """

    member = models.OneToOneField(Member, related_name="certificate_choice", on_delete=models.CASCADE)
    name = models.CharField(_("Name on the certificate"), max_length=150, blank=True)
    shows_name = models.BooleanField(_("Whoever checks my certificate may read my name"), default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "choice for certificates"
        verbose_name_plural = "choices for certificates"

    def __str__(self) -> str:
        return str(self.member)


class CertificateQuerySet(models.QuerySet["Certificate"]):
    def valid(self) -> CertificateQuerySet:
        return self.filter(state=CertificateState.VALID)

    def forget_holders(self) -> None:
        """Takes away who they were issued to. They can still be checked, and nobody can have them as a file again."""
        self.update(name="", document={}, issue_reason="", end_reason="")


class Certificate(models.Model):
    """One certificate. Only `certificates.issuing` makes them and changes their state.

    What it says is a snapshot: `document` (see `certificates.wording`), `name`, and for whoever checks it `titles`, the
    title of the course by content language, the days and the hours. An enrolment has one that is valid at most.
    `enrolment` is None once the person was deleted; name and document are empty then, as after leaving the network.
    """

    training = models.ForeignKey(TrainingPage, related_name="certificates", on_delete=models.PROTECT)
    enrolment = models.ForeignKey(Enrolment, null=True, related_name="certificates", on_delete=models.SET_NULL)
    year = models.PositiveSmallIntegerField()
    sequence = models.PositiveIntegerField()
    code = models.CharField(max_length=LENGTH, unique=True, default=new_code, editable=False)
    name = models.CharField(max_length=150, blank=True)
    titles = models.JSONField(default=dict)
    start = models.DateField()
    end = models.DateField()
    hours = models.PositiveSmallIntegerField(null=True)
    document = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=CertificateState.choices, default=CertificateState.VALID)
    issued_at = models.DateTimeField(default=timezone.now)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    issue_reason = models.CharField(max_length=500, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    end_reason = models.CharField(max_length=500, blank=True)

    objects: ClassVar[CertificateQuerySet] = CertificateQuerySet.as_manager()  # type: ignore[assignment]

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["year", "sequence"], name="one_certificate_a_number"),
            models.UniqueConstraint(
                fields=["enrolment"], condition=Q(state="valid"), name="one_valid_certificate_an_enrolment"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        return f"{self.year}-{self.sequence:06d}"

    @property
    def is_valid(self) -> bool:
        return self.state == CertificateState.VALID


class CertificateRun(LongWork):
    """Issuing to everybody who meets the rule, in the background. A training has one row, used again and again."""

    training = models.OneToOneField(TrainingPage, related_name="certificate_run", on_delete=models.CASCADE)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "issuing of certificates"
        verbose_name_plural = "issuings of certificates"

    def __str__(self) -> str:
        return f"{self.training_id}: {self.done}/{self.total}"

"""An application to join the network."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.core.languages.catalogue import LANGUAGES
from portal.members.models.consent import ConsentText
from portal.members.models.member import Member, gender_field
from portal.members.models.spoken_languages import SpokenLanguagesField
from portal.vocabulary.models import Beneficiary, Concept, Institution, Term


class ApplicationState(models.TextChoices):
    UNCONFIRMED = "unconfirmed", _("E-mail address not confirmed yet")
    WAITING = "waiting", _("Waiting for a decision")
    APPROVED = "approved", _("Approved")
    DECLINED = "declined", _("Declined")
    REPLACED = "replaced", _("Replaced by a newer one")


class ApplicationQuerySet(models.QuerySet["Application"]):
    def confirmed(self) -> ApplicationQuerySet:
        """Those that anybody may see: whoever wrote them can be reached at their address."""
        return self.exclude(state=ApplicationState.UNCONFIRMED)


class Application(models.Model):
    """What somebody without membership says of themselves, and what was decided.

    The fields of work are those of a member, who is made of them. `language` is the rendering in which the portal
    writes to this person. `decided_by` is empty when an invitation was accepted instead, or after that person left.
    """

    state = models.CharField(
        _("state"), max_length=12, choices=ApplicationState.choices, default=ApplicationState.UNCONFIRMED
    )
    email = models.EmailField(_("e-mail address"))
    first_name = models.CharField(_("first name"), max_length=150)
    last_name = models.CharField(_("last name"), max_length=150)
    language = models.CharField(
        _("language"), max_length=10, choices=[(language.code, language.native_name) for language in LANGUAGES]
    )
    beneficiary = models.ForeignKey(
        Beneficiary, verbose_name=_("beneficiary"), related_name="+", on_delete=models.PROTECT, null=True, blank=True
    )
    institution = models.ForeignKey(
        Institution, verbose_name=_("institution"), related_name="+", on_delete=models.PROTECT, null=True, blank=True
    )
    institution_name = models.CharField(_("institution that is not in the list"), max_length=200, blank=True)
    agency = models.ForeignKey(
        Term, verbose_name=_("kind of agency"), related_name="+", on_delete=models.PROTECT, null=True, blank=True
    )
    position = models.CharField(pgettext_lazy("at work", "position"), max_length=150, blank=True)
    gender = gender_field()
    topics = models.ManyToManyField(Term, verbose_name=_("fields of work"), related_name="+", blank=True)
    concepts = models.ManyToManyField(Concept, verbose_name=_("expertise"), related_name="+", blank=True)
    languages = SpokenLanguagesField(_("languages spoken"), blank=True)
    why = models.TextField(_("Why do you want to join?"), blank=True)
    consent_text = models.ForeignKey(ConsentText, related_name="+", on_delete=models.PROTECT)
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="+", on_delete=models.SET_NULL, null=True, blank=True
    )
    reason = models.TextField(_("reason"), blank=True)
    member = models.ForeignKey(Member, related_name="applications", on_delete=models.CASCADE, null=True, blank=True)

    objects: ClassVar[ApplicationQuerySet] = ApplicationQuerySet.as_manager()  # type: ignore[assignment]

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["sent_at", "pk"]
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["state", "beneficiary", "sent_at"], name="application_to_decide"),
            models.Index(fields=["email"], name="application_by_address"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["email"], condition=Q(state="waiting"), name="one_waiting_application_an_address"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["unconfirmed", "waiting"], decided_at=None)
                | Q(state__in=["approved", "declined", "replaced"], decided_at__isnull=False),
                name="decided_application_has_its_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name()

    def get_full_name(self) -> str:
        """As the person writes it."""
        return f"{self.first_name} {self.last_name}".strip()

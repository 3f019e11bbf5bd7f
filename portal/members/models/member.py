"""A member: a person with an account who was admitted to the network."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.members.models.spoken_languages import SpokenLanguagesField
from portal.vocabulary.models import Beneficiary, Concept, Institution, Term
from portal.vocabulary.models.taxonomy import FacetCode


class MemberState(models.TextChoices):
    ACTIVE = "active", _("Active")
    SUSPENDED = "suspended", _("Suspended")
    LEFT = "left", _("Left the network")


class Gender(models.TextChoices):
    """As somebody says of themselves; nothing for whoever does not say."""

    WOMAN = "woman", _("Woman")
    MAN = "man", _("Man")
    OTHER = "other", pgettext_lazy("gender", "Other")


def gender_field() -> models.CharField[str, str]:
    return models.CharField(_("gender"), max_length=5, choices=Gender.choices, blank=True)


class MemberQuerySet(models.QuerySet["Member"]):
    def active(self) -> MemberQuerySet:
        """Those who take part: admitted, neither suspended nor gone, with an account that works."""
        return self.filter(state=MemberState.ACTIVE, user__is_active=True)


class Member(models.Model):
    """Where a person works and what they know, as their application said and they keep it.

    The name is the user's. `beneficiary` is empty for those who work for an organisation of none. An institution that
    is not in the list is kept as it was written, in `institution_name`. `gender` is only for numbers: it stands beside
    no name, in the directory or elsewhere. Who may read what of the rest is not said here.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, verbose_name=_("user"), related_name="member", on_delete=models.CASCADE
    )
    state = models.CharField(_("state"), max_length=10, choices=MemberState.choices, default=MemberState.ACTIVE)
    beneficiary = models.ForeignKey(
        Beneficiary,
        verbose_name=_("beneficiary"),
        related_name="members",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        related_name="members",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
    )
    institution_name = models.CharField(
        _("institution that is not in the list"), max_length=200, blank=True, help_text=_("As it is called there.")
    )
    agency = models.ForeignKey(
        Term,
        verbose_name=_("kind of agency"),
        related_name="+",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        limit_choices_to={"facet__code": FacetCode.AGENCY.value},
    )
    position = models.CharField(pgettext_lazy("at work", "position"), max_length=150, blank=True)
    gender = gender_field()
    topics = models.ManyToManyField(
        Term,
        verbose_name=_("fields of work"),
        related_name="+",
        blank=True,
        limit_choices_to={
            "facet__code__in": [FacetCode.PRIORITY_AREA.value, FacetCode.STAGE.value, FacetCode.TARGET_GROUP.value]
        },
    )
    concepts = models.ManyToManyField(Concept, verbose_name=_("expertise"), related_name="+", blank=True)
    languages = SpokenLanguagesField(_("languages spoken"), blank=True)
    joined_at = models.DateTimeField(_("member since"), default=timezone.now, editable=False)
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)

    objects: ClassVar[MemberQuerySet] = MemberQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ["pk"]
        indexes = [models.Index(fields=["state", "beneficiary"])]

    def __str__(self) -> str:
        return str(self.user)

    @property
    def name(self) -> str:
        """As the person writes it."""
        return self.user.get_full_name()

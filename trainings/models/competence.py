"""What staff should be able to do: the framework of trainings."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.vocabulary.models import Term
from portal.vocabulary.models.reviewed import ReviewFlags
from portal.vocabulary.models.taxonomy import FacetCode


class CompetenceArea(models.TextChoices):
    ASSESSMENT = "assessment", _("Assessment")
    CASE_WORK = "case_work", _("Work with the person")
    COOPERATION = "cooperation", _("Co-operation")
    SAFETY = "safety", _("Safety")


class Competence(ReviewFlags, models.Model):
    """One thing that staff should be able to do. `name` and `description` are translated.

    `roles` are the kinds of agency whose staff need it. Which courses build it, they say (`CoursePage.builds`).
    """

    key = models.SlugField(_("name in addresses"), max_length=60, unique=True)
    name = models.CharField(_("competence"), max_length=150)
    description = models.TextField(_("description"), blank=True)
    area = models.CharField(_("area"), max_length=12, choices=CompetenceArea.choices)
    roles = models.ManyToManyField(
        Term,
        verbose_name=_("who needs it"),
        related_name="+",
        blank=True,
        limit_choices_to={"facet__code": FacetCode.AGENCY.value},
    )
    position = models.PositiveIntegerField(_("position"), default=0)
    is_sample = models.BooleanField(_("sample"), default=False)

    class Meta:
        verbose_name = _("competence")
        verbose_name_plural = _("competences")
        ordering: ClassVar[list[Any]] = ["position", "pk"]

    def __str__(self) -> str:
        return self.name or self.key

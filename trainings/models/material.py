"""What the participants of a training get: files and links, for them alone."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.models import PortalDocument
from trainings.models.parts import TrainingSession
from trainings.models.training import TrainingPage
from trainings.rules.materials import When


class TrainingMaterial(models.Model):
    """Either a file (`document`) or a link. `title` is translated; one language is enough.

    It is no part of the page: what is published or drafted there does not touch it. The document lies in a collection
    that is closed to everybody (`services.materials`), so it has no address but that of this material. `session` says
    to which session it belongs; when it opens, `when` says.
    """

    training = models.ForeignKey(TrainingPage, related_name="materials", on_delete=models.CASCADE)
    title = models.CharField(_("title"), max_length=200, blank=True)
    document = models.OneToOneField(
        PortalDocument, null=True, blank=True, on_delete=models.CASCADE, related_name="training_material"
    )
    link = models.URLField(_("web address"), blank=True, max_length=500)
    when = models.CharField(_("when it is for"), max_length=6, choices=When.choices, default=When.BEFORE)
    session = models.ForeignKey(
        TrainingSession,
        verbose_name=_("session"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="materials",
    )
    position = models.PositiveIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("material of a training")
        verbose_name_plural = _("materials of trainings")
        ordering: ClassVar[list[str]] = ["training", "position", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(document__isnull=False, link="") | (Q(document=None) & ~Q(link="")),
                name="a_file_or_a_link",
            )
        ]

    def __str__(self) -> str:
        return next(iter(self.titles().values()), "")

    def titles(self) -> dict[str, str]:
        """The titles that are written, by content language."""
        written: dict[str, Any] = {code: getattr(self, f"title_{code}") for code in CONTENT_CODES}
        return {code: title for code, title in written.items() if title}

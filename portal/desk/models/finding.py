"""What is to be done on a page: one row for each thing, made anew whenever the page changes."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Kind(models.TextChoices):
    """Each is a report of its own; the order is that of the overview."""

    REVIEW = "review", _("Reviews due")
    OUTDATED = "outdated", _("Outdated translations")
    TO_READ = "to-read", _("To be read by a native specialist")
    MISSING = "missing", _("Missing before publishing")
    UNCLASSIFIED = "unclassified", _("Without a stage or a beneficiary")
    PICTURE = "picture", _("Pictures without an alternative text")
    LINK = "link", _("Links that lead nowhere")
    NUMBER = "number", _("Personal numbers")
    PERSON = "person", _("Names and contacts of persons")


class Finding(models.Model):
    """One thing about the newest draft of a page, published or not.

    `field` and `language` say where; `detail` is the address or the words of a link, `reason` what an address
    answered, `object_id` the image or the document that is meant, `day` when a review is due. Of a person nothing is
    kept but the place: what is written there stays on the page alone.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    field = models.CharField(_("part"), max_length=60, blank=True)
    language = models.CharField(_("language"), max_length=3, blank=True)
    detail = models.CharField(_("detail"), max_length=500, blank=True)
    reason = models.CharField(_("reason"), max_length=20, blank=True)
    object_id = models.PositiveBigIntegerField(_("file"), null=True, blank=True)
    day = models.DateField(_("due"), null=True, blank=True)

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        indexes = [models.Index(fields=["kind", "language"], name="desk_kind_language")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.field} {self.language}".strip()

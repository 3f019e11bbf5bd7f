"""Bilingual lists and wordnets that were imported, with the licence that they came under."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportedSource(models.Model):
    """A list from elsewhere. Nothing is imported without saying under which licence it may be used."""

    name = models.CharField(_("source"), max_length=100, unique=True)
    licence = models.TextField(_("licence"))
    languages = models.CharField(_("languages"), max_length=40)
    number_of_terms = models.PositiveIntegerField(_("number of terms"), default=0)
    imported_at = models.DateTimeField(_("imported on"), auto_now=True)

    class Meta:
        verbose_name = _("imported list")
        verbose_name_plural = _("imported lists")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(licence=""), name="imported_source_has_licence"),
        ]

    def __str__(self) -> str:
        return self.name


class ImportedTerm(models.Model):
    """A term of a list. `sense` is the same for all terms that mean the same, in all lists that use its names.

    `position` counts from the most usual of the sense in its language.
    """

    source = models.ForeignKey(ImportedSource, related_name="terms", on_delete=models.CASCADE)
    sense = models.CharField(max_length=150, db_index=True)
    lang = models.CharField(max_length=3)
    text = models.CharField(max_length=150)
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = "imported term"
        verbose_name_plural = "imported terms"

    def __str__(self) -> str:
        return self.text

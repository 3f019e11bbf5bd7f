"""The thesaurus: concepts with preferred and alternative terms in each language, as in SKOS."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.vocabulary.models.protected import ProtectedModel, ProtectedQuerySet
from portal.vocabulary.models.reviewed import ReviewFlags


class Concept(ReviewFlags, ProtectedModel):
    """A concept of the field.

    `label` (skos:prefLabel), `alternative_labels` (skos:altLabel, one a line) and `note` are translated.
    `exact_match` and `close_match` are addresses of concepts in EuroVoc. Broader concepts form no circle.
    """

    identifier = models.SlugField(_("identifier"), max_length=100, unique=True)
    broader = models.ForeignKey(
        "self",
        verbose_name=_("broader concept"),
        related_name="narrower",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
    )
    related = models.ManyToManyField("self", verbose_name=_("related concepts"), blank=True)
    label = models.CharField(_("preferred term"), max_length=200)
    alternative_labels = models.TextField(_("other terms"), blank=True, help_text=_("One on each line."))
    note = models.TextField(_("note"), blank=True)
    exact_match = models.URLField(_("same concept in EuroVoc"), blank=True)
    close_match = models.URLField(_("similar concept in EuroVoc"), blank=True)

    objects = ProtectedQuerySet.as_manager()

    class Meta:
        verbose_name = _("concept")
        verbose_name_plural = _("concepts")
        ordering = ["identifier"]

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        """Raises ValidationError when the concept would become broader than itself, directly or over others."""
        super().clean()
        seen = {self.pk}
        above = self.broader
        while self.pk is not None and above is not None:
            if above.pk in seen:
                raise ValidationError({"broader": _("A concept cannot be broader than itself.")})
            seen.add(above.pk)
            above = above.broader

"""An article or rule of a standard, addressable on its page: `…/european-prison-rules/#rule-51`."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.vocabulary.models import Term
from portal.vocabulary.models.taxonomy import FacetCode
from practices.models.standard import Standard


def anchor_for(number: str) -> str:
    """The fragment of a part's address: "Rule 103.2" is `rule-103-2`, "Part II" is `part-ii`."""
    return re.sub(r"[^a-z0-9]+", "-", number.lower()).strip("-")


class StandardPart(models.Model):
    """One part: chapter, rule, article. `heading` and `gist` are translated and in our own words.

    `is_unconfirmed` marks numbers that still have to be compared with the official text; only editors see the mark.
    """

    standard = models.ForeignKey(Standard, verbose_name=_("standard"), related_name="parts", on_delete=models.CASCADE)
    number = models.CharField(_("number"), max_length=60, help_text=_("As in the official text: “Rule 51”."))
    anchor = models.SlugField(_("name in addresses"), max_length=60, editable=False)
    parent = models.ForeignKey(
        "self", verbose_name=_("part of"), related_name="children", null=True, blank=True, on_delete=models.CASCADE
    )
    position = models.PositiveIntegerField(_("position"), default=0)
    heading = models.CharField(_("heading"), max_length=250)
    gist = models.TextField(_("what it says"), blank=True)
    stages = models.ManyToManyField(
        Term,
        verbose_name=_("stages of the continuum"),
        blank=True,
        related_name="+",
        limit_choices_to={"facet__code": FacetCode.STAGE.value},
    )
    priority_areas = models.ManyToManyField(
        Term,
        verbose_name=_("priority areas"),
        blank=True,
        related_name="+",
        limit_choices_to={"facet__code": FacetCode.PRIORITY_AREA.value},
    )
    is_unconfirmed = models.BooleanField(
        _("number not confirmed"), default=False, help_text=_("Compare with the official text, then untick.")
    )

    class Meta:
        verbose_name = _("part of a standard")
        verbose_name_plural = _("parts of standards")
        ordering = ["standard", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["standard", "number"], name="one_part_a_number"),
            models.UniqueConstraint(fields=["standard", "anchor"], name="one_part_an_anchor"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.heading}"

    def save(self, *args: object, **kwargs: object) -> None:
        self.anchor = anchor_for(self.number)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def clean(self) -> None:
        """Raises ValidationError when addresses would clash or the part would lie in itself or elsewhere."""
        super().clean()
        self.anchor = anchor_for(self.number)
        if not self.anchor:
            raise ValidationError({"number": _("The number needs a letter from a to z or a digit.")})
        if self.standard_id is None:
            return
        others = StandardPart.objects.filter(standard_id=self.standard_id).exclude(pk=self.pk)
        if others.filter(anchor=self.anchor).exists():
            raise ValidationError({"number": _("This standard already has a part with this number.")})
        if self.parent_id is not None:
            self._check_parent()

    def _check_parent(self) -> None:
        parents = dict(StandardPart.objects.filter(standard_id=self.standard_id).values_list("pk", "parent_id"))
        if self.parent_id not in parents:
            raise ValidationError({"parent": _("A part lies within a part of the same standard.")})
        above: int | None = self.parent_id
        while above is not None:
            if above == self.pk:
                raise ValidationError({"parent": _("A part cannot lie within itself.")})
            above = parents.get(above)

"""What news and highlights share: a day, a picture, a body."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.blocks.fields import BodyField
from portal.core.content_language.localized import Localized


class IllustratedPage(models.Model):
    """Mixin: dated, with an optional picture (credit and alternative text come from the image) and a body."""

    date = models.DateField(_("date"), default=timezone.localdate, db_index=True)
    image = models.ForeignKey(
        "core.PortalImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = BodyField(_("text"))

    class Meta:
        abstract = True

    def article_facts(self, localized: Localized) -> dict[str, Any]:
        """What schema.org says of an article besides what it says of any text."""
        return {"headline": localized.headline, "datePublished": self.date.isoformat()}

"""What news and highlights share: a day, a picture, a body."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.blocks.fields import BodyField


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

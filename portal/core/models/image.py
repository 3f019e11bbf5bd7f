"""The portal's image: with credit, and an alternative text in each language."""

from __future__ import annotations

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image, ImageQuerySet

from portal.core.visibility.querysets import visible_files


class VisibleImageQuerySet(ImageQuerySet):
    def visible_to(self, user: Any) -> VisibleImageQuerySet:
        """Only images whose collection the user may see."""
        return visible_files(self, user)


class PortalImage(AbstractImage):
    """An image with its credit and what it shows, in words, for those who do not see it.

    `alternative_text` is translated (alternative_text_en, …). A language in which readers meet the image needs it
    before its page is published, unless the image only decorates.
    """

    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        validators=[RegexValidator(r"^[^<>]*$", _("Markup is not possible here."))],
        help_text=_("Who made or owns the picture, as it should be printed beside it."),
    )
    alternative_text = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What the picture shows, for readers who do not see it."),
    )
    is_decorative = models.BooleanField(
        _("only decorates"),
        default=False,
        help_text=_("Tick if readers miss nothing without it: then it needs no alternative text in any language."),
    )

    objects = VisibleImageQuerySet.as_manager()

    admin_form_fields = (
        "title",
        "file",
        "credit",
        "alternative_text_en",
        "alternative_text_sq",
        "alternative_text_bs",
        "alternative_text_cnr",
        "alternative_text_mk",
        "alternative_text_sr",
        "is_decorative",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = Image._meta.permissions

    @property
    def default_alt_text(self) -> str:
        """The alternative text in the reader's language or the nearest one; the title is never a stand-in."""
        return "" if self.is_decorative else self.alternative_text or ""


class PortalRendition(AbstractRendition):
    """One size of an image, made when first asked for."""

    image = models.ForeignKey(PortalImage, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition")
        ]

    def __str__(self) -> str:
        return f"{self.image} ({self.filter_spec})"

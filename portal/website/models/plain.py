"""A plain page: about the portal, accessibility, privacy, help."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.core.blocks.fields import BodyField
from portal.core.editing.panels import content_edit_handler
from portal.core.models import ArticlePage


class FooterGroup(models.TextChoices):
    """Where at the foot of every page a plain page is linked."""

    NONE = "", _("Not linked")
    PORTAL = "portal", _("Portal")
    HELP = "help", _("Help")


class PlainPage(ArticlePage):
    body = BodyField(_("text"))
    footer_group = models.CharField(
        _("at the foot of every page"),
        max_length=10,
        blank=True,
        default=FooterGroup.NONE,
        choices=FooterGroup.choices,
    )

    edit_handler = content_edit_handler(["body"], details=["footer_group"])
    parent_page_types = ["website.HomePage", "website.PlainPage"]
    subpage_types = ["website.PlainPage"]

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from portal.website.reading.plain import plain_context

        context = super().get_context(request, *args, **kwargs)
        return context | plain_context(self, context, request)

"""A plain page: about the portal, accessibility, privacy, help."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from portal.core.blocks.fields import BodyField
from portal.core.editing.panels import content_edit_handler
from portal.core.models import ContentPage


class PlainPage(ContentPage):
    body = BodyField(_("text"))

    edit_handler = content_edit_handler(["body"])
    parent_page_types = ["website.HomePage", "website.PlainPage"]
    subpage_types = ["website.PlainPage"]

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")

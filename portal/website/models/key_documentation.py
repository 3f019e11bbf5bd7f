"""Key documentation: the few things everybody should know where to find."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.core.blocks.fields import BodyField
from portal.core.editing.panels import content_edit_handler
from portal.core.models import ArticlePage


class KeyDocumentationPage(ArticlePage):
    """An introduction and, under headings, links to standards, publications and other addresses."""

    body = BodyField(_("text"))

    edit_handler = content_edit_handler(["body"])
    parent_page_types = ["website.HomePage"]
    subpage_types: list[str] = []
    max_count = 1

    class Meta:
        verbose_name = _("key documentation")
        verbose_name_plural = _("key documentation")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from portal.website.reading.plain import plain_context

        context = super().get_context(request, *args, **kwargs)
        return context | plain_context(self, context, request)

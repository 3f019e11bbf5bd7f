"""News, newest first."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from portal.core.editing.panels import content_edit_handler
from portal.core.models import ContentPage
from portal.vocabulary.editing.panels import classification_panel
from portal.vocabulary.models import ClassifiedPage
from portal.website.models.illustrated import IllustratedPage


class NewsIndexPage(ContentPage):
    edit_handler = content_edit_handler([])
    parent_page_types = ["website.HomePage"]
    subpage_types = ["website.NewsPage"]
    max_count = 1

    class Meta:
        verbose_name = _("news list")
        verbose_name_plural = _("news lists")


class NewsPage(ClassifiedPage, IllustratedPage, ContentPage):
    edit_handler = content_edit_handler(
        ["body"],
        details=["date", "image", classification_panel("beneficiaries", "stages", "priority_areas", "concepts")],
    )
    parent_page_types = ["website.NewsIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")

"""A working group: its page, and the means by which its members get in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection

from portal.core.blocks.fields import LongTextField
from portal.core.editing.panels import content_edit_handler
from portal.core.models import ArticlePage, RoutableContentPage
from portal.vocabulary.editing.panels import classification_panel
from portal.vocabulary.models import ClassifiedPage


class Standing(models.TextChoices):
    ACTIVE = "active", _("Active")
    PAUSED = "paused", _("Paused")
    CONCLUDED = "concluded", _("Concluded")


class WorkingGroupIndexPage(RoutableContentPage):
    edit_handler = content_edit_handler([])
    parent_page_types = ["website.HomePage"]
    subpage_types = ["network.WorkingGroupPage"]
    max_count = 1
    schema_type = "CollectionPage"

    class Meta:
        verbose_name = _("list of working groups")
        verbose_name_plural = _("lists of working groups")


class WorkingGroupPage(ClassifiedPage, ArticlePage):
    """A working group of one beneficiary, or regional when it has none. `mandate` is translated.

    `access_group` holds the users who are members now; what is closed to others is restricted to it. `collection` is
    where its files lie. Both are made with the page, and are never shared with another working group.
    """

    mandate = LongTextField(_("mandate"))
    standing = models.CharField(_("standing"), max_length=10, choices=Standing.choices, default=Standing.ACTIVE)
    access_group = models.OneToOneField(
        Group,
        verbose_name=_("group of its users"),
        related_name="working_group",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
    )
    collection = models.OneToOneField(
        Collection,
        verbose_name=_("collection of its files"),
        related_name="working_group",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
    )

    edit_handler = content_edit_handler(
        ["mandate"],
        details=["standing", classification_panel("beneficiaries", "priority_areas", "stages", "agencies")],
    )
    parent_page_types = ["network.WorkingGroupIndexPage"]
    subpage_types = ["network.GroupOutputPage"]

    class Meta:
        verbose_name = _("working group")
        verbose_name_plural = _("working groups")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from network.reading.working_groups import working_group_context

        context = super().get_context(request, *args, **kwargs)
        return context | working_group_context(self, context, request)

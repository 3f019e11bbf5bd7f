"""A working group: its page, and the means by which its members get in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.db import models, transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection

from network.models.space_routes import SpaceRoutes
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

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from network.reading.group_list import groups_context

        context = super().get_context(request, *args, **kwargs)
        return context | groups_context(self, request)


class WorkingGroupPage(SpaceRoutes, ClassifiedPage, ArticlePage):
    """A working group of one beneficiary, or regional when it has none. `mandate` is translated.

    `access_group` holds the users who are members now; what is closed to others is restricted to it. `office_group`
    holds chair and secretary, with what they may do in the administration. `collection` is where its files lie. All
    are made with the page, and are never shared with another working group. `shows_composition` says whether whoever
    sees the page also sees roles, institutions and numbers of its members; the group chooses it in its closed space.
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
    office_group = models.OneToOneField(
        Group,
        verbose_name=_("group of chair and secretary"),
        related_name="led_working_group",
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

    shows_composition = models.BooleanField(_("show who takes part"), default=True, editable=False)

    #: A copy is another group, with people and files of its own.
    exclude_fields_in_copy = ["access_group", "office_group", "collection"]
    edit_handler = content_edit_handler(
        ["mandate"],
        details=["standing", classification_panel("beneficiaries", "priority_areas", "stages", "agencies")],
    )
    parent_page_types = ["network.WorkingGroupIndexPage"]
    subpage_types = ["network.GroupOutputPage"]

    class Meta:
        verbose_name = _("working group")
        verbose_name_plural = _("working groups")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from network.reading.working_groups import working_group_context

        context = super().get_context(request, *args, **kwargs)
        return context | working_group_context(self, context, request)

    def with_content_json(self, content: Any) -> WorkingGroupPage:
        """A revision says what the page said, not who gets in or what the group shows: that stays as it is."""
        page: WorkingGroupPage = super().with_content_json(content)
        page.shows_composition = self.shows_composition
        page.access_group_id, page.office_group_id = self.access_group_id, self.office_group_id
        page.collection_id = self.collection_id
        return page

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Makes with a new page what it needs to be closed to others; names it as the page is called now."""
        from network.services.closed_space import make_closed_space, name_closed_space

        with transaction.atomic():
            super().save(*args, **kwargs)
            if self.access_group_id is None:
                make_closed_space(page=self)
            elif kwargs.get("update_fields") is None:
                name_closed_space(page=self)


@receiver(post_delete, sender=WorkingGroupPage)
def take_groups_along(instance: WorkingGroupPage, **_kwargs: Any) -> None:
    """Nobody has the rights of a group that is gone. Its files stay, closed to everybody, for an administrator."""
    Group.objects.filter(pk__in=[instance.access_group_id, instance.office_group_id]).delete()

"""Reported messages in the administration: all that moderators see of messages."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet

from network.models import MessageReport


class ReportPolicy(ModelPermissionPolicy):
    """Reports come from those who got a message: nobody adds one here, superusers neither."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "add" and bool(super().user_has_permission(user, action))


class MessageReportViewSet(SnippetViewSet):
    """Read, and closed by writing down what was done."""

    model = MessageReport
    icon = "warning"
    menu_label = _("Reported messages")
    menu_order = 270
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = [
        "subject",
        Column("sender", label=_("written by")),
        Column("reporter", label=_("reported by")),
        DateColumn("reported_at", label=_("reported on")),
        Column("outcome", label=_("outcome")),
    ]
    edit_handler = ObjectList(
        [
            *(
                FieldPanel(name, read_only=True)
                for name in ("sender", "reporter", "reported_at", "reason", "subject", "text")
            ),
            FieldPanel("outcome"),
        ]
    )

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        # Nothing refers to a report.
        common: dict[str, Any] = super().get_common_view_kwargs(**{"usage_url_name": None, **kwargs})
        return common

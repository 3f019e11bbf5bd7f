"""On the edit page of a standard: how many parts it has, and the way to them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel

#: Where the list and the form of parts lie in the admin.
NAMESPACE = "wagtailsnippets_practices_standardpart"


class PartsPanel(Panel):
    class BoundPanel(Panel.BoundPanel):
        template_name = "practices/admin/parts_panel.html"

        def is_shown(self) -> bool:
            """Not while the standard is new, nor to those who may not edit parts."""
            return self.instance.pk is not None and self.request.user.has_perm("practices.change_standardpart")

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            chosen = f"?standard={self.instance.pk}"
            context["count"] = self.instance.parts.count()
            context["list_url"] = reverse(f"{NAMESPACE}:list") + chosen
            if self.request.user.has_perm("practices.add_standardpart"):
                context["add_url"] = reverse(f"{NAMESPACE}:add") + chosen
            return context

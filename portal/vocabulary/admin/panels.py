"""Panels of the vocabulary's forms."""

from __future__ import annotations

from typing import Any

from django.forms import Widget
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel

from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.vocabulary.usage import usages_of


def languages_panel(field: str, heading: Any, widget: type[Widget] | None = None) -> MultiFieldPanel:
    """A translated field in its six languages below each other. Labels are short: one look compares them."""
    return MultiFieldPanel(
        [FieldPanel(f"{field}_{code}", heading=BY_CODE[code].native_name, widget=widget) for code in CONTENT_CODES],
        heading=heading,
    )


def review_panel() -> FieldPanel:
    return FieldPanel("review_languages")


class UsagePanel(Panel):
    """What is classified by a word. While there is anything, the word cannot be deleted."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("heading", _("Used by"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "vocabulary/admin/usage_panel.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            context["usages"] = usages_of([self.instance]).get(self.instance.pk, [])
            return context

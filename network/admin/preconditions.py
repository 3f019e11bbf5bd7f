"""Needs of co-operation as snippets. What beneficiaries report on them is reported on the site."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from network.models import Precondition
from portal.vocabulary.admin.forms import VocabularyForm
from portal.vocabulary.admin.listing import ReviewColumn
from portal.vocabulary.admin.panels import languages_panel, review_panel


class PreconditionForm(VocabularyForm):
    needs_english = ("name",)
    written_once = ("key",)


class PreconditionViewSet(SnippetViewSet):
    model = Precondition
    icon = "list-ul"
    menu_label = _("Preconditions")
    menu_order = 260
    add_to_admin_menu = True
    list_display = ["name", "key", ReviewColumn()]
    ordering = ["position"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("key"),
            FieldPanel("position"),
            languages_panel("name", _("What is needed")),
            languages_panel("note", _("Note"), forms.Textarea),
            review_panel(),
        ],
        base_form_class=PreconditionForm,
    )

    def register_chooser_viewset(self) -> None:
        """None: nothing chooses a need."""

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Without Wagtail's count of usage: reports belong to a need and go with it."""
        common: dict[str, Any] = super().get_common_view_kwargs(**{"usage_url_name": None, **kwargs})
        return common

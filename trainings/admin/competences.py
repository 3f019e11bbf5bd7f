"""Competences as snippets. Which courses build them is chosen on the form of a course."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.vocabulary.admin.forms import VocabularyForm
from portal.vocabulary.admin.listing import ReviewColumn
from portal.vocabulary.admin.panels import languages_panel, review_panel
from trainings.models import Competence


class CompetenceForm(VocabularyForm):
    needs_english = ("name",)
    written_once = ("key",)


class CompetenceViewSet(SnippetViewSet):
    model = Competence
    icon = "list-ul"
    menu_label = _("Competences")
    menu_order = 265
    add_to_admin_menu = True
    list_display = ["name", "area", ReviewColumn()]
    list_filter = ["area"]
    ordering = ["position"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("key"),
            FieldPanel("position"),
            FieldPanel("area"),
            languages_panel("name", _("Competence")),
            languages_panel("description", _("Description"), forms.Textarea),
            FieldPanel("roles", widget=forms.CheckboxSelectMultiple),
            FieldPanel("is_sample"),
            review_panel(),
        ],
        base_form_class=CompetenceForm,
    )

    def register_chooser_viewset(self) -> None:
        """None: courses tick them."""

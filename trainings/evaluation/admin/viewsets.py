"""Forms of courses and their questions as snippets: two lists, so that no form asks for everything at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from portal.vocabulary.admin.forms import VocabularyForm
from portal.vocabulary.admin.listing import ReviewColumn
from portal.vocabulary.admin.panels import languages_panel, review_panel
from trainings.evaluation.models import EvaluationForm, EvaluationQuestion


class FormOfCourse(VocabularyForm):
    needs_english = ("title",)
    written_once = ()


class FormOfQuestion(VocabularyForm):
    needs_english = ("text",)
    written_once = ()


class QuestionFilterSet(WagtailFilterSet):
    class Meta:
        model = EvaluationQuestion
        fields = ["form"]


class _ViewSet(SnippetViewSet):
    copy_view_enabled = False
    list_per_page = 50

    def register_chooser_viewset(self) -> None:
        """None: nothing chooses one of these."""

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Without Wagtail's count of usage: answers are read on the site."""
        common: dict[str, Any] = super().get_common_view_kwargs(**{"usage_url_name": None, **kwargs})
        return common


class EvaluationFormViewSet(_ViewSet):
    model = EvaluationForm
    icon = "form"
    list_display = ["title", "course", "get_kind_display", ReviewColumn()]
    edit_handler = ObjectList(
        [
            FieldPanel("course", widget=forms.Select),
            FieldPanel("kind"),
            languages_panel("title", _("Title")),
            languages_panel("introduction", _("Introduction"), forms.Textarea),
            FieldPanel("is_anonymous"),
            FieldPanel("is_needed"),
            FieldRowPanel([FieldPanel("pass_mark"), FieldPanel("attempts")]),
            review_panel(),
        ],
        base_form_class=FormOfCourse,
    )

    def get_queryset(self, request: Any) -> Any:
        return EvaluationForm.objects.select_related("course")


class EvaluationQuestionViewSet(_ViewSet):
    model = EvaluationQuestion
    icon = "help"
    list_display = ["text", "form", "position", "get_kind_display", ReviewColumn()]
    filterset_class = QuestionFilterSet
    edit_handler = ObjectList(
        [
            FieldPanel("form", widget=forms.Select),
            FieldRowPanel([FieldPanel("position"), FieldPanel("kind")]),
            languages_panel("text", _("Question")),
            languages_panel("options", _("Options"), forms.Textarea),
            FieldPanel("is_required"),
            FieldPanel("is_asked"),
            FieldRowPanel([FieldPanel("right"), FieldPanel("points")]),
            review_panel(),
        ],
        base_form_class=FormOfQuestion,
    )

    def get_queryset(self, request: Any) -> Any:
        return EvaluationQuestion.objects.select_related("form__course")


class EvaluationGroup(SnippetViewSetGroup):
    items = (EvaluationFormViewSet, EvaluationQuestionViewSet)
    menu_label = _("Evaluation")
    menu_icon = "form"
    menu_order = 270

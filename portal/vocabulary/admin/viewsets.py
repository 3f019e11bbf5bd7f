"""The five kinds of words as snippets."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from portal.core.editing.panels import searched_panel
from portal.core.languages.catalogue import CONTENT_CODES
from portal.vocabulary.admin.exchange.listing import ConceptIndexView
from portal.vocabulary.admin.forms import BeneficiaryForm, ConceptForm, InstitutionForm, TermForm, VocabularyForm
from portal.vocabulary.admin.institutions import institution_policy
from portal.vocabulary.admin.listing import (
    BeneficiaryFilterSet,
    ConceptFilterSet,
    FacetFilterSet,
    InstitutionFilterSet,
    ReviewColumn,
    TermFilterSet,
)
from portal.vocabulary.admin.panels import UsagePanel, languages_panel, review_panel
from portal.vocabulary.editing.panels import CONCEPTS
from portal.vocabulary.editing.widgets import AlphabeticalSelect
from portal.vocabulary.models import Beneficiary, Concept, Facet, Institution, Term


def _in_all_languages(*fields: str) -> list[str]:
    return [f"{field}_{code}" for field in fields for code in CONTENT_CODES]


class WordViewSet(SnippetViewSet):
    """What the five have in common. Wagtail's count of usage is left out: it does not see how pages are classified."""

    copy_view_enabled = False
    list_per_page = 50

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        common: dict[str, Any] = super().get_common_view_kwargs(**{"usage_url_name": None, **kwargs})
        return common


class BeneficiaryViewSet(WordViewSet):
    model = Beneficiary
    icon = "globe"
    list_display = ["name", "code", ReviewColumn()]
    search_fields = ["code", *_in_all_languages("name", "capital")]
    filterset_class = BeneficiaryFilterSet
    edit_handler = ObjectList(
        [
            FieldPanel("code"),
            FieldPanel("slug"),
            languages_panel("name", _("Name")),
            languages_panel("capital", _("Capital")),
            MultiFieldPanel(
                [FieldPanel("official_languages"), FieldPanel("portal_languages"), FieldPanel("timezone")],
                heading=_("Languages and time"),
            ),
            FieldPanel("note"),
            review_panel(),
            UsagePanel(),
        ],
        base_form_class=BeneficiaryForm,
    )


class InstitutionViewSet(WordViewSet):
    model = Institution
    icon = "home"
    list_display = ["name", "beneficiary", "type", "level", ReviewColumn()]
    search_fields = ["level", *_in_all_languages("name")]
    filterset_class = InstitutionFilterSet
    edit_handler = ObjectList(
        [
            FieldPanel("beneficiary", widget=AlphabeticalSelect),
            FieldPanel("type"),
            FieldPanel("level"),
            languages_panel("name", _("Name")),
            FieldPanel("website"),
            FieldPanel("note"),
            review_panel(),
            UsagePanel(),
        ],
        base_form_class=InstitutionForm,
    )

    def get_queryset(self, request: Any) -> Any:
        theirs = institution_policy().instances_user_has_any_permission_for(request.user, ("add", "change", "delete"))
        return theirs.select_related("beneficiary")


class FacetViewSet(WordViewSet):
    """Pages have a field for each facet: nothing is added or deleted (portal.vocabulary.admin.policy)."""

    model = Facet
    icon = "tag"
    list_display = ["label", "code", "position", ReviewColumn()]
    search_fields = ["code", *_in_all_languages("label")]
    filterset_class = FacetFilterSet
    edit_handler = ObjectList(
        [FieldPanel("code"), FieldPanel("position"), languages_panel("label", _("Label")), review_panel()],
        base_form_class=VocabularyForm,
    )


class TermViewSet(WordViewSet):
    model = Term
    icon = "tag"
    list_display = ["label", "facet", "code", "position", ReviewColumn()]
    search_fields = ["code", *_in_all_languages("label")]
    filterset_class = TermFilterSet
    edit_handler = ObjectList(
        [
            FieldPanel("facet", widget=forms.Select),
            FieldPanel("code"),
            FieldPanel("position"),
            languages_panel("label", _("Label")),
            languages_panel("description", _("Description")),
            review_panel(),
            UsagePanel(),
        ],
        base_form_class=TermForm,
    )

    def get_queryset(self, request: Any) -> Any:
        return Term.objects.select_related("facet")


class ConceptViewSet(WordViewSet):
    model = Concept
    icon = "openquote"
    list_display = ["label", "identifier", "broader", ReviewColumn()]
    search_fields = ["identifier", *_in_all_languages("label", "alternative_labels")]
    filterset_class = ConceptFilterSet
    index_view_class = ConceptIndexView
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("identifier"),
                    languages_panel("label", _("Preferred term")),
                    languages_panel("alternative_labels", _("Other terms, one on each line")),
                    review_panel(),
                ],
                heading=_("Terms"),
            ),
            ObjectList(
                [
                    FieldPanel("broader", widget=forms.Select),
                    searched_panel("related", CONCEPTS),
                    FieldPanel("exact_match"),
                    FieldPanel("close_match"),
                    UsagePanel(),
                ],
                heading=_("Relations"),
            ),
            ObjectList([languages_panel("note", _("Note"))], heading=_("Notes")),
        ],
        base_form_class=ConceptForm,
    )

    def get_queryset(self, request: Any) -> Any:
        return Concept.objects.select_related("broader")


class VocabularyGroup(SnippetViewSetGroup):
    items = (ConceptViewSet, TermViewSet, FacetViewSet, BeneficiaryViewSet, InstitutionViewSet)
    menu_label = _("Vocabulary")
    menu_icon = "list-ul"
    menu_order = 250

"""Synonyms and equivalents, and imported lists, as snippets."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet, SnippetViewSetGroup

from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from search.lexicon.equivalent_terms import EquivalentTerms
from search.lexicon.imported import ImportedSource

_TERMS_FIELDS = [f"terms_{code}" for code in CONTENT_CODES]


class EquivalentTermsCreateView(CreateView):
    """`?bs=kazamat` fills in a term: what was searched in vain is named beside a list of such searches."""

    def get_initial_form_instance(self) -> EquivalentTerms:
        entry = super().get_initial_form_instance() or EquivalentTerms()
        for code in CONTENT_CODES:
            setattr(entry, f"terms_{code}", self.request.GET.get(code, "")[:100])
        return entry


class EquivalentTermsViewSet(SnippetViewSet):
    model = EquivalentTerms
    icon = "resubmit"
    add_view_class = EquivalentTermsCreateView
    copy_view_enabled = False
    list_per_page = 50
    list_display = ["__str__", Column("note", label=_("note")), DateColumn("changed_at", label=_("last changed"))]
    search_fields = [*_TERMS_FIELDS, "note"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel(f"terms_{code}", heading=BY_CODE[code].native_name) for code in CONTENT_CODES],
                heading=_("Terms that mean the same"),
                help_text=_(
                    "One on each line, or separated by commas, in as many languages as you like. Who searches for one"
                    " of them finds the others too, at once. The preview shows what is found besides."
                ),
            ),
            FieldPanel("note"),
        ]
    )

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        # Nothing refers to an entry.
        common: dict[str, Any] = super().get_common_view_kwargs(**{"usage_url_name": None, **kwargs})
        return common


class ImportedSourceViewSet(SnippetViewSet):
    model = ImportedSource
    icon = "download"
    copy_view_enabled = False
    inspect_view_enabled = True
    list_display = [
        "name",
        Column("licence", label=_("licence")),
        Column("languages", label=_("languages")),
        Column("number_of_terms", label=_("number of terms")),
        DateColumn("imported_at", label=_("imported on")),
    ]
    search_fields = ["name", "licence"]
    inspect_view_fields = ["name", "licence", "languages", "number_of_terms", "imported_at"]
    edit_handler = ObjectList([FieldPanel("name"), FieldPanel("licence")])

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        common: dict[str, Any] = super().get_common_view_kwargs(**{"usage_url_name": None, **kwargs})
        return common


class LexiconGroup(SnippetViewSetGroup):
    items = (EquivalentTermsViewSet, ImportedSourceViewSet)
    menu_label = _("Search words")
    menu_icon = "search"
    menu_order = 260

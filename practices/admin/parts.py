"""Parts of standards: their own list and form, since a standard may have a hundred of them."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import StatusFlagColumn
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from practices.models import Standard, StandardPart

#: A list of choices is as wide as its longest label; longer ones would leave the form.
_LABEL_LENGTH = 70


def _short_name(standard: Standard) -> str:
    return Truncator(f"{standard.reference}: {standard.title}").chars(_LABEL_LENGTH)


class StandardPartForm(WagtailAdminModelForm):
    """Offers as enclosing parts those of the same standard, once it is known which one that is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        standard = self.data.get("standard") or self.initial.get("standard") or self.instance.standard_id
        parents = StandardPart.objects.exclude(pk=self.instance.pk)
        known = str(getattr(standard, "pk", standard) or "")
        self.fields["parent"].queryset = parents.filter(standard_id=known) if known.isdecimal() else parents.none()
        self.fields["standard"].label_from_instance = _short_name
        # The machinery of translations calls English optional; a part that has no wording at all says nothing.
        self.fields["heading_en"].required = True


class StandardPartFilterSet(WagtailFilterSet):
    standard = django_filters.ModelChoiceFilter(label=_("standard"), queryset=Standard.objects.order_by("title"))
    is_unconfirmed = django_filters.BooleanFilter(label=_("number not confirmed"))

    class Meta:
        model = StandardPart
        fields = ["standard", "is_unconfirmed"]


class StandardPartCreateView(CreateView):
    """`?standard=<key>` chooses the standard that the new part belongs to."""

    def get_initial_form_instance(self) -> StandardPart:
        part = super().get_initial_form_instance() or StandardPart()
        wanted = self.request.GET.get("standard", "")
        if wanted.isdecimal():
            part.standard = Standard.objects.filter(pk=wanted).first()
        return part


def _language_tab(code: str) -> ObjectList:
    return ObjectList([FieldPanel(f"heading_{code}"), FieldPanel(f"gist_{code}")], heading=BY_CODE[code].native_name)


_SOURCE, *_TRANSLATIONS = CONTENT_CODES

#: What a part is and its source text first; each other language on a tab of its own.
EDIT_HANDLER = TabbedInterface(
    [
        ObjectList(
            [
                # Plain lists: a chooser would offer parts of every standard.
                FieldPanel("standard", widget=forms.Select),
                FieldRowPanel([FieldPanel("number"), FieldPanel("position")]),
                FieldPanel("parent", widget=forms.Select),
                FieldPanel(f"heading_{_SOURCE}"),
                FieldPanel(f"gist_{_SOURCE}"),
                FieldPanel("is_unconfirmed"),
                FieldPanel("stages", widget=forms.CheckboxSelectMultiple),
                FieldPanel("priority_areas", widget=forms.CheckboxSelectMultiple),
            ],
            heading=_("Part"),
        ),
        *map(_language_tab, _TRANSLATIONS),
    ],
    base_form_class=StandardPartForm,
)


class StandardPartViewSet(SnippetViewSet):
    model = StandardPart
    icon = "list-ol"
    menu_label = _("Parts of standards")
    menu_order = 250
    add_to_admin_menu = True
    add_view_class = StandardPartCreateView
    filterset_class = StandardPartFilterSet
    list_display = [
        "number",
        "heading",
        "standard",
        # A mark where there is work to do, nothing where there is none.
        StatusFlagColumn("is_unconfirmed", label=_("State"), true_label=_("Not confirmed"), sort_key="is_unconfirmed"),
    ]
    list_per_page = 100
    ordering = ["standard__title", "position"]
    search_fields = ["number", "heading_en", "gist_en", "standard__title", "standard__reference"]
    search_backend_name = None
    copy_view_enabled = False
    edit_handler = EDIT_HANDLER

    def register_chooser_viewset(self) -> None:
        """None: forms search for parts (practices.editing), and a chooser would name those of closed standards."""

    def get_queryset(self, request: Any) -> QuerySet[StandardPart]:
        return StandardPart.objects.select_related("standard")

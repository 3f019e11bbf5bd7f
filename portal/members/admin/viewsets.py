"""The list of members, and the versions of the text that they agree to."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, TitleColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from portal.members.models import ConsentText, Member
from portal.members.rules.stewards import theirs
from portal.vocabulary.admin.panels import languages_panel


class _ReadOnlyViewSet(SnippetViewSet):
    copy_view_enabled = False
    list_per_page = 50

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        # What refers to one is nobody's business.
        common: dict[str, Any] = super().get_common_view_kwargs(**{"usage_url_name": None, **kwargs})
        return common


class MemberFilterSet(WagtailFilterSet):
    class Meta:
        model = Member
        fields = ["state", "beneficiary", "agency", "is_sample"]


class MemberViewSet(_ReadOnlyViewSet):
    """A name leads to the page of the member, where the steps are."""

    model = Member
    icon = "group"
    menu_label = _("Members")
    list_display = [
        TitleColumn("user", label=_("Person"), get_url=lambda member: reverse("members:person", args=[member.pk])),
        Column("get_state_display", label=_("State"), sort_key="state"),
        Column("beneficiary", label=_("Beneficiary")),
        Column("position", label=_("Position")),
        DateColumn("joined_at", label=_("Member since"), sort_key="joined_at"),
        BooleanColumn("is_sample", label=_("Sample")),
    ]
    search_fields = ["user__first_name", "user__last_name", "user__email", "position"]
    filterset_class = MemberFilterSet

    def get_queryset(self, request: Any) -> QuerySet[Member]:
        return Member.objects.filter(theirs(request.user)).select_related("user", "beneficiary")


class ConsentTextViewSet(_ReadOnlyViewSet):
    model = ConsentText
    icon = "form"
    menu_label = _("Consent texts")
    list_display = ["version", "since"]
    edit_handler = ObjectList([FieldPanel("version"), FieldPanel("since"), languages_panel("text", _("Text"))])


class MembersGroup(SnippetViewSetGroup):
    items = (MemberViewSet, ConsentTextViewSet)
    menu_label = _("Members")
    menu_icon = "group"
    menu_order = 260

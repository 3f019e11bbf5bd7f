"""The report of files whose text cannot be searched, or not all of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

from portal.core.editing.known_pages import known_for_linking
from portal.core.editing.read_again import ReadAgain
from portal.core.files.reading_state import PROBLEMS, ReadingState
from portal.core.models.document import PortalDocument

#: What an empty value of the filter could not say.
_WAITING = "waiting"
_UNREAD = (ReadingState.WAITING, *PROBLEMS)


class UnreadFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("Reason"),
        method="in_state",
        choices=[(state.value or _WAITING, state.label) for state in _UNREAD],
    )

    class Meta:
        model = PortalDocument
        fields: list[str] = []

    def in_state(self, documents: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        return documents.filter(reading_state=ReadingState.WAITING if value == _WAITING else value)


class PagesColumn(Column):
    """The pages that use the file, as far as they may be named."""

    cell_template_name = "core/editing/pages_cell.html"

    class Media:
        css = {"all": ("core/admin/unread-files.css",)}


class ReadAgainColumn(BaseColumn):
    """Leads to where one file is read again."""

    cell_template_name = "core/editing/read_again_cell.html"

    def get_cell_context_data(self, instance: PortalDocument, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return {**context, "url": read_again_url([instance], parent_context["request"])}


class UnreadFilesView(ReportView):
    """Files that this person may change, as in the list of documents."""

    model = PortalDocument
    any_permission_required = ("change",)
    page_title = gettext_lazy("Files that are not searched")
    header_icon = "doc-full-inverse"
    template_name = "wagtailadmin/reports/base_report.html"
    results_template_name = "core/editing/unread_files_results.html"
    index_url_name = "core_unread_files"
    index_results_url_name = "core_unread_files_results"
    filterset_class = UnreadFilterSet
    default_ordering = "title"
    columns = [
        TitleColumn("title", label=gettext_lazy("File"), width="22%", url_name="wagtaildocs:edit", sort_key="title"),
        Column(
            "reason",
            label=gettext_lazy("Reason"),
            accessor=lambda document: capfirst(document.get_reading_state_display()),
        ),
        PagesColumn("used_by", label=gettext_lazy("Used by")),
        Column("collection", label=gettext_lazy("Collection"), accessor="collection.name"),
        DateColumn("created_at", label=gettext_lazy("Uploaded"), sort_key="created_at"),
        ReadAgainColumn("read_again", label=""),
    ]

    def get_base_queryset(self) -> QuerySet[PortalDocument]:
        theirs = self.permission_policy.instances_user_has_any_permission_for(self.request.user, ["change"])
        unread: QuerySet[PortalDocument] = theirs.filter(reading_state__in=_UNREAD).select_related("collection")
        return unread

    def decorate_paginated_queryset(self, object_list: Iterable[PortalDocument]) -> list[PortalDocument]:
        documents = list(object_list)
        pages = pages_using(documents, self.request.user)
        for document in documents:
            document.used_by = pages[document.pk]
        return documents

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        context["read_all_url"] = read_again_url(context["object_list"], self.request)
        return context

    @cached_property
    def no_results_message(self) -> str:
        if self.is_filtering:
            return _("There are no such files.")
        return _("The text of all files that you may change can be searched.")


class UnreadFilesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        policy = policy_registry.get_by_type(PortalDocument)
        return bool(policy.user_has_any_permission(request.user, UnreadFilesView.any_permission_required))


def read_again_url(documents: Iterable[PortalDocument], request: HttpRequest) -> str:
    """The page that asks before these are read again, and leads back to the report as it is filtered now."""
    action = (PortalDocument._meta.app_label, PortalDocument._meta.model_name, ReadAgain.action_type)
    back = f"{reverse('core_unread_files')}?{request.GET.urlencode()}"
    query = [*(("id", document.pk) for document in documents), ("next", back)]
    return f"{reverse('wagtail_bulk_action', args=action)}?{urlencode(query)}"


def pages_using(documents: Iterable[PortalDocument], user: Any) -> dict[int, list[Page]]:
    """For each document the pages that attach it or link to it, drafts too, as far as the user may know of them.

    Two queries. Wagtail's index of references knows what the latest draft of a page holds.
    """
    types = ContentType.objects.get_for_models(PortalDocument, Page)
    references = ReferenceIndex.objects.filter(
        to_content_type=types[PortalDocument],
        to_object_id__in=[str(document.pk) for document in documents],
        base_content_type=types[Page],
    )
    pairs = {(int(file), int(page)) for file, page in references.values_list("to_object_id", "object_id")}
    pages = known_for_linking(Page.objects.filter(pk__in={page for _file, page in pairs}), user).order_by("title")
    found: dict[int, list[Page]] = defaultdict(list)
    for page in pages:
        for file, user_of_file in pairs:
            if user_of_file == page.pk:
                found[file].append(page)
    return found

"""Files that nothing refers to: no page, published or draft, and no record."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import ReferenceIndex
from wagtail.permissions import policy_registry

from portal.core.languages.reader import current_reader
from portal.core.models import PortalDocument, PortalImage
from portal.core.spreadsheet_export import SafeSpreadsheetMixin
from portal.core.text_exit import finished
from portal.desk.reports.findings import NameColumn


def unused(model: Any, user: Any) -> QuerySet[Any]:
    """Those of the files that the user may change to which nothing refers; Wagtail's index knows drafts too."""
    theirs = policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, ["change"])
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(model), to_object_id=OuterRef("key")
    )
    return theirs.annotate(key=Cast("pk", CharField())).filter(~Exists(references))


class UnusedView(SafeSpreadsheetMixin, ReportView):
    any_permission_required = ("change",)
    template_name = "wagtailadmin/reports/base_report.html"
    results_template_name = "desk/reports/findings_results.html"
    default_ordering = "title"
    edit_url_name: str
    list_export = ["title", "collection_name", "created_at"]
    export_headings = {
        "title": gettext_lazy("File"),
        "collection_name": gettext_lazy("Collection"),
        "created_at": gettext_lazy("Uploaded"),
    }
    export_filename = "unused-files"

    @cached_property
    def columns(self) -> list[Any]:
        return [
            NameColumn("title", label=_("File"), width="45%", url_name=self.edit_url_name, sort_key="title"),
            Column("collection", label=_("Collection"), accessor="collection.name"),
            DateColumn("created_at", label=_("Uploaded"), sort_key="created_at"),
        ]

    def get_base_queryset(self) -> QuerySet[Any]:
        return unused(self.model, self.request.user).select_related("collection")

    def to_row_dict(self, item: Any) -> Any:
        """Cells as texts leave the portal."""
        if isinstance(item, str):
            return super().to_row_dict(item)
        lang = current_reader().language.html_lang
        item.collection_name = finished(item.collection.name, lang)
        item.title = finished(item.title, lang)
        return super().to_row_dict(item)

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        context["intro"] = _("No page and no record refers to these, drafts included. Their form lets you delete them.")
        return context

    @cached_property
    def no_results_message(self) -> str:
        return _("All files that you may change are in use.")


class UnusedDocumentsView(UnusedView):
    model = PortalDocument
    page_title = gettext_lazy("Documents that are not used")
    header_icon = "doc-full-inverse"
    edit_url_name = "wagtaildocs:edit"
    index_url_name = "desk_unused_documents"
    index_results_url_name = "desk_unused_documents_results"


class UnusedImagesView(UnusedView):
    model = PortalImage
    page_title = gettext_lazy("Images that are not used")
    header_icon = "image"
    edit_url_name = "wagtailimages:edit"
    index_url_name = "desk_unused_images"
    index_results_url_name = "desk_unused_images_results"

"""What the reports of findings share: whose pages, which columns, how it leaves as a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import django_filters
from django.core.exceptions import FieldDoesNotExist
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from portal.core.editing.known_pages import PAGE_POLICY
from portal.core.editing.panels import open_url
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.core.languages.reader import current_reader
from portal.core.spreadsheet_export import SafeSpreadsheetMixin
from portal.core.text_exit import finished
from portal.desk.models import Finding, Kind

#: Who may do any of this with a page is told what is to be done there.
PERMISSIONS = ("change", "publish")


def findings_for(user: Any) -> QuerySet[Finding]:
    """Findings on pages that this person works on, and on no others."""
    theirs = PAGE_POLICY.instances_user_has_any_permission_for(user, PERMISSIONS)
    return Finding.objects.filter(page__in=theirs.order_by().values("pk"))


class FindingFilterSet(WagtailFilterSet):
    language = django_filters.ChoiceFilter(
        label=gettext_lazy("Language"), choices=[(code, BY_CODE[code].native_name) for code in CONTENT_CODES]
    )
    status = django_filters.ChoiceFilter(
        label=gettext_lazy("Page"),
        method="with_status",
        choices=[("live", gettext_lazy("Published")), ("draft", gettext_lazy("Not published"))],
    )

    class Meta:
        model = Finding
        fields: list[str] = []

    def with_status(self, findings: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        return findings.filter(page__live=value == "live")


class NameColumn(TitleColumn):
    """The first column of a report; brings the style of its table."""

    class Media:
        css = {"all": ("desk/admin/reports.css",)}


class FindingsView(SafeSpreadsheetMixin, ReportView):
    """One kind of finding. Subclasses say which, and what they show of it."""

    kind: Kind
    model = Finding
    permission_policy = PAGE_POLICY
    any_permission_required = PERMISSIONS
    template_name = "wagtailadmin/reports/base_report.html"
    results_template_name = "desk/reports/findings_results.html"
    filterset_class = FindingFilterSet
    header_icon = "list-ul"
    default_ordering = "page__draft_title"
    is_searchable = False
    #: A sentence or two above the table.
    intro: Any = ""
    #: Column of the table and of the spreadsheet: attribute of a row, and heading.
    shown: tuple[tuple[str, Any], ...] = (("place", gettext_lazy("Where")),)

    @classmethod
    def url_name_of(cls) -> str:
        return f"desk_{cls.kind.value}"

    @cached_property
    def page_title(self) -> str:
        return str(self.kind.label)

    @cached_property
    def index_url_name(self) -> str:
        return self.url_name_of()

    @cached_property
    def index_results_url_name(self) -> str:
        return f"{self.url_name_of()}_results"

    @cached_property
    def columns(self) -> list[BaseColumn]:
        return [
            NameColumn(
                "page_title",
                label=_("Page"),
                width="30%",
                get_url=edit_url,
                sort_key="page__draft_title",
            ),
            Column("page_type", label=_("Type")),
            *(self.column(name, label) for name, label in self.shown),
        ]

    def column(self, name: str, label: Any) -> BaseColumn:
        return Column(name, label=label)

    @cached_property
    def list_export(self) -> list[str]:
        return ["page_title", "page_type", *(name for name, _label in self.shown)]

    @cached_property
    def export_headings(self) -> dict[str, Any]:
        return {"page_title": _("Page"), "page_type": _("Type"), **dict(self.shown)}

    def get_filename(self) -> str:
        return f"pages-{self.kind.value}"

    def get_base_queryset(self) -> QuerySet[Finding]:
        return findings_for(self.request.user).filter(kind=self.kind).select_related("page")

    def order_queryset(self, queryset: QuerySet[Finding]) -> QuerySet[Finding]:
        """As it was asked for, and always the same within one page: the list is read in parts."""
        ordered: QuerySet[Finding] = super().order_queryset(queryset)
        return ordered.order_by(*ordered.query.order_by, "page", "language", "field", "pk")

    def decorate_paginated_queryset(self, object_list: Iterable[Finding]) -> list[Any]:
        rows: list[Any] = list(object_list)
        for row in rows:
            row.page_title = row.page.draft_title
            row.page_type = capfirst(str(row.page.specific_class._meta.verbose_name))
            row.place = place_of(row)
        self.decorate(rows)
        return rows

    def decorate(self, rows: list[Any]) -> None:
        """Adds what this report shows besides."""

    def to_row_dict(self, item: Any) -> Any:
        """Cells as texts leave the portal: the script of the editor's rendering, the status asterisk."""
        row = super().to_row_dict(item)
        if isinstance(item, str):
            return row
        lang = current_reader().language.html_lang
        for name, value in row.items():
            row[name] = finished(value, lang) if isinstance(value, str) else value
        return row

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        context["intro"] = self.intro
        return context

    @cached_property
    def no_results_message(self) -> str:
        return _("There is nothing of the kind.") if self.is_filtering else _("Nothing is to be done here.")


def edit_url(finding: Finding) -> str:
    """Where it is mended: the form of the page, with the language opened if it is about one."""
    if finding.language:
        return open_url(finding.page, finding.language)
    return reverse("wagtailadmin_pages:edit", args=[finding.page_id])


def place_of(finding: Finding) -> str:
    """Part and language, as far as there are any, in the editor's language."""
    label = ""
    if finding.field:
        try:
            label = capfirst(str(finding.page.specific_class._meta.get_field(finding.field).verbose_name))
        except FieldDoesNotExist:
            # The part was taken away with a new version; the next look at the page forgets the finding.
            label = finding.field
    language = BY_CODE[finding.language].native_name if finding.language else ""
    if label and language:
        return _("%(part)s (%(language)s)") % {"part": label, "language": language}
    return label or language

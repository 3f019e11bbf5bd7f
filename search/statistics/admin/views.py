"""The page of the report, and its tables as spreadsheets."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin

from portal.core.languages.catalogue import LANGUAGES
from portal.core.spreadsheet_export import SafeSpreadsheetMixin
from search.statistics.admin.tables import ReportTable, report_tables
from search.statistics.counts import SearchCount
from search.statistics.report import Scope, named_searches, searches_in_all

#: Rows of a table on the page; a spreadsheet has all.
_ROWS: Final = 20
_USUAL_DAYS: Final = 30


class ScopeForm(forms.Form):
    """Which rendering, which period. What makes no sense is as if it had not been asked for."""

    rendering = forms.ChoiceField(
        label=_("Language"),
        required=False,
        choices=[("", _("All languages")), *((language.code, language.native_name) for language in LANGUAGES)],
    )
    days = forms.TypedChoiceField(
        label=_("Period"),
        required=False,
        coerce=int,
        choices=[(7, _("7 days")), (30, _("30 days")), (90, _("90 days")), (365, _("a year"))],
    )

    def scope(self) -> Scope:
        self.full_clean()
        return Scope(
            days=self.cleaned_data.get("days") or _USUAL_DAYS, rendering=self.cleaned_data.get("rendering", "")
        )


class StatisticsView(SafeSpreadsheetMixin, PermissionCheckedMixin, WagtailAdminTemplateMixin, View):
    """`?table=in-vain&export=csv` gives one of the tables as a file."""

    model = SearchCount
    permission_required = "view"
    page_title = _("Search statistics")
    header_icon = "search"
    template_name = "search/admin/statistics.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.is_export:
            return self._spreadsheet(request.GET.get("table", ""), request.GET["export"])
        return self.render_to_response(self.get_context_data())

    @cached_property
    def scope(self) -> Scope:
        return ScopeForm(self.request.GET).scope()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        scope = self.scope
        searches = searches_in_all(scope)
        context: dict[str, Any] = super().get_context_data(
            form=ScopeForm({"rendering": scope.rendering, "days": scope.days}),
            scope=scope,
            tables=report_tables(scope, self.request.user, _ROWS),
            searches=searches,
            not_named=searches - named_searches(scope),
            **kwargs,
        )
        return context

    def _spreadsheet(self, key: str, export_format: str) -> HttpResponseBase:
        for table in report_tables(self.scope, self.request.user, None):
            if table.key == key:
                self._describe(table)
                return self.as_spreadsheet(table.rows, export_format)
        raise Http404

    def _describe(self, table: ReportTable) -> None:
        self.list_export = [column.name for column in table.columns]
        self.export_headings = {column.name: column.label for column in table.columns}
        self.export_filename = f"search-{table.key}"

"""The table of all pages in all languages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page

from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.core.spreadsheet_export import SafeSpreadsheetMixin
from portal.core.status_note.text import mark_text
from portal.desk.assigning.people import may_assign, works_at_the_desk, works_on
from portal.desk.dashboard.cells import cells_of
from portal.desk.dashboard.choices import TableChoices
from portal.desk.dashboard.columns import LanguageColumn, PageColumn, TickColumn, need_column
from portal.desk.need.numbers import with_need
from portal.desk.states.columns import type_keys, with_states


class DashboardView(SafeSpreadsheetMixin, ReportView):
    """Pages that this person may write, most needed first. `?export=csv` gives what was narrowed to as a file."""

    model = Page
    page_title = gettext_lazy("Translations")
    header_icon = "globe"
    results_template_name = "desk/dashboard/dashboard_results.html"
    index_url_name = "desk_dashboard"
    default_ordering = "-need"
    paginate_by = 25
    table_classname = "listing desk-table"
    export_filename = "translations"
    list_export = ["name", "kind", "section", *(f"cells.{code}.text" for code in CONTENT_CODES), "need"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not works_at_the_desk(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def choices(self) -> TableChoices:
        return TableChoices(self.request.GET, user=self.request.user)

    @cached_property
    def columns(self) -> list[Column]:
        ticks = [TickColumn("tick", label="")] if may_assign(self.request.user) else []
        languages = [LanguageColumn(code) for code in CONTENT_CODES]
        title = PageColumn("title", label=gettext_lazy("Page"), sort_key="draft_title")
        return [*ticks, title, *languages, need_column()]

    @cached_property
    def export_headings(self) -> dict[str, str]:
        languages = {f"cells.{code}.text": BY_CODE[code].native_name for code in CONTENT_CODES}
        named = {"name": _("Page"), "kind": _("Type of page"), "section": _("Section"), "need": _("Need")}
        return {**languages, **named}

    def get_base_queryset(self) -> QuerySet[Page]:
        return with_need(with_states(works_on(self.request.user)), self.choices.codes)

    def filter_queryset(self, queryset: QuerySet[Page]) -> QuerySet[Page]:
        return self.choices.narrow(queryset)

    def order_queryset(self, queryset: QuerySet[Page]) -> QuerySet[Page]:
        return queryset.order_by(self.ordering, "path")

    def get_filtered_queryset(self) -> QuerySet[Page]:
        return self.get_queryset()

    def decorate_paginated_queryset(self, object_list: Iterable[Page]) -> list[Page]:
        pages = list(object_list)
        cells = cells_of(pages, self.request.user)
        kinds = {key: capfirst(model._meta.verbose_name) for model, key in type_keys().items()}
        sections = _names_above(pages, self.request.user)
        for page in pages:
            page.cells = cells[page.pk]
            page.kind = kinds[page.content_type_id]
            page.section = sections.get(page.path[: -Page.steplen], "")
            if self.is_export:
                page.name, page.section = mark_text(page.get_admin_display_title()), mark_text(page.section)
        return pages

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        context.update(
            choices=self.choices,
            may_assign=may_assign(self.request.user),
            languages=[(code, BY_CODE[code].native_name) for code in CONTENT_CODES],
            here=self.request.get_full_path(),
        )
        return context

    @cached_property
    def no_results_message(self) -> str:
        return _("There are no such pages.") if self.choices.is_narrowed else _("There are no pages that you work on.")


def _names_above(pages: Iterable[Page], user: Any) -> dict[str, str]:
    """Titles, by tree path, of the pages that these lie below, as far as this person works on them."""
    paths = {page.path[: -Page.steplen] for page in pages}
    above = works_on(user).filter(path__in=paths, content_type__in=type_keys().values())
    return {path: draft or title for path, draft, title in above.values_list("path", "draft_title", "title")}

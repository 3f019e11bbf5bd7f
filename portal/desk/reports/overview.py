"""One page with all reports and how much there is to do in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from portal.core.editing.known_pages import PAGE_POLICY
from portal.desk.models import Finding
from portal.desk.reports.findings import PERMISSIONS, findings_for
from portal.desk.reports.kinds import REPORTS, due_soon
from portal.desk.reports.unused import UnusedDocumentsView, UnusedImagesView, unused
from portal.desk.review.texts import TextsView, texts_to_read
from portal.desk.review.words import WordsView, words_to_read


@dataclass(frozen=True, slots=True)
class Line:
    """A report: its name and address, and the number of pages or files in it."""

    label: Any
    url: str
    count: int


def page_lines(user: Any) -> list[Line]:
    """The reports on pages with the number of pages of this user in each (one query)."""
    found: QuerySet[Finding] = due_soon(findings_for(user))
    pages = dict(found.order_by().values_list("kind").annotate(Count("page", distinct=True)))
    return [
        Line(report.kind.label, reverse(report.url_name_of()), pages.get(report.kind.value, 0)) for report in REPORTS
    ]


class OverviewView(PermissionCheckedMixin, WagtailAdminTemplateMixin, View):
    permission_policy = PAGE_POLICY
    any_permission_required = PERMISSIONS
    page_title = gettext_lazy("What is to be done")
    header_icon = "list-ul"
    template_name = "desk/reports/overview.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        files = [
            Line(view.page_title, reverse(view.index_url_name), unused(view.model, user).count())
            for view in (UnusedDocumentsView, UnusedImagesView)
            if policy_registry.get_by_type(view.model).user_has_any_permission(user, view.any_permission_required)
        ]
        words = [
            Line(WordsView.page_title, reverse(WordsView.index_url_name), words_to_read(user)),
            Line(
                gettext_lazy("Interface texts to be read by a native specialist"),
                reverse(TextsView.url_name),
                texts_to_read(),
            ),
        ]
        context: dict[str, Any] = super().get_context_data(
            groups=[
                (gettext_lazy("Pages"), page_lines(user)),
                (gettext_lazy("Files"), files),
                (gettext_lazy("Words and texts of the portal"), words),
            ],
            **kwargs,
        )
        return context

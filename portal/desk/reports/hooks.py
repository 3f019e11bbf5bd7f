"""Reports and review marks in Wagtail's admin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry

from portal.core.editing.known_pages import PAGE_POLICY
from portal.core.languages.catalogue import BY_CODE, CONTENT_CODES
from portal.core.models import ContentPage
from portal.desk.first_page import ToDoPanel
from portal.desk.reports.findings import PERMISSIONS
from portal.desk.reports.kinds import REPORTS
from portal.desk.reports.overview import OverviewView
from portal.desk.reports.unused import UnusedDocumentsView, UnusedImagesView
from portal.desk.review.marking import REVIEWED, ReviewedFormatter
from portal.desk.review.permission import may_mark, may_mark_word
from portal.desk.review.texts import TextsView
from portal.desk.review.views import MarkPageView, MarkWordView
from portal.desk.review.words import KINDS, WordsView


class OverviewMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(PAGE_POLICY.user_has_any_permission(request.user, PERMISSIONS))


@hooks.register("register_admin_urls")
def admin_addresses() -> list[URLPattern]:
    found = [
        path("reports/to-do/", OverviewView.as_view(), name="desk_overview"),
        path("reports/words/", WordsView.as_view(), name=WordsView.index_url_name),
        path("reports/texts/", TextsView.as_view(), name=TextsView.url_name),
        path("reviewed/page/<int:page_id>/<str:code>/", MarkPageView.as_view(), name="desk_mark_page"),
        path("reviewed/<str:kind>/<int:pk>/<str:code>/", MarkWordView.as_view(), name="desk_mark_word"),
    ]
    for report in REPORTS:
        name = report.url_name_of()
        found += [
            path(f"reports/pages/{report.kind.value}/", report.as_view(), name=name),
            path(
                f"reports/pages/{report.kind.value}/results/",
                report.as_view(results_only=True),
                name=f"{name}_results",
            ),
        ]
    for place, view in (("documents", UnusedDocumentsView), ("images", UnusedImagesView)):
        found += [
            path(f"reports/unused/{place}/", view.as_view(), name=view.index_url_name),
            path(f"reports/unused/{place}/results/", view.as_view(results_only=True), name=view.index_results_url_name),
        ]
    return found


@hooks.register("register_reports_menu_item")
def overview_menu_item() -> MenuItem:
    return OverviewMenuItem(
        OverviewView.page_title, reverse("desk_overview"), icon_name=OverviewView.header_icon, order=50
    )


@hooks.register("construct_homepage_panels")
def to_do_on_first_page(request: HttpRequest, panels: list[Component]) -> None:
    if PAGE_POLICY.user_has_any_permission(request.user, PERMISSIONS):
        panels.append(ToDoPanel())


@hooks.register("register_log_actions")
def history_of_reviews(actions: LogActionRegistry) -> None:
    actions.register_action(REVIEWED)(ReviewedFormatter)


@hooks.register("register_page_header_buttons")
def mark_page_as_reviewed(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """One for each language of the page that is to be reviewed and that this person may mark."""
    if not isinstance(page, ContentPage):
        return
    for code in CONTENT_CODES:
        if getattr(page, f"needs_review_{code}") and may_mark(user, code):
            yield _button(reverse("desk_mark_page", args=[page.pk, code]), code)


@hooks.register("register_snippet_listing_buttons")
def mark_word_as_reviewed(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """The same in the lists of the vocabulary. What features have of this kind is marked in its own form."""
    kind = next((name for name, kind in KINDS.items() if isinstance(snippet, kind.model)), None)
    if kind is None:
        return
    for code in snippet.languages_to_review:
        if may_mark_word(user, code):
            yield _button(reverse("desk_mark_word", args=[kind, snippet.pk, code]), code)


def _button(url: str, code: str) -> Button:
    label = _("Mark %(language)s as reviewed") % {"language": BY_CODE[code].native_name}
    return Button(label, url=url, icon_name="check", priority=60)

"""What the core adds to Wagtail: closed pages and files do not exist for those who may not see them."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import PagesSummaryItem, SummaryItem
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry

from portal.core.editing.access import asked_to_begin_in
from portal.core.editing.choices import suggestions
from portal.core.editing.known_pages import PAGE_POLICY, known_for_linking
from portal.core.editing.persons import CHECKED, CheckedFormatter, log_confirmation, tell_hints
from portal.core.editing.read_again import ReadAgain
from portal.core.editing.unread_files import UnreadFilesMenuItem, UnreadFilesView
from portal.core.models.document import PortalDocument
from portal.core.models.page import ContentPage
from portal.core.rich_text.links import VisibleDocumentLinkHandler, VisiblePageLinkHandler
from portal.core.visibility.audience import may_see_collection, may_see_page


@hooks.register("before_serve_page")
def closed_pages_do_not_exist(page: Page, request: HttpRequest, *_args: Any) -> None:
    """404 rather than Wagtail's redirect to a sign-in form, which would tell that there is something."""
    if not may_see_page(request.user, page):
        raise Http404


@hooks.register("before_serve_document", order=-10)
def closed_files_do_not_exist(document: PortalDocument, request: HttpRequest) -> None:
    if not may_see_collection(request.user, document.collection):
        raise Http404


@hooks.register("register_rich_text_features", order=10)
def links_lead_where_the_visitor_may_go(features: FeatureRegistry) -> None:
    """After Wagtail has registered its own, which lead everywhere."""
    features.register_link_type(VisiblePageLinkHandler)
    features.register_link_type(VisibleDocumentLinkHandler)


hooks.register("register_bulk_action", ReadAgain)


@hooks.register("insert_editor_js")
def names_of_editors() -> SafeString:
    """Editors of rich text say which text they are for, in every form."""
    return format_html('<script type="module" src="{}"></script>', static("core/admin/named-editors.js"))


@hooks.register("before_create_page")
def begin_in_wanted_language(request: HttpRequest, parent_page: Page, page_class: type[Page]) -> None:
    """`?language=sq` begins the new page in Albanian."""
    asked_to_begin_in.set(request.GET.get("language", ""))


@hooks.register("before_edit_page")
def open_wanted_language(request: HttpRequest, page: Page) -> None:
    """`?language=sq` opens Albanian on the form."""
    if code := request.GET.get("language"):
        page.wanted_languages = (code,)


@hooks.register("before_publish_page")
@hooks.register("after_create_page", order=-10)
@hooks.register("after_edit_page", order=-10)
def remember_confirmation(request: HttpRequest, page: Page) -> None:
    """Wagtail reads the page anew between publishing and its last hook, so the history is written before."""
    log_confirmation(request, page)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_of_persons(request: HttpRequest, page: Page) -> None:
    if isinstance(page, ContentPage):
        tell_hints(request, page)


@hooks.register("register_log_actions")
def history_of_confirmations(actions: LogActionRegistry) -> None:
    actions.register_action(CHECKED)(CheckedFormatter)


@hooks.register("construct_page_chooser_queryset")
def choosers_offer_what_is_known(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """What one may see on the site or works on: Wagtail would name every page, drafts of others included."""
    return known_for_linking(pages, request.user)


@hooks.register("construct_reports_menu")
def offer_no_report_that_is_closed(request: HttpRequest, items: list[MenuItem]) -> None:
    if not PAGE_POLICY.works_on_all(request.user):
        items[:] = [item for item in items if item.name != "page-types-usage"]


@hooks.register("construct_homepage_summary_items", order=1000)
def count_no_pages_of_others(request: HttpRequest, items: list[SummaryItem]) -> None:
    """Wagtail counts all pages below the first that one works on."""
    if not PAGE_POLICY.works_on_all(request.user):
        items[:] = [item for item in items if not isinstance(item, PagesSummaryItem)]


@hooks.register("register_admin_urls")
def admin_addresses() -> list[URLPattern]:
    return [
        path("choices/<str:name>/", suggestions, name="core_choices"),
        path("reports/files/", UnreadFilesView.as_view(), name="core_unread_files"),
        path("reports/files/results/", UnreadFilesView.as_view(results_only=True), name="core_unread_files_results"),
    ]


@hooks.register("register_reports_menu_item")
def unread_files_menu_item() -> MenuItem:
    address = reverse("core_unread_files")
    return UnreadFilesMenuItem(UnreadFilesView.page_title, address, icon_name=UnreadFilesView.header_icon, order=200)

"""What the search adds to Wagtail's admin."""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from search.lexicon.admin.policy import ReadOnlyPolicy
from search.lexicon.admin.viewsets import LexiconGroup
from search.lexicon.imported import ImportedSource
from search.statistics.admin.views import StatisticsView

register_permission_policy(ImportedSource, ReadOnlyPolicy(ImportedSource))
register_snippet(LexiconGroup)

_VIEW_STATISTICS = "search.view_searchcount"


class StatisticsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(_VIEW_STATISTICS))


@hooks.register("register_admin_urls")
def admin_addresses() -> list[URLPattern]:
    return [path("reports/search/", StatisticsView.as_view(), name="search_statistics")]


@hooks.register("register_reports_menu_item")
def statistics_menu_item() -> MenuItem:
    return StatisticsMenuItem(_("Search statistics"), reverse("search_statistics"), icon_name="search", order=100)


@hooks.register("register_permissions")
def statistics_permission() -> QuerySet[Permission]:
    """Shows in the form of a group who may read the report."""
    return Permission.objects.filter(content_type__app_label="search", codename="view_searchcount")

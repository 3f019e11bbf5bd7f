"""The table of translations, and one's own, in Wagtail's admin."""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry

from portal.desk.assigning.history import register_actions
from portal.desk.assigning.people import works_at_the_desk
from portal.desk.dashboard.assign import AssignView
from portal.desk.dashboard.changes import ChangesView
from portal.desk.dashboard.dashboard import DashboardView
from portal.desk.dashboard.home_panel import TranslationsPanel
from portal.desk.dashboard.queue import GiveBackView, QueueView, TakeView
from portal.desk.need.counting import Serve, counted


class DeskMenuItem(SubmenuMenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return works_at_the_desk(request.user)


@hooks.register("register_admin_urls")
def admin_addresses() -> list[URLPattern]:
    one = "desk/<int:page_id>/<slug:code>/"
    return [
        path("desk/", DashboardView.as_view(), name="desk_dashboard"),
        path("desk/mine/", QueueView.as_view(), name="desk_queue"),
        path("desk/assign/", AssignView.as_view(), name="desk_assign"),
        path(f"{one}changes/", ChangesView.as_view(), name="desk_changes"),
        path(f"{one}take/", TakeView.as_view(), name="desk_take"),
        path(f"{one}give-back/", GiveBackView.as_view(), name="desk_give_back"),
    ]


@hooks.register("register_admin_menu_item")
def translations_menu_item() -> MenuItem:
    items = [
        MenuItem(_("All pages"), reverse("desk_dashboard"), name="desk-dashboard", icon_name="globe", order=1),
        MenuItem(_("My translations"), reverse("desk_queue"), name="desk-queue", icon_name="clipboard-list", order=2),
    ]
    return DeskMenuItem(_("Translations"), Menu(items=items), name="desk", icon_name="globe", order=150)


@hooks.register("construct_homepage_panels")
def translations_panel(request: HttpRequest, panels: list[Component]) -> None:
    if works_at_the_desk(request.user):
        panels.append(TranslationsPanel())


@hooks.register("register_permissions")
def permission_to_assign() -> QuerySet[Permission]:
    """Shows in the form of a group who may give translations to others."""
    return Permission.objects.filter(content_type__app_label="desk", codename="assign_translations")


@hooks.register("register_log_actions")
def actions_of_translations(actions: LogActionRegistry) -> None:
    register_actions(actions)


@hooks.register("on_serve_page")
def reads_are_counted(serve: Serve) -> Serve:
    return counted(serve)

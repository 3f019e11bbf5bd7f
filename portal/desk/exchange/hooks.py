"""Export and import of translations in Wagtail's admin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from portal.desk.assigning.people import works_at_the_desk
from portal.desk.exchange.bulk_export import ExportForTranslation
from portal.desk.exchange.views import ExportView, ImportView
from portal.desk.translating.place import translated_codes

hooks.register("register_bulk_action", ExportForTranslation)


@hooks.register("register_admin_urls")
def admin_addresses() -> list[URLPattern]:
    return [
        path("translation/export/", ExportView.as_view(), name="desk_export"),
        path("translation/import/", ImportView.as_view(), name="desk_import"),
    ]


@hooks.register("register_page_header_buttons")
def export_button(page: Page, user: Any, **_kwargs: Any) -> Iterator[Button]:
    if translated_codes(page, user):
        address = f"{reverse('desk_export')}?{urlencode({'id': page.pk})}"
        yield Button(_("Export for translation"), address, icon_name="download", priority=60)


class ImportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return works_at_the_desk(request.user)


@hooks.register("register_admin_menu_item")
def import_menu_item() -> MenuItem:
    return ImportMenuItem(_("Import translations"), reverse("desk_import"), icon_name="upload", order=350)

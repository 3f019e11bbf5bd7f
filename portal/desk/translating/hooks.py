"""The view with two languages in Wagtail's admin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext, gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from portal.core.languages.catalogue import BY_CODE
from portal.desk.translating.place import translated_codes
from portal.desk.translating.saving import LOG_ACTION
from portal.desk.translating.view import TranslateView


@hooks.register("register_admin_urls")
def admin_addresses() -> list[URLPattern]:
    return [path("translate/<int:page_id>/<str:code>/", TranslateView.as_view(), name="desk_translate")]


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(LOG_ACTION, gettext_lazy("Translate"), gettext_lazy("Translated"))


@hooks.register("register_page_header_buttons")
def side_by_side_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """One for each language that this person may translate the page into."""
    for place, code in enumerate(translated_codes(page, user)):
        label = gettext("Translate side by side: %(language)s") % {"language": BY_CODE[code].native_name}
        yield Button(
            label, reverse("desk_translate", args=[page.pk, code]), icon_name="globe", priority=12 + place / 10
        )

"""What the website adds to the administration."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem


@hooks.register("register_help_menu_item")
def components_menu_item() -> MenuItem:
    """The page of all components, in the language that the administration is used in."""
    return MenuItem(
        _("Components of pages"), reverse_lazy("components"), name="components", icon_name="view", order=900
    )


@hooks.register("construct_help_menu")
def no_news_of_wagtail(_request: HttpRequest, items: list[MenuItem]) -> None:
    """They concern who runs the portal, and would be in the language of whoever opened the administration first."""
    items[:] = [item for item in items if not item.name.startswith("whats-new-in-wagtail")]

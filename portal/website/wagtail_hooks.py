"""What the website adds to the administration."""

from __future__ import annotations

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

"""What Wagtail's own permissions leave open and the roles do not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page

from portal.accounts import admin_log  # noqa: F401  registers the report
from portal.accounts.models import User


@hooks.register("register_permissions")
def language_permissions() -> QuerySet[Permission]:
    """Shows in the form of a group who may edit sources and translate into which language."""
    return Permission.objects.filter(content_type__app_label="core", content_type__model="languagepermission")


@hooks.register("before_delete_page")
@hooks.register("before_move_page")
@hooks.register("before_copy_page")
def only_editors_rearrange(request: HttpRequest, _page: Page, *_destination: Page) -> None:
    """To Wagtail, whoever may change a page may also delete and move its draft; a translator only writes.

    Raises PermissionDenied, which the admin answers with a message.
    """
    if not request.user.has_perm("core.edit_source"):
        raise PermissionDenied


@hooks.register("before_bulk_action")
def protect_from_bulk_actions(request: HttpRequest, _action_type: str, objects: Iterable[Any], _action: Any) -> None:
    """The same for many pages or people at a time. Raises PermissionDenied."""
    for thing in objects:
        if isinstance(thing, Page):
            only_editors_rearrange(request, thing)
        elif isinstance(thing, User):
            only_superusers_change_superusers(request, thing)


@hooks.register("before_edit_user")
@hooks.register("before_delete_user")
def only_superusers_change_superusers(request: HttpRequest, user: User) -> None:
    """Otherwise an administrator could give one a password and sign in as them. Raises PermissionDenied."""
    if user.is_superuser and not request.user.is_superuser:
        raise PermissionDenied

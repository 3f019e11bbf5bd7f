"""Users, by what they are here to do."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

from portal.accounts.models import User

PASSWORD = "a long enough password"

_numbers = itertools.count(1)


def make_user(*groups: Group | str, **fields: Any) -> User:
    """An active user in these groups (`Group` or its name; one that does not exist yet is made)."""
    fields.setdefault("email", f"person{next(_numbers)}@example.org")
    user = User.objects.create_user(password=PASSWORD, **fields)
    user.groups.set([make_group(group) if isinstance(group, str) else group for group in groups])
    return user


def make_superuser(**fields: Any) -> User:
    return make_user(is_staff=True, is_superuser=True, **fields)


def make_colleague(
    page: Page, *codenames: str, on_pages: Iterable[str] = ("add_page", "change_page", "publish_page")
) -> User:
    """Somebody who may do `on_pages` on this page and below it, and has these permissions (`edit_source`)."""
    group = make_group(" ".join((*codenames, *on_pages)))
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    for permission in Permission.objects.filter(codename__in=on_pages, content_type__app_label="wagtailcore"):
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)
    return make_user(group)


def make_group(name: str) -> Group:
    return Group.objects.get_or_create(name=name)[0]

"""Translations that are given to somebody, and people who translate."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

from portal.accounts.models import User
from portal.desk.models import Assignment
from tests.factories.people import make_group, make_user


def make_translator_below(page: Page, code: str = "sq") -> User:
    """Somebody who translates into a language, but only this page and what lies below it."""
    group = make_group(f"Below {page.pk}")
    group.permissions.add(
        Permission.objects.get(codename="access_admin"), Permission.objects.get(codename=f"translate_{code}")
    )
    change = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=group, page=page, permission=change)
    return make_user(Group.objects.get(pk=group.pk), first_name="Bled")


def give(page: Page, assignee: User, language: str = "sq", **fields: Any) -> Assignment:
    """A row as it is in the database, without anybody being told."""
    return Assignment.objects.create(page=page, language=language, assignee=assignee, **fields)

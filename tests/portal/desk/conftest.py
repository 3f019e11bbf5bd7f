"""People who translate and people who assign."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

from portal.accounts import roles
from portal.accounts.models import User
from portal.desk.models import Assignment
from portal.website.models import HomePage
from tests.factories.people import make_group, make_user


@pytest.fixture
def editor(site_root: HomePage) -> User:
    return make_user(roles.EDITORS, first_name="Edita", email="editor@example.org")


@pytest.fixture
def albanian(site_root: HomePage) -> User:
    return make_user(roles.translators("sq"), first_name="Arta", language="sq", email="albanian@example.org")


@pytest.fixture
def macedonian(site_root: HomePage) -> User:
    return make_user(roles.translators("mk"), first_name="Marko", language="mk", email="macedonian@example.org")


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

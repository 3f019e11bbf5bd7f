"""People at the desk, and what a report shows them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.http import HttpResponse
from wagtail.models import GroupPagePermission, Page

from portal.accounts import roles
from portal.accounts.models import User
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


@pytest.fixture
def works_below(site_root: Page) -> Callable[[Page], User]:
    """Makes a focal point who changes this page and what lies below it, and nothing else."""

    def make(page: Page) -> User:
        group = make_group(roles.focal_points("AL"))
        permission = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)
        return make_user(group)

    return make


def rows(response: HttpResponse) -> list[list[str]]:
    """The cells of the tables of a report."""
    assert response.status_code == 200
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    return [
        [" ".join(cell.get_text(" ", strip=True).split()) for cell in row.find_all("td")]
        for row in soup.select("table.listing tbody tr")
    ]

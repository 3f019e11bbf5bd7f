"""Somebody who has the reports open."""

import pytest
from django.test import Client
from wagtail.models import Page

from portal.accounts import roles
from tests.factories.people import make_user


@pytest.fixture
def editor(client: Client, site_root: Page) -> Client:
    client.force_login(make_user(roles.EDITORS))
    return client

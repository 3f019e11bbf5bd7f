"""The working group that most of these tests are about."""

from __future__ import annotations

import pytest

from network.models import WorkingGroupPage
from portal.website.models import HomePage
from tests.factories.meetings import make_working_group


@pytest.fixture(scope="module")
def group_key(shared_rows: None) -> int:
    """Of a group that all tests of a module share: with the pages it lies below, making it takes longer than most."""
    return make_working_group().pk


@pytest.fixture
def group(group_key: int, site_root: HomePage) -> WorkingGroupPage:
    """The group, an object of this test's own; what is written to it is taken back after the test."""
    return WorkingGroupPage.objects.get(pk=group_key)

"""One visitor of each role, each in a browser of their own."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from portal.accounts import roles
from portal.website.models import HomePage
from tests.factories.people import make_superuser, make_user

#: The role of each visitor: the group they are in, and no other.
ROLES: Mapping[str, str | None] = {
    "anonymous": None,
    "network member": roles.NETWORK_MEMBERS,
    "working-group member": roles.WORKING_GROUP_MEMBERS,
    "trainer": roles.TRAINERS,
    "translator sq": roles.translators("sq"),
    "focal point": roles.focal_points("AL"),
    "editor": roles.EDITORS,
    "administrator": roles.ADMINISTRATORS,
}

SUPERUSER = "superuser"


@pytest.fixture
def visitors(site_root: HomePage) -> dict[str, Client]:
    """A client for each role, and for a superuser, whom nothing is closed to."""
    found = {}
    for role, group in ROLES.items():
        found[role] = Client()
        if group is not None:
            found[role].force_login(make_user(Group.objects.get(name=group)))
    found[SUPERUSER] = Client()
    found[SUPERUSER].force_login(make_superuser())
    return found

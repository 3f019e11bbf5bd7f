"""One visitor of each role, each in a browser of their own."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from django.conf import settings
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


@pytest.fixture(scope="module")
def signed_in(shared_rows: None) -> Mapping[str, str]:
    """The key of the session of somebody in each role, and of a superuser, whom nothing is closed to."""
    people = {role: make_user(Group.objects.get(name=group)) for role, group in ROLES.items() if group is not None}
    people[SUPERUSER] = make_superuser()
    keys = {}
    for role, person in people.items():
        client = Client()
        client.force_login(person)
        keys[role] = client.cookies[settings.SESSION_COOKIE_NAME].value
    return keys


@pytest.fixture
def visitors(signed_in: Mapping[str, str], site_root: HomePage) -> dict[str, Client]:
    """A client for each role, and for a superuser."""
    found = {role: Client() for role in (*ROLES, SUPERUSER)}
    for role, key in signed_in.items():
        found[role].cookies[settings.SESSION_COOKIE_NAME] = key
    return found

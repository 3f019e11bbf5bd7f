"""Synthetic members are found, and their groups and meetings served, although they were written in bulk."""

import pytest

from network.models import WorkingGroupPage
from portal.vocabulary.models import Institution
from portal.vocabulary.models.taxonomy import FacetCode
from tests.benchmarks.members import name
from tests.benchmarks.people import make_groups, make_members
from tests.factories.pages import place_of
from tests.factories.vocabulary import make_beneficiary, make_term

pytestmark = pytest.mark.django_db


def test_they_are_found_and_served(site_root, client, monkeypatch):
    monkeypatch.setattr("tests.benchmarks.people._PEOPLE_OF_A_GROUP", 2)
    make_term(FacetCode.PRIORITY_AREA, "reintegration")
    Institution.objects.create(beneficiary=make_beneficiary("AL"), name_en="Probation service")
    place_of(WorkingGroupPage)
    members = make_members(3)
    (group,) = make_groups(1, members)
    client.force_login(members[0].user)
    first, last = name(1)
    assert f"{first} {last}" in client.get("/en/directory/", {"q": last}).content.decode()
    assert group.headline_en in client.get(group.get_url()).content.decode()
    assert client.get("/en/groups/synthetic-0/meetings/").status_code == 200
    assert "Action points" in client.get("/en/groups/synthetic-0/action-points/").content.decode()

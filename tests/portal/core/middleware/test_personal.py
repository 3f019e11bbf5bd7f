"""What is shown to a signed-in person is not kept for the next one at the same computer."""

import pytest
from django.contrib.auth.models import Group

from portal.accounts.roles import NETWORK_MEMBERS
from tests.factories.pages import make_plain
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db

NOWHERE = {"private", "no-store", "no-cache", "must-revalidate", "max-age=0"}


def directives(response):
    return set(response.headers.get("Cache-Control", "").split(", ")) - {""}


@pytest.fixture
def addresses(site_root):
    members = Group.objects.get_or_create(name=NETWORK_MEMBERS)[0]
    closed = make_plain(restricted_to=members)
    return ["/en/", "/en/library/", "/en/glossary/", make_plain().url, closed.url, "/en/account/email/"]


def test_pages_for_a_signed_in_person_are_stored_nowhere(client, addresses):
    client.force_login(make_user(NETWORK_MEMBERS))
    assert {address: directives(client.get(address)) for address in addresses} == dict.fromkeys(addresses, NOWHERE)


def test_pages_for_everybody_may_be_kept(client, site_root):
    assert [directives(client.get(address)) for address in ("/en/", "/en/library/", "/en/glossary/")] == [set()] * 3


def test_what_says_itself_how_long_it_may_be_kept_is_left_alone(client, site_root):
    client.force_login(make_user(NETWORK_MEMBERS))
    assert directives(client.get("/sitemap.xml")) == {"public", "max-age=3600"}

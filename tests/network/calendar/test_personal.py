"""Somebody's own calendar feed: what it holds, who reads it, and how it ends."""

import re
from datetime import timedelta

import pytest
import vobject
from django.utils import timezone

from network.models import EventPage, PersonalCalendar
from tests.factories.pages import make_page
from tests.factories.people import make_group, make_user

pytestmark = pytest.mark.django_db

RENEW, TAKE_BACK = "/en/calendar/personal/renew/", "/en/calendar/personal/take-back/"


@pytest.fixture
def closed(site_root):
    day = timezone.localdate() + timedelta(days=7)
    group = make_group("Circle")
    make_page(EventPage, headline_en="Closed meeting", start=day, end=day, restricted_to=group)
    make_page(EventPage, headline_en="Open conference", start=day, end=day)
    return group


def address_on(client):
    found = re.search(r'id="personal-address"[^>]*value="http://testserver([^"]+)"', client.get("/en/calendar/").text)
    return found and found[1]


def titles(client, address):
    client.logout()
    answer = client.get(address)
    if answer.status_code != 200:
        return answer.status_code
    return sorted(event.summary.value for event in vobject.readOne(answer.content.decode()).vevent_list)


@pytest.fixture
def own(client, closed):
    """A member's address, made as they make it."""
    member = make_user(closed)
    client.force_login(member)
    assert address_on(client) is None
    client.post(RENEW)
    return member, address_on(client)


def test_it_holds_what_its_owner_may_see_for_a_program_without_a_session(client, own):
    _member, address = own
    assert titles(client, address) == ["Closed meeting", "Open conference"]
    assert titles(client, "/en/calendar.ics") == ["Open conference"]


def test_nobody_on_the_way_keeps_it(client, own):
    assert "private" in client.get(own[1]).headers["Cache-Control"]


def test_rights_that_end_are_gone_at_once(client, own, closed):
    member, address = own
    member.groups.remove(closed)
    assert titles(client, address) == ["Open conference"]
    member.is_active = False
    member.save()
    assert titles(client, address) == 404


def test_a_replaced_address_ends_and_the_new_one_is_another(client, own):
    _member, first = own
    client.post(RENEW)
    second = address_on(client)
    assert second != first
    assert titles(client, first) == 404
    assert titles(client, second) == ["Closed meeting", "Open conference"]


def test_an_address_taken_back_ends_for_good(client, own):
    _member, first = own
    client.post(TAKE_BACK)
    assert address_on(client) is None
    client.post(RENEW)
    assert titles(client, first) == 404


def test_an_address_that_ended_says_what_one_says_that_never_was(client, own):
    _member, ended = own
    client.post(TAKE_BACK)
    client.logout()
    never = "/en/calendar/personal/1.1~never.ics"
    answers = [client.get(address) for address in (ended, never)]
    assert [answer.status_code for answer in answers] == [404, 404]
    # The page names the address that was asked for, in its links to other languages.
    pages = [answer.text.replace(one[3:], "") for answer, one in zip(answers, (ended, never), strict=True)]
    assert pages[0] == pages[1]


@pytest.mark.parametrize("key", ["1.1", "1.1~x", "1.1~" + "A" * 43, "~", "а.б~в"])
def test_a_guessed_address_is_not_there(client, own, key):
    assert client.get(f"/en/calendar/personal/{key}.ics").status_code == 404


def test_nothing_changes_by_a_link_or_without_an_account(client, own):
    member, _address = own
    assert [client.get(address).status_code for address in (RENEW, TAKE_BACK)] == [405, 405]
    client.logout()
    assert [client.post(address).status_code for address in (RENEW, TAKE_BACK)] == [302, 302]
    assert PersonalCalendar.objects.filter(user=member, number=1).exists()

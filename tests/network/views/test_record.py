"""The record of a meeting, as a browser without script sends it."""

import pytest

from network.models import GroupRole
from tests.factories.meetings import make_item, make_meeting, make_outcome, make_working_group, sent
from tests.factories.members import join

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(site_root):
    return make_working_group()


@pytest.fixture
def secretary(group, client):
    member = join(group, role=GroupRole.SECRETARY)
    client.force_login(member.user)
    return member


def address(meeting):
    return f"/en/meetings/{meeting.pk}/record/"


def opened(client, meeting):
    return sent(client.get(address(meeting)).content.decode())


def test_the_form_is_sent_back_unchanged(client, group, secretary):
    meeting = make_meeting(group)
    make_outcome(make_item(meeting, "Opening"), "Welcome")
    answer = client.post(address(meeting), opened(client, meeting), follow=True)
    assert answer.status_code == 200
    assert "Everything is saved." in answer.content.decode()

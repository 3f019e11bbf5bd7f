"""Reminders of action points: a week before, once after, never twice, to nobody who has left."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from network.models import ActionStatus, GroupMembership, MeetingState, OutcomeKind
from network.services.reminders import remind
from tests.factories.meetings import make_item, make_meeting, make_outcome, make_working_group
from tests.factories.members import join

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)


@pytest.fixture
def group(site_root):
    return make_working_group()


@pytest.fixture
def owner(group):
    member = join(group)
    member.user.language = "sq"
    member.user.save()
    return member


@pytest.fixture
def item(group):
    return make_item(make_meeting(group, state=MeetingState.APPROVED))


def action(item, owner, days, **fields):
    due = TODAY + timedelta(days=days)
    return make_outcome(item, f"Due in {days}", OutcomeKind.ACTION, responsible=owner, due=due, **fields)


@pytest.mark.parametrize(("days", "told"), [(8, 0), (7, 1), (0, 1), (-1, 1), (-30, 1), (-31, 0)])
def test_when_somebody_is_reminded(item, owner, days, told):
    action(item, owner, days)
    assert remind(TODAY) == told


def test_nobody_is_reminded_twice_of_the_same(item, owner, django_capture_on_commit_callbacks):
    action(item, owner, 3)
    with django_capture_on_commit_callbacks(execute=True):
        assert [remind(TODAY), remind(TODAY), remind(TODAY + timedelta(days=1)), remind(TODAY + timedelta(days=4))] == [
            1,
            0,
            0,
            1,
        ]
    assert [one.to for one in mail.outbox] == [[owner.user.email]] * 2
    assert "/sq/action-points/" in mail.outbox[0].body


def test_another_due_date_is_another_reminder(item, owner):
    one = action(item, owner, 3)
    remind(TODAY)
    one.due = TODAY + timedelta(days=5)
    one.save()
    assert remind(TODAY) == 1


@pytest.mark.parametrize("status", [ActionStatus.DONE, ActionStatus.DROPPED])
def test_what_is_finished_reminds_nobody(item, owner, status):
    action(item, owner, 3, status=status)
    assert remind(TODAY) == 0


def test_who_left_the_group_is_not_reminded(item, owner):
    action(item, owner, 3)
    GroupMembership.objects.update(until=timezone.localdate())
    assert remind(TODAY) == 0


def test_drafts_remind_nobody(group, owner):
    action(make_item(make_meeting(group)), owner, 3)
    assert remind(TODAY) == 0


def test_the_command_says_how_many(item, owner, capsys):
    make_outcome(item, "Soon", OutcomeKind.ACTION, responsible=owner, due=timezone.localdate())
    call_command("send_action_reminders")
    assert capsys.readouterr().out == "Action points: 1 e-mails sent\n"

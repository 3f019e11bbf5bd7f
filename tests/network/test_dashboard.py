"""What of the working groups waits for somebody."""

from datetime import timedelta

import pytest
from django.utils import timezone

from network.dashboard import action_points, next_meetings, records_to_approve
from network.models import ActionStatus, GroupRole, MeetingState, OutcomeKind
from tests.factories.meetings import make_item, make_meeting, make_outcome, make_working_group
from tests.factories.members import join

pytestmark = pytest.mark.usefixtures("site_root")


@pytest.fixture
def seen(rf):
    def seen(source, member):
        request = rf.get("/")
        request.user = member.user
        section = source(request)
        return [item.title for item in section.items], section.count

    return seen


def test_the_chair_is_told_of_records_that_wait_and_nobody_else(seen):
    group = make_working_group()
    chair, secretary = join(group, role=GroupRole.CHAIR), join(group, role=GroupRole.SECRETARY)
    chair_of_another = join(make_working_group(), role=GroupRole.CHAIR)
    make_meeting(group, title_en="Still written")
    make_meeting(group, title_en="Sent to the chair", state=MeetingState.SUBMITTED)
    assert seen(records_to_approve, chair) == (["Sent to the chair"], 1)
    assert seen(records_to_approve, secretary) == seen(records_to_approve, chair_of_another) == ([], 0)


def test_action_points_are_ones_own_and_unfinished_those_due_first_first(seen):
    group = make_working_group()
    mine, other = join(group), join(group)
    item = make_item(make_meeting(group))
    today = timezone.localdate()
    for text, member, due, status in (
        ("Later", mine, today + timedelta(days=3), ActionStatus.OPEN),
        ("Sooner", mine, today - timedelta(days=1), ActionStatus.UNDERWAY),
        ("Without a day", mine, None, ActionStatus.OPEN),
        ("Done", mine, today, ActionStatus.DONE),
        ("Of another", other, today, ActionStatus.OPEN),
    ):
        make_outcome(item, text, OutcomeKind.ACTION, responsible=member, due=due, status=status)
    assert seen(action_points, mine) == (["Sooner", "Later", "Without a day"], 3)


def test_membership_that_ended_ends_what_waits(seen):
    group = make_working_group()
    today = timezone.localdate()
    member = join(group, since=today - timedelta(days=9), until=today - timedelta(days=1))
    meeting = make_meeting(group, start=today, end=today)
    make_outcome(make_item(meeting), "Closed", OutcomeKind.ACTION, responsible=member)
    assert seen(action_points, member) == seen(next_meetings, member) == ([], 0)


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(rf, number, django_assert_num_queries):
    group = make_working_group()
    chair = join(group, role=GroupRole.CHAIR)
    today = timezone.localdate()
    for _ in range(number):
        meeting = make_meeting(group, start=today, end=today, state=MeetingState.SUBMITTED)
        make_outcome(make_item(meeting), "Do it", OutcomeKind.ACTION, responsible=chair)
    request = rf.get("/")
    request.user = chair.user
    for source in (records_to_approve, action_points, next_meetings):
        with django_assert_num_queries(1):
            assert source(request).count == number

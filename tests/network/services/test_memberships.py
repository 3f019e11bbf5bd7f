"""Coming to a working group, taking another role, going: rows stay, rights follow."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.exceptions import ValidationError
from django.utils import timezone

from network.models import GroupMembership, GroupRole, WorkingGroupPage
from network.services.memberships import add_member, change_role, end_all, end_membership
from portal.accounts.notifications import choose
from portal.accounts.roles import WORKING_GROUP_MEMBERS
from portal.core.registries.notifications import Frequency
from portal.members.models import MemberState
from tests.factories.members import make_member
from tests.factories.pages import make_page
from tests.factories.people import make_user

pytestmark = pytest.mark.usefixtures("site_root")


@pytest.fixture
def group():
    return make_page(WorkingGroupPage)


def rows(member):
    return [
        (row.role, row.since, row.until)
        for row in GroupMembership.objects.filter(member=member).order_by("since", "pk")
    ]


def group_names(member):
    return set(member.user.groups.values_list("name", flat=True)) - {"Network members"}


def names(group, *, office=False):
    return {group.access_group.name, WORKING_GROUP_MEMBERS} | ({group.office_group.name} if office else set())


def test_a_member_gets_in_and_keeps_a_row_after_the_end(group):
    member, today = make_member(), timezone.localdate()
    membership = add_member(group=group, member=member, since=date(2026, 1, 2))
    assert group_names(member) == names(group)
    end_membership(membership=membership)
    assert group_names(member) == set()
    assert rows(member) == [(GroupRole.MEMBER, date(2026, 1, 2), today)]


def test_another_role_is_another_row_with_its_rights(group):
    member = make_member()
    first = add_member(group=group, member=member, role=GroupRole.SECRETARY, since=date(2026, 1, 2))
    assert group_names(member) == names(group, office=True)
    second = change_role(membership=first, role=GroupRole.OBSERVER, day=date(2026, 3, 4))
    assert rows(member) == [
        (GroupRole.SECRETARY, date(2026, 1, 2), date(2026, 3, 4)),
        (GroupRole.OBSERVER, date(2026, 3, 4), None),
    ]
    assert group_names(member) == names(group)
    assert change_role(membership=second, role=GroupRole.OBSERVER) == second
    with pytest.raises(ValidationError, match="This membership has ended"):
        change_role(membership=first, role=GroupRole.MEMBER)


def test_a_group_has_one_chair_at_a_time(group):
    chair = add_member(group=group, member=make_member(), role=GroupRole.CHAIR)
    other = add_member(group=group, member=make_member())
    for refused in (
        lambda: add_member(group=group, member=make_member(), role=GroupRole.CHAIR),
        lambda: change_role(membership=other, role=GroupRole.CHAIR),
    ):
        with pytest.raises(ValidationError, match="The group has a chair"):
            refused()
    end_membership(membership=chair)
    assert change_role(membership=other, role=GroupRole.CHAIR).role == GroupRole.CHAIR


def test_who_cannot_become_a_member(group):
    today = timezone.localdate()
    there = make_member()
    end_membership(membership=add_member(group=group, member=there))
    add_member(group=group, member=there)
    gone = make_member()
    end_membership(membership=add_member(group=group, member=gone))
    for member, since, reason in (
        (make_member(state=MemberState.SUSPENDED), None, "not an active member of the network"),
        (make_member(), today + timedelta(days=1), "cannot begin in the future"),
        (there, None, "already belongs to the group"),
        (gone, today - timedelta(days=1), "belonged to the group until"),
    ):
        with pytest.raises(ValidationError, match=reason):
            add_member(group=group, member=member, since=since)


def test_a_membership_ends_neither_before_it_began_nor_later_than_today(group):
    today = timezone.localdate()
    membership = add_member(group=group, member=make_member())
    for day, reason in (
        (today - timedelta(days=1), "cannot end before"),
        (today + timedelta(days=1), "cannot end in the future"),
    ):
        with pytest.raises(ValidationError, match=reason):
            end_membership(membership=membership, day=day)


def test_ending_twice_changes_nothing(group):
    membership = add_member(group=group, member=make_member(), since=date(2026, 1, 2))
    end_membership(membership=membership, day=date(2026, 5, 6))
    end_membership(membership=membership)
    assert rows(membership.member) == [(GroupRole.MEMBER, date(2026, 1, 2), date(2026, 5, 6))]


def test_who_is_in_two_groups_stays_in_one_until_they_leave_the_network(group):
    other, member = make_page(WorkingGroupPage), make_member()
    first = add_member(group=group, member=member, role=GroupRole.CHAIR)
    second = add_member(group=other, member=member)
    end_membership(membership=first)
    assert group_names(member) == names(other)
    end_membership(membership=second)
    for one in (group, other):
        add_member(group=one, member=member)
    end_all(member=member)
    assert group_names(member) == set()
    assert GroupMembership.objects.current().filter(member=member).count() == 0


def test_the_groups_of_a_page_are_its_own(group):
    other = make_page(WorkingGroupPage)
    assert {group.access_group, group.office_group}.isdisjoint({other.access_group, other.office_group})
    assert group.collection != other.collection


def test_groups_and_collection_are_called_as_the_page(group):
    group.headline_en = "Release"
    group.save_revision().publish()
    fresh = WorkingGroupPage.objects.get(pk=group.pk)
    assert (fresh.access_group.name, fresh.collection.name) == (f"Working group {group.pk}: Release",) * 2
    assert fresh.office_group.name == f"Working group {group.pk}, chair and secretary: Release"


def test_a_copy_has_a_closed_space_of_its_own(group):
    copy = group.copy(update_attrs={"slug": "copy"})
    assert copy.access_group_id not in {None, group.access_group_id}
    assert copy.collection_id not in {None, group.collection_id}


def test_with_the_page_its_groups_go_and_its_files_stay_closed(group):
    collection = group.collection
    group.delete()
    assert Group.objects.filter(name__startswith="Working group ").count() == 0
    assert [one.groups.count() for one in collection.get_view_restrictions()] == [0]


def test_people_are_told_in_their_language_unless_they_want_no_mail(group, django_capture_on_commit_callbacks):
    member = make_member(make_user(language="sq"))
    silent = make_member()
    choose(silent.user, {"network.memberships": Frequency.NEVER})
    with django_capture_on_commit_callbacks(execute=True):
        for one in (member, silent):
            end_membership(membership=change_role(membership=add_member(group=group, member=one), role="secretary"))
    assert [message.to for message in mail.outbox] == [[member.user.email]] * 3
    assert ["/sq/" in message.body for message in mail.outbox] == [True, True, False]
    assert [message.subject.split(" “")[0] for message in mail.outbox] == [
        "I përkisni grupit të punës",
        "Roli juaj në grupin e punës",
        "Anëtarësia juaj në grupin e punës",
    ]


def test_who_leaves_the_network_gets_no_letter_of_each_group(group, django_capture_on_commit_callbacks):
    member = make_member()
    add_member(group=group, member=member)
    with django_capture_on_commit_callbacks(execute=True):
        end_all(member=member)
    assert mail.outbox == []

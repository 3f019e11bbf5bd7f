"""A suspension is felt with the next click, and gives back what there was."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from portal.accounts.roles import EDITORS, NETWORK_MEMBERS, WORKING_GROUP_MEMBERS
from portal.core.visibility.audience import holder
from portal.members.models import Member, MemberStep
from portal.members.rules.refusal import Refused
from portal.members.services.suspending import restore, suspend
from tests.factories.members import make_member
from tests.factories.people import make_user


def test_at_once_and_everywhere(focal_point, letters):
    member = make_member(make_user(NETWORK_MEMBERS, WORKING_GROUP_MEMBERS))
    browser, other = Client(), Client()
    browser.force_login(member.user)
    other.force_login(focal_point)
    sent = letters(lambda: suspend(member=member.pk, by=focal_point, reason="Left the service"))
    assert [(letter[0], "Left the service" in letter[2]) for letter in sent] == [(member.user.email, True)]
    assert browser.get("/en/members/me/").status_code == 302
    assert Session.objects.count() == 1
    member.refresh_from_db()
    assert list(Member.objects.active()) == []
    assert holder(member.user).tokens == frozenset()
    assert list(MemberStep.objects.values_list("kind", "reason")) == [("suspended", "Left the service")]


def test_taking_back_gives_what_there_was(focal_point, letters):
    member = make_member(make_user(NETWORK_MEMBERS, WORKING_GROUP_MEMBERS))
    suspend(member=member.pk, by=focal_point, reason="Why")
    suspend(member=member.pk, by=focal_point, reason="Twice")
    sent = letters(lambda: restore(member=member.pk, by=focal_point))
    assert len(sent) == 1
    assert list(Member.objects.active()) == [member]
    assert {group.name for group in member.user.groups.all()} == {NETWORK_MEMBERS, WORKING_GROUP_MEMBERS}
    assert list(MemberStep.objects.values_list("kind", flat=True)) == ["suspended", "restored"]


def test_whom_a_focal_point_may_not_suspend(focal_point, administrator):
    albanian = make_member(beneficiary="AL")
    editor = make_member(make_user(EDITORS))
    herself = make_member(focal_point)
    superuser = make_member(make_user(is_superuser=True))
    for member in (albanian, editor, herself, superuser):
        with pytest.raises(Refused):
            suspend(member=member.pk, by=focal_point, reason="Why")
    with pytest.raises(Refused):
        suspend(member=superuser.pk, by=administrator, reason="Why")
    suspend(member=editor.pk, by=administrator, reason="Why")
    assert Member.objects.active().count() == 3

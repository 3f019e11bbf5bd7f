"""One address is asked once, and answers once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.members.models import Application, Invitation, Member, MemberStep
from portal.members.rules.refusal import Refused
from portal.members.services.inviting import Outcome, accept, invite, withdraw
from portal.members.services.work_details import WorkDetails
from tests.factories.members import make_application, make_member
from tests.factories.people import make_user
from tests.factories.vocabulary import make_beneficiary


@pytest.fixture
def answer(consent_text):
    def accepting(invitation):
        return accept(
            invitation=invitation.pk,
            first_name="Ana",
            last_name="Sample",
            language="mk",
            details=WorkDetails(beneficiary=make_beneficiary("MK"), position="Educator"),
            consent_text=consent_text,
        )

    return accepting


def test_in_the_language_of_the_mail_with_the_message(focal_point, letters):
    sent = letters(
        lambda: invite(
            email="Ana@Example.org",
            language="sr-latn",
            invited_by=focal_point,
            beneficiary=make_beneficiary("MK"),
            message="Dobro došli",
        )
    )
    ((address, _subject, body),) = sent
    assert address == "ana@example.org"
    assert "Dobro došli" in body
    assert "/sr-latn/join/invitation/" in body
    assert list(MemberStep.objects.values_list("kind", "by__email")) == [("invited", "focal@example.org")]


def test_many_addresses_none_twice(focal_point, letters):
    make_member(make_user(email="member@example.org"))
    addresses = ["a@example.org", "b@example.org", "A@example.org", "member@example.org"]
    outcomes = []

    def all_of_them():
        outcomes.extend(invite(email=one, language="en", invited_by=focal_point).outcome for one in addresses)

    assert [letter[0] for letter in letters(all_of_them)] == ["a@example.org", "b@example.org"]
    assert outcomes == [Outcome.SENT, Outcome.SENT, Outcome.ALREADY_INVITED, Outcome.ALREADY_MEMBER]


def test_one_that_expired_is_sent_again_with_another_link(focal_point, letters):
    first = invite(email="a@example.org", language="en", invited_by=focal_point).invitation
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    again = []
    sent = letters(lambda: again.append(invite(email="a@example.org", language="en", invited_by=focal_point)))
    assert (again[0].outcome, len(sent), Invitation.objects.count()) == (Outcome.SENT, 1, 1)
    assert again[0].invitation.key != first.key
    assert again[0].invitation.is_valid


def test_accepting_makes_a_member_and_tells_the_inviter(focal_point, letters, answer):
    application = make_application(email="a@example.org")
    invitation = invite(email="a@example.org", language="mk", invited_by=focal_point).invitation
    sent = letters(lambda: answer(invitation))
    member = Member.objects.active().get()
    assert (member.user.email, member.name, member.position) == ("a@example.org", "Ana Sample", "Educator")
    assert member.user.consents.count() == 1
    assert [letter[0] for letter in sent] == ["a@example.org", "focal@example.org"]
    assert Application.objects.get(pk=application.pk).state == "approved"
    with pytest.raises(Refused):
        answer(invitation)
    assert Member.objects.count() == 1


def test_what_is_over_cannot_be_accepted(focal_point, answer):
    taken_back = invite(email="a@example.org", language="en", invited_by=focal_point).invitation
    assert withdraw(invitation=taken_back.pk, by=focal_point) is True
    assert withdraw(invitation=taken_back.pk, by=focal_point) is False
    expired = invite(email="b@example.org", language="en", invited_by=focal_point).invitation
    Invitation.objects.filter(pk=expired.pk).update(expires_at=timezone.now())
    for invitation in (taken_back, expired):
        with pytest.raises(Refused):
            answer(invitation)
    assert Member.objects.count() == 0

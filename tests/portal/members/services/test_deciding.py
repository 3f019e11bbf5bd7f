"""Decided once, by whoever may, with a reason, and told by e-mail."""

import pytest

from portal.accounts.models import User
from portal.accounts.roles import NETWORK_MEMBERS
from portal.members.models import Application, Consent, Invitation, Member, MemberStep
from portal.members.rules.refusal import Refused
from portal.members.services.deciding import AlreadyDecided, approve, decline
from portal.members.services.inviting import invite
from portal.vocabulary.models.taxonomy import FacetCode
from tests.factories.members import make_application
from tests.factories.people import make_user
from tests.factories.vocabulary import make_concept, make_term


def test_approving_makes_a_member(focal_point, letters):
    application = make_application()
    application.topics.add(make_term(FacetCode.STAGE, "release"))
    application.concepts.add(make_concept("probation"))
    sent = letters(lambda: approve(application=application.pk, by=focal_point, reason="Known"))

    member = Member.objects.active().get(user__email="ana@example.org")
    assert member.name == "Ana Sample"
    assert (member.position, member.institution_name, member.languages) == ("Educator", "Prison of Idrizovo", " en mk ")
    assert [term.code for term in member.topics.all()] == ["release"]
    assert [concept.identifier for concept in member.concepts.all()] == ["probation"]
    assert [group.name for group in member.user.groups.all()] == [NETWORK_MEMBERS]
    assert not member.user.has_usable_password()
    consent = Consent.objects.get(user=member.user)
    assert (consent.text.version, consent.language, consent.given_at) == (1, "mk", application.sent_at)
    steps = MemberStep.objects.filter(member=member).values_list("kind", "by__email", "reason")
    assert list(steps) == [("approved", "focal@example.org", "Known")]
    application.refresh_from_db()
    assert (application.state, application.decided_by, application.member) == ("approved", focal_point, member)
    assert [address for address, _subject, _body in sent] == ["ana@example.org"]
    assert "/mk/account/password/reset/key/" in sent[0][2]


def test_declining_keeps_the_reason_and_makes_nobody_a_member(focal_point, letters):
    application = make_application(language="en")
    sent = letters(lambda: decline(application=application.pk, by=focal_point, reason="Not our field."))
    application.refresh_from_db()
    assert (application.state, application.reason) == ("declined", "Not our field.")
    assert (Member.objects.count(), User.objects.filter(email="ana@example.org").exists()) == (0, False)
    assert [(address, "Not our field." in body) for address, _subject, body in sent] == [("ana@example.org", True)]


@pytest.mark.parametrize("first", [approve, decline])
@pytest.mark.parametrize("second", [approve, decline])
def test_a_second_decision_changes_nothing(focal_point, administrator, letters, first, second):
    application = make_application()
    first(application=application.pk, by=focal_point, reason="First")
    members = Member.objects.count()

    def again():
        with pytest.raises(AlreadyDecided):
            second(application=application.pk, by=administrator, reason="Second")

    assert letters(again) == []
    application.refresh_from_db()
    assert (application.decided_by, application.reason, Member.objects.count()) == (focal_point, "First", members)
    assert MemberStep.objects.count() == 1


def test_only_whoever_looks_after_the_beneficiary(focal_point, administrator):
    albanian, nobodys = make_application("AL"), make_application(None, email="other@example.org")
    for application in (albanian, nobodys):
        with pytest.raises(Refused):
            approve(application=application.pk, by=focal_point)
    assert Member.objects.count() == 0
    approve(application=nobodys.pk, by=administrator)
    assert Member.objects.count() == 1


def test_nobody_decides_on_their_own(focal_point):
    application = make_application(email=focal_point.email)
    with pytest.raises(Refused):
        approve(application=application.pk, by=focal_point)


def test_an_account_that_is_there_is_kept(focal_point, letters):
    translator = make_user("Translators: Albanian", email="ana@example.org", first_name="Anna", language="sq")
    application = make_application()
    sent = letters(lambda: approve(application=application.pk, by=focal_point))
    member = Member.objects.get()
    assert (member.user, member.name, member.user.language) == (translator, "Anna", "sq")
    assert member.user.has_usable_password()
    assert "/password/reset/key/" not in sent[0][2]


def test_an_ended_account_is_not_opened_by_an_application(focal_point):
    make_user(email="ana@example.org", is_active=False)
    application = make_application()
    with pytest.raises(Refused):
        approve(application=application.pk, by=focal_point)
    assert Application.objects.get().state == "waiting"


def test_an_invitation_to_the_same_address_is_answered_with_it(focal_point):
    application = make_application()
    invite(email="ana@example.org", language="mk", invited_by=focal_point)
    approve(application=application.pk, by=focal_point)
    assert Invitation.objects.get().state == "accepted"

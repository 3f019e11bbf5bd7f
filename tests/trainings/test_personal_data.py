"""What trainings hold about somebody: they get all of it, and their places go to others when they leave."""

import pytest
from django.apps import apps
from django.conf import settings

from portal.core.registries.personal_data import models_spoken_for
from tests.factories.certificates import make_certificate
from tests.factories.members import make_member
from tests.factories.participant_lists import make_list
from tests.factories.people import make_user
from tests.factories.trainings import make_enrolment, make_training
from trainings.certificates.issuing import revoke
from trainings.member_leaving import leave_trainings
from trainings.models import Certificate, CertificateChoice, Enrolment, ExpectedParticipant, Letter, ParticipantImport
from trainings.personal_data import certificate_choice, certificates, enrolments, expected, lists
from trainings.rules.states import State

pytestmark = pytest.mark.usefixtures("site_root")


def test_every_table_that_points_at_people_is_spoken_for():
    people = {settings.AUTH_USER_MODEL, "members.Member"}
    pointing = {
        model._meta.label
        for model in apps.get_app_config("trainings").get_models()
        for field in model._meta.local_concrete_fields
        if field.is_relation and field.related_model._meta.label in people
    }
    assert pointing - models_spoken_for() == set()


def test_a_person_gets_their_enrolments_with_what_happened():
    member = make_member()
    make_enrolment(make_training(headline_en="Listening"), member)
    (record,) = enrolments(member.user).records
    facts = {fact.name: fact.value for fact in record}
    assert (facts["state"], facts["attended"]) == ("Confirmed", [])
    assert [step.endswith("Confirmed") for step in facts["changes"]] == [True]
    assert enrolments(make_member().user).records == []


def test_the_place_of_whoever_leaves_is_offered_to_the_next_and_nothing_more_is_written():
    training = make_training(capacity=1)
    leaving, waiting = make_member(), make_member()
    for member in (leaving, waiting):
        make_enrolment(training, member)
    leave_trainings(leaving)
    assert dict(Enrolment.objects.values_list("member", "state")) == {
        leaving.pk: State.WITHDRAWN,
        waiting.pk: State.OFFERED,
    }
    assert not Letter.objects.filter(enrolment__member=leaving, sent_at=None).exists()


def test_lists_that_somebody_uploaded_or_is_named_in_are_told_and_go_when_they_leave():
    member, other = make_member(user=make_user(email="ana@example.org")), make_member()
    training = make_training(headline_en="Listening")
    ExpectedParticipant.objects.create(training=training, email="ana@example.org", name="Ana")
    own = make_list(training, ["Besa", "besa@example.org"], user=member.user)
    make_list(training, ["Ana", "ana@example.org"], user=other.user)
    another = make_list(training, ["Cana", "cana@example.org"], user=other.user)
    assert [[fact.value for fact in record[1:]] for record in lists(member.user).records] == [
        [training.title, own.file_name]
    ]
    assert [record[1].value for record in expected(member.user).records] == ["Ana"]
    assert expected(other.user).records == []
    leave_trainings(member)
    assert list(ParticipantImport.objects.all()) == [another]
    assert not ExpectedParticipant.objects.exists()


def test_a_person_gets_their_certificates_and_what_they_settled_for_them():
    certificate = make_certificate()
    user = certificate.enrolment.member.user
    CertificateChoice.objects.create(member=user.member, name="Ana M. Sample", shows_name=True)
    (record,) = certificates(user).records
    facts = {fact.name: fact.value for fact in record}
    assert (facts["number"], facts["name"], facts["state"]) == (certificate.number, certificate.name, "Valid")
    ((name, shows),) = certificate_choice(user).records
    assert (name.value, shows.value) == ("Ana M. Sample", True)
    other = make_member().user
    assert (certificates(other).records, certificate_choice(other).records) == ([], [])


def test_certificates_of_whoever_leaves_stay_without_saying_whose_they_were():
    certificate = make_certificate()
    revoke(certificate=certificate, by=None, reason="About the person.")
    CertificateChoice.objects.create(member=certificate.enrolment.member, name="Ana", shows_name=True)
    leave_trainings(certificate.enrolment.member)
    kept = Certificate.objects.get()
    assert (kept.name, kept.document, kept.end_reason, kept.number) == ("", {}, "", certificate.number)
    assert not CertificateChoice.objects.exists()

"""Issuing, replacing and revoking: what it leaves behind, and what it refuses."""

import pytest
from django.core import mail
from django.core.management import call_command

from tests.factories.certificates import make_attended, make_certificate, make_ended_training
from tests.factories.members import make_member
from tests.factories.people import make_user
from trainings.certificates.document import make_certificate as pdf_of
from trainings.certificates.issuing import issue, reissue, revoke
from trainings.models import Certificate, CertificateChoice, CoursePage, Enrolment
from trainings.rules.refusal import Refused

pytestmark = pytest.mark.usefixtures("site_root")


def rows():
    return list(Certificate.objects.order_by("pk").values_list("sequence", "state"))


def letters():
    mail.outbox.clear()
    call_command("send_training_letters", verbosity=0)
    return [(message.subject, message.body) for message in mail.outbox]


def test_whoever_has_earned_it_gets_it_once_and_has_completed_the_training():
    training = make_ended_training()
    enrolment = make_attended(training)
    call_command("send_training_letters", verbosity=0)
    first = issue(training_id=training.pk, enrolment_id=enrolment.pk, by=None)
    assert issue(training_id=training.pk, enrolment_id=enrolment.pk, by=None) == first
    assert (rows(), Enrolment.objects.get().state) == ([(1, "valid")], "completed")
    ((subject, body),) = letters()
    assert subject.startswith("Your certificate: ")
    assert (first.number in body, "/en/trainings/mine/certificates/" in body) == (True, True)


def test_numbers_go_on_from_training_to_training():
    certificates = [make_certificate(), make_certificate(), make_certificate()]
    assert [one.number.split("-")[1] for one in certificates] == ["000001", "000002", "000003"]
    assert len({one.code for one in certificates}) == 3


def test_whoever_was_not_there_often_enough_gets_none_and_no_number_is_lost():
    training = make_ended_training()
    absent = make_attended(training, sessions=1)
    with pytest.raises(Refused, match="Was in 1 of 2 sessions; 80 percent are needed"):
        issue(training_id=training.pk, enrolment_id=absent.pk, by=None)
    assert Enrolment.objects.get().state == "confirmed"
    assert make_certificate(training).sequence == 1


def test_an_enrolment_of_another_training_gets_none():
    other = make_attended(make_ended_training())
    with pytest.raises(Refused):
        issue(training_id=make_ended_training().pk, enrolment_id=other.pk, by=None)


def test_what_it_says_does_not_change_with_course_training_and_account():
    member = make_member(user=make_user(first_name="Ana", last_name="Sample"))
    certificate = make_certificate(member=member)
    before = pdf_of(certificate)
    CoursePage.objects.update(headline_en="Another course", hours=99)
    certificate.training.place_en = "Elsewhere"
    certificate.training.save()
    member.user.first_name = "Anna"
    member.user.save()
    assert pdf_of(Certificate.objects.get()) == before


def test_the_name_is_written_as_the_person_wants_it():
    member = make_member(user=make_user(first_name="Ana", last_name="Sample"))
    CertificateChoice.objects.create(member=member, name="Анa М. Sample")
    assert make_certificate(member=member).name == "Анa М. Sample"


def test_a_replaced_one_has_another_number_and_the_new_name():
    trainer = make_user()
    member = make_member(user=make_user(first_name="Ana", last_name="Smaple"))
    old = make_certificate(member=member)
    CertificateChoice.objects.create(member=member, name="Ana Sample")
    letters()
    new = reissue(certificate=old, by=trainer, reason="The name was wrong.")
    assert rows() == [(1, "replaced"), (2, "valid")]
    old.refresh_from_db()
    assert (old.name, old.end_reason, old.ended_by, new.name) == (
        "Ana Smaple",
        "The name was wrong.",
        trainer,
        "Ana Sample",
    )
    ((_subject, body),) = letters()
    assert "Reason: The name was wrong." in body
    with pytest.raises(Refused):
        reissue(certificate=old, by=trainer, reason="Pressed twice.")


def test_a_replaced_one_need_not_be_earned_anew_and_a_revoked_one_has_to_be():
    certificate = make_certificate()
    CoursePage.objects.update(attendance_needed=100)
    certificate.enrolment.attendances.first().delete()
    new = reissue(certificate=certificate, by=None, reason="The place was wrong.")
    revoke(certificate=new, by=None, reason="Was not there.")
    new.refresh_from_db()
    with pytest.raises(Refused, match="Was in 1 of 2 sessions"):
        reissue(certificate=new, by=None, reason="Was there.")
    assert rows() == [(1, "replaced"), (2, "revoked")]


def test_a_revoked_one_is_told_of_with_its_reason_and_does_not_come_back_by_itself():
    certificate = make_certificate()
    letters()
    revoke(certificate=certificate, by=None, reason="Was not there.")
    ((subject, body),) = letters()
    assert subject.startswith("Your certificate has been revoked: ")
    assert "Reason: Was not there." in body
    issue(training_id=certificate.training_id, enrolment_id=certificate.enrolment_id, by=None)
    assert rows() == [(1, "revoked")]
    with pytest.raises(Refused):
        revoke(certificate=certificate, by=None, reason="Pressed twice.")


def test_a_letter_about_what_was_revoked_in_the_meantime_is_not_sent(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    certificate = make_certificate()
    revoke(certificate=certificate, by=None, reason="A mistake.")
    assert [subject.partition(":")[0] for subject, _body in letters()] == ["Your certificate has been revoked"]

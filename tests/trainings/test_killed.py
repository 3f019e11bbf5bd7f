"""Killed in the middle and begun again, it ends as if nothing had happened."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from portal.members.models import Invitation, MemberStep
from tests.factories.certificates import make_attended, make_ended_training
from tests.factories.participant_lists import make_list
from tests.factories.people import make_user
from tests.factories.trainings import make_people, make_training
from tests.trainings.killing import killed
from trainings.certificates.run import start_run
from trainings.importing.carrying import confirm, go_on
from trainings.importing.report import report_of
from trainings.models import (
    Certificate,
    CertificateRun,
    Enrolment,
    EnrolmentChange,
    ExpectedParticipant,
    ImportedRow,
    Letter,
    ParticipantImport,
    SeatPool,
    TrainerMessage,
)
from trainings.services.letters import send_due_letters
from trainings.services.writing import send_message

pytestmark = pytest.mark.usefixtures("many_connections")


@pytest.fixture
def sent(settings, tmp_path):
    """To whom something was sent, whichever process did, and under which Message-IDs."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"

    def found(name):
        texts = (file.read_text() for file in settings.EMAIL_FILE_PATH.glob("*.log"))
        return sorted(value for text in texts for value in re.findall(rf"^{name}: (.+)$", text, re.MULTILINE))

    return found


def forget_sign_of_life(model):
    model.objects.update(touched_at=timezone.now() - timedelta(minutes=4))


def test_an_import(sent):
    training = make_training(capacity=2)
    people = make_people(3)
    rows = [[member.name or "Sample Person", member.user.email] for member in people]
    rows.insert(1, ["Nova New", "nova@example.org"])
    source = make_list(training, *rows, ["Nada New", "nada@example.org"], user=make_user())
    killed(lambda: confirm(source=source, numbers=[2, 3, 4, 5, 6], language="en"), at=ImportedRow, number=3)
    source.refresh_from_db()
    assert (source.state, source.done, source.total, source.is_going_on) == ("making", 2, 5, True)
    assert [one.result for one in report_of(source).rows] == ["confirmed", "invited", "left", "left", "left"]
    assert (Enrolment.objects.count(), SeatPool.objects.get().taken) == (1, 1)
    # As long as somebody may still work at it, it is left alone.
    go_on(source)
    assert ImportedRow.objects.count() == 2
    forget_sign_of_life(ParticipantImport)
    source.refresh_from_db()
    go_on(source)
    source.refresh_from_db()
    assert (source.state, source.attempt, source.done, source.total) == ("ready", 3, 3, 3)
    assert [one.result for one in report_of(source).rows] == [
        "confirmed",
        "invited",
        "confirmed",
        "waiting",
        "invited",
    ]
    assert (EnrolmentChange.objects.count(), Letter.objects.count(), SeatPool.objects.get().taken) == (3, 3, 2)
    assert (Invitation.objects.count(), MemberStep.objects.count(), ExpectedParticipant.objects.count()) == (2, 2, 2)
    addresses = [member.user.email for member in people]
    assert sent("To") == sorted([*addresses, "nova@example.org", "nada@example.org"])


def test_certificates_for_all(sent):
    training = make_ended_training()
    for _ in range(4):
        make_attended(training)
    enrolled = sent("To")
    killed(lambda: start_run(training_id=training.pk, by=None), at=Certificate, number=3)
    run = CertificateRun.objects.get()
    assert (run.state, run.done, run.total, Certificate.objects.count()) == ("making", 2, 4, 2)
    forget_sign_of_life(CertificateRun)
    run = start_run(training_id=training.pk, by=None)
    assert (run.state, run.attempt, run.done, run.total) == ("ready", 2, 2, 2)
    issued = Certificate.objects.order_by("sequence").values_list("sequence", flat=True)
    assert (list(issued), Certificate.objects.values("enrolment").distinct().count()) == ([1, 2, 3, 4], 4)
    assert sent("To") == sorted(enrolled * 2)


@pytest.fixture
def mailing():
    """To four participants, whose first letters are not sent any more."""
    training = make_training()
    by = make_user()
    people = make_people(4)
    for member in people:
        Enrolment.objects.create(training=training, member=member, state="confirmed")

    def write():
        return send_message(message=TrainerMessage(training=training, by=by, subject="Bring a pen", text="Please."))

    return write, [member.user.email for member in people]


def test_a_mailing_that_is_being_sent(mailing, sent):
    write, addresses = mailing
    # Four letters are written, and the third of them is marked as sent, but not yet sent.
    killed(write, at=Letter, number=4 + 3)
    assert sent("To") == sorted(addresses[:2])
    assert send_due_letters() == (2, 0)
    assert (sent("To"), len(set(sent("Message-ID")))) == (sorted(addresses), 4)
    assert send_due_letters() == (0, 0)


def test_a_mailing_that_is_being_written(mailing, sent):
    write, addresses = mailing
    killed(write, at=Letter, number=3)
    assert (TrainerMessage.objects.count(), Letter.objects.count(), sent("To")) == (0, 0, [])
    assert write() == 4
    assert sent("To") == sorted(addresses)

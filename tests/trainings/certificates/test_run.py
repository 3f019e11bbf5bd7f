"""Issuing to all: killed in the middle and begun again, it ends as if nothing had happened."""

import logging
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db.models.signals import pre_save
from django.utils import timezone

from tests.factories.certificates import make_attended, make_ended_training
from trainings.certificates.run import issue_to_all, start_run
from trainings.models import Certificate, CertificateRun

pytestmark = pytest.mark.usefixtures("site_root")


class Killed(BaseException):
    """As when the process ends: no code of the run comes to handle it."""


@pytest.fixture
def training():
    """Three who have earned it, and one who has not."""
    training = make_ended_training()
    for sessions in (2, 2, 1, 2):
        make_attended(training, sessions=sessions)
    return training


@pytest.fixture
def start(training, django_capture_on_commit_callbacks):
    def begin():
        with django_capture_on_commit_callbacks(execute=True):
            started = start_run(training_id=training.pk, by=None)
        return CertificateRun.objects.get(pk=started.pk)

    return begin


@contextmanager
def broken_at(number, error):
    """The writing of this certificate of the run goes wrong, when its number has been taken already."""
    so_far = []

    def break_it(**signal):
        so_far.append(signal)
        if len(so_far) == number:
            raise error

    pre_save.connect(break_it, sender=Certificate)
    try:
        yield
    finally:
        pre_save.disconnect(break_it, sender=Certificate)


def numbers():
    return list(Certificate.objects.order_by("sequence").values_list("sequence", flat=True))


def test_all_who_meet_the_rule_get_one(start):
    done = start()
    assert (done.state, done.done, done.total, numbers()) == ("ready", 3, 3, [1, 2, 3])
    again = start()
    assert (again.state, again.attempt, again.total, numbers()) == ("ready", 2, 0, [1, 2, 3])


def test_killed_in_the_middle_it_is_begun_again_and_nothing_is_lost_or_doubled(start):
    with broken_at(2, Killed()):
        start()
    row = CertificateRun.objects.get()
    assert (row.state, row.done, row.is_going_on, numbers()) == ("making", 1, True, [1])
    # As long as it may live, it is left alone.
    assert start().attempt == 1
    CertificateRun.objects.update(touched_at=timezone.now() - timedelta(minutes=4))
    done = start()
    assert (done.state, done.attempt, done.total, numbers()) == ("ready", 2, 2, [1, 2, 3])
    assert Certificate.objects.values("enrolment").distinct().count() == 3


def test_what_goes_wrong_is_logged_and_can_be_begun_again(start, caplog):
    with broken_at(3, OSError("disk full")), caplog.at_level(logging.ERROR):
        assert (start().state, numbers()) == ("failed", [1, 2])
    assert "disk full" in caplog.text
    assert (start().state, numbers()) == ("ready", [1, 2, 3])


def test_an_attempt_that_was_begun_anew_does_nothing_any_more(start, training):
    done = start()
    make_attended(training)
    for attempt in (done.attempt - 1, done.attempt):
        issue_to_all.func(done.pk, attempt)
    assert numbers() == [1, 2, 3]

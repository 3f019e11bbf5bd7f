"""Lists against people who enrol by themselves, and against each other: no seat and no row twice."""

from collections import Counter

import pytest

from portal.members.models import Invitation, MemberStep
from tests.factories.participant_lists import make_list
from tests.factories.people import make_user
from tests.factories.trainings import make_people, make_training
from tests.trainings.together import at_once
from trainings.importing.carrying import confirm
from trainings.models import Enrolment, EnrolmentChange, ExpectedParticipant, ImportedRow, SeatPool
from trainings.services.enrolling import request_place

pytestmark = pytest.mark.usefixtures("many_connections")


def listed(training, people, *more):
    rows = [[member.name or "Sample Person", member.user.email] for member in people]
    return make_list(training, *rows, *more, user=make_user())


def carry_out(source):
    confirm(source=source, numbers=[number for number, _cells in source.rows], language="en")


def test_the_last_seat_is_taken_by_a_list_and_by_somebody_at_once():
    training = make_training(capacity=1)
    in_the_list, by_herself = make_people(2)
    source = listed(training, [in_the_list])
    jobs = [
        lambda: carry_out(source),
        lambda: request_place(training_id=training.pk, member=by_herself),
    ]
    assert at_once(jobs) == []
    assert Counter(Enrolment.objects.values_list("state", flat=True)) == {"confirmed": 1, "waiting": 1}
    assert SeatPool.objects.get(training=training).taken == 1
    told = Enrolment.objects.get(member=in_the_list).state
    assert ImportedRow.objects.get().result == told


def test_the_same_list_is_carried_out_twice_at_once():
    training = make_training(capacity=3)
    source = listed(training, make_people(5), ["Nova New", "nova@example.org"])
    assert at_once([lambda: carry_out(source)] * 6) == []
    assert Counter(ImportedRow.objects.values_list("result", flat=True)) == {"confirmed": 3, "waiting": 2, "invited": 1}
    assert (EnrolmentChange.objects.count(), Invitation.objects.count(), MemberStep.objects.count()) == (5, 1, 1)


def test_two_trainers_carry_out_the_same_file_at_once():
    training = make_training(capacity=3)
    people = make_people(5)
    sources = [listed(training, people, ["Nova New", "nova@example.org"]) for _ in range(2)]
    assert at_once([lambda source=source: carry_out(source) for source in sources]) == []
    assert Counter(Enrolment.objects.values_list("state", flat=True)) == {"confirmed": 3, "waiting": 2}
    assert (EnrolmentChange.objects.count(), SeatPool.objects.get(training=training).taken) == (5, 3)
    assert (Invitation.objects.count(), MemberStep.objects.count(), ExpectedParticipant.objects.count()) == (1, 1, 1)

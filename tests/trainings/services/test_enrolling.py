"""Getting onto the list, leaving it, and who gets a seat that becomes free."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.factories.members import make_member
from tests.factories.pages import make_page
from tests.factories.trainings import make_enrolment, make_people, make_session, make_training
from tests.factories.vocabulary import make_beneficiary
from trainings.models import (
    Admission,
    Attendance,
    Enrolment,
    EnrolmentChange,
    Letter,
    SeatPool,
    TrainingPage,
    TrainingQuota,
)
from trainings.rules.refusal import Refused
from trainings.rules.states import LIVE, TRANSITIONS, State
from trainings.services.deciding import decide, withdraw
from trainings.services.enrolling import enrol, nominate, request_place
from trainings.services.moving import NotAllowed, move
from trainings.services.offers import accept_offer, expire_offers
from trainings.services.seats import held

pytestmark = pytest.mark.django_db


def states(training):
    return list(Enrolment.objects.filter(training=training).order_by("pk").values_list("state", flat=True))


def ask(training, *members):
    return [request_place(training_id=training.pk, member=member) for member in members]


# The states ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("before", State)
@pytest.mark.parametrize("after", State)
def test_no_step_but_those_that_are_written_down(site_root, before, after):
    training = make_training()
    enrolment = make_enrolment(training)
    Enrolment.objects.filter(pk=enrolment.pk).update(
        state=before, queue_number=7, offer_until=timezone.now() + timedelta(days=1)
    )
    enrolment.refresh_from_db()
    if after in TRANSITIONS[before]:
        with held(training.pk) as now_held:
            move(now_held, enrolment, after)
        assert states(training) == [after]
    else:
        with held(training.pk) as now_held, pytest.raises(NotAllowed):
            move(now_held, enrolment, after)


def test_every_change_says_who_when_and_why(site_root):
    training, trainer = make_training(), make_member()
    enrolment = make_enrolment(training)
    decide(training_id=training.pk, enrolments=[enrolment.pk], to=State.DECLINED, by=trainer.user, reason="Too late")
    found = EnrolmentChange.objects.filter(enrolment=enrolment).values_list("before", "after", "by", "reason")
    assert list(found) == [("", "confirmed", None, ""), ("confirmed", "declined", trainer.user.pk, "Too late")]


# Places ----------------------------------------------------------------------------------------------------------


def test_whoever_is_first_has_a_place_and_the_others_wait_in_their_order(site_root):
    training = make_training(capacity=2)
    ask(training, *make_people(4))
    assert states(training) == ["confirmed", "confirmed", "waiting", "waiting"]
    assert list(Enrolment.objects.waiting().values_list("queue_number", flat=True)) == [1, 2]


def test_who_is_enrolled_already_stays_it(site_root):
    training, member = make_training(), make_member()
    first, second = ask(training, member, member)
    assert (first.pk, states(training)) == (second.pk, ["confirmed"])


def test_the_database_refuses_a_second_live_enrolment(site_root):
    enrolment = make_enrolment(make_training())
    with pytest.raises(IntegrityError), transaction.atomic():
        Enrolment.objects.create(training=enrolment.training, member=enrolment.member, state=State.REQUESTED)


def test_the_database_refuses_one_seat_too_many(site_root):
    training = make_training(capacity=1)
    make_enrolment(training)
    with pytest.raises(IntegrityError), transaction.atomic():
        SeatPool.objects.filter(training=training).update(taken=2)


def test_without_a_waiting_list_it_is_said_that_all_places_are_taken(site_root):
    training = make_training(capacity=1, has_waiting_list=False)
    make_enrolment(training)
    with pytest.raises(Refused, match="All places are taken"):
        ask(training, make_member())


def test_no_more_of_one_beneficiary_than_its_quota(site_root):
    training = make_training(capacity=3)
    training.quotas = [TrainingQuota(beneficiary=make_beneficiary("AL"), places=1)]
    training.save()
    ask(training, *make_people(2, beneficiary="AL"), *make_people(2, beneficiary="MK"))
    assert states(training) == ["confirmed", "waiting", "confirmed", "confirmed"]
    taken = dict(SeatPool.objects.filter(training=training).values_list("scope", "taken"))
    assert taken == {"": 3, f"b{make_beneficiary('AL').pk}": 1}


def test_a_seat_goes_past_those_whose_quota_is_full(site_root):
    training = make_training(capacity=2)
    training.quotas = [TrainingQuota(beneficiary=make_beneficiary("AL"), places=1)]
    training.save()
    _albanian, leaving = ask(training, *make_people(1, beneficiary="AL"), *make_people(1, beneficiary="MK"))
    ask(training, *make_people(1, beneficiary="AL"), *make_people(1, beneficiary="RS"))
    withdraw(enrolment=leaving, by=None)
    assert states(training) == ["confirmed", "withdrawn", "waiting", "offered"]


def test_fewer_places_than_are_taken_are_refused_with_the_number(site_root):
    training = make_training(capacity=3)
    ask(training, *make_people(2))
    training.capacity = 1
    with pytest.raises(ValidationError, match="2 places are taken or offered"):
        training.clean()
    with pytest.raises(ValidationError, match="2 places are taken or offered"), transaction.atomic():
        training.save()
    assert TrainingPage.objects.get().capacity == 3


def test_more_places_are_offered_to_those_who_wait(site_root):
    training = make_training(capacity=1)
    ask(training, *make_people(3))
    training.capacity = 2
    training.save()
    assert states(training) == ["confirmed", "offered", "waiting"]


def test_a_draft_from_before_does_not_bring_seats_back(site_root):
    """A page is stored whole, also from a revision that is older than an enrolment."""
    training = make_training(capacity=1)
    revision = training.save_revision()
    ask(training, make_member())
    revision.publish()
    assert SeatPool.objects.get(training=training).taken == 1


def test_the_seats_of_a_person_who_is_deleted_are_free(site_root):
    enrolment = make_enrolment(make_training())
    enrolment.member.user.delete()
    assert SeatPool.objects.get().taken == 0


# Who may, and when -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"admission": Admission.NOMINATION}, "ask your focal point"),
        ({"admission": Admission.INVITATION}, "by invitation"),
        ({"is_cancelled": True}, "is cancelled"),
        ({"days": -3}, "has begun"),
        ({"days": 0}, "has begun"),
        (
            {"opens_on": date(2090, 1, 5), "start": date(2090, 2, 1), "end": date(2090, 2, 1)},
            "begins on 5 January 2090",
        ),
        ({"closes_on": date(2020, 1, 5)}, "ended on 5 January 2020"),
    ],
)
def test_why_nobody_can_enrol(site_root, fields, reason):
    with pytest.raises(Refused, match=reason):
        ask(make_training(**fields), make_member())


def test_a_training_that_was_never_published_takes_nobody(site_root):
    training = make_training(live=False)
    with pytest.raises(Refused, match="not published"):
        request_place(training_id=training.pk, member=make_member())


def test_where_the_trainer_decides_a_wish_is_confirmed_or_waits(site_root):
    training = make_training(capacity=1, admission=Admission.REQUEST)
    ask(training, *make_people(2))
    assert states(training) == ["requested", "requested"]
    everybody = Enrolment.objects.values_list("pk", flat=True)
    outcome = decide(training_id=training.pk, enrolments=everybody, to=State.CONFIRMED, by=None)
    assert (outcome.done, outcome.waiting, states(training)) == (1, 1, ["confirmed", "waiting"])
    again = decide(training_id=training.pk, enrolments=everybody, to=State.CONFIRMED, by=None)
    assert (again.done, again.unchanged, states(training)) == (0, 2, ["confirmed", "waiting"])


def test_a_focal_point_nominates_and_the_trainer_decides(site_root):
    training = make_training(admission=Admission.NOMINATION)
    nominate(training_id=training.pk, member=make_member(), by=None)
    assert states(training) == ["nominated"]


# Seats that become free ------------------------------------------------------------------------------------------


@pytest.fixture
def offered(site_root):
    """One seat, offered to the first of two who waited."""
    training = make_training(capacity=1)
    first, second, _third = ask(training, *make_people(3))
    withdraw(enrolment=first, by=None)
    second.refresh_from_db()
    return training, second


def pass_days(training, days):
    Enrolment.objects.filter(training=training, state=State.OFFERED).update(
        offer_until=timezone.now() - timedelta(days=days)
    )


def test_an_offer_is_taken(offered):
    training, enrolment = offered
    for _pressed_twice in range(2):
        accept_offer(enrolment=enrolment, by=enrolment.member.user)
    assert states(training) == ["withdrawn", "confirmed", "waiting"]


def test_an_offer_that_nobody_answers_goes_to_the_next(offered):
    training, _enrolment = offered
    pass_days(training, 1)
    assert expire_offers() == 1
    assert states(training) == ["withdrawn", "withdrawn", "offered"]
    assert expire_offers() == 0


def test_an_offer_that_is_over_is_seen_when_it_is_answered(offered):
    training, enrolment = offered
    pass_days(training, 1)
    with pytest.raises(Refused, match="This offer is over"):
        accept_offer(enrolment=enrolment, by=None)
    assert states(training) == ["withdrawn", "withdrawn", "offered"]


def test_nothing_is_offered_once_the_training_has_begun(offered):
    training, _enrolment = offered
    today = timezone.localdate()
    TrainingPage.objects.filter(pk=training.pk).update(start=today, end=today)
    pass_days(training, 1)
    expire_offers()
    assert states(training) == ["withdrawn", "withdrawn", "waiting"]


def test_an_offer_ends_when_the_training_begins(site_root):
    start = timezone.localdate() + timedelta(days=2)
    training = make_training(capacity=1, start=start, end=start, offer_days=9, sessions=[make_session(start)])
    first, second = ask(training, *make_people(2))
    withdraw(enrolment=first, by=None)
    second.refresh_from_db()
    assert second.offer_until == training.begins_at


def test_who_withdrew_may_enrol_again_at_the_end_of_the_list(site_root):
    training, member = make_training(capacity=1), make_member()
    make_enrolment(training)
    (first,) = ask(training, member)
    withdraw(enrolment=first, by=member.user)
    make_enrolment(training)
    (again,) = ask(training, member)
    assert (again.state, again.queue_number) == ("waiting", 3)


def test_nobody_withdraws_from_what_has_begun(site_root):
    training = make_training(days=0)
    enrolment = enrol(training_id=training.pk, member=make_member(), by=None)
    with pytest.raises(Refused, match="has begun"):
        withdraw(enrolment=enrolment, by=None)


# Who is told -----------------------------------------------------------------------------------------------------


def test_those_who_may_still_come_are_told_of_a_change_once(site_root):
    training = make_training(capacity=1)
    _in, out, _waits = ask(training, *make_people(3))
    withdraw(enrolment=out, by=None)
    Letter.objects.all().delete()
    training.link = "https://example.org/room"
    training.save()
    training.save()
    assert (list(Letter.objects.values_list("kind", flat=True)), training.sequence) == (["changed"] * 2, 1)


def test_all_live_states_have_a_way_on():
    assert {State.DECLINED, State.WITHDRAWN} == set(State) - LIVE


# Bad input -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("session", "reason"),
    [
        (make_session(date(2027, 3, 27)), "not within the days"),
        (make_session(date(2027, 3, 28), 2, 4), "clocks are put forward"),
        (make_session(date(2027, 3, 28), 9, 8), "end before it begins"),
    ],
)
def test_sessions_that_cannot_be(site_root, session, reason):
    day = date(2027, 3, 28)
    training = make_page(TrainingPage, start=day, end=day)
    training.sessions = [session]
    with pytest.raises(ValidationError, match=reason):
        training.save()


def test_a_session_in_which_people_were_stays(site_root):
    day = timezone.localdate() + timedelta(days=30)
    training = make_training(start=day, end=day, sessions=[make_session(day)])
    Attendance.objects.create(session=training.sessions.get(), enrolment=make_enrolment(training))
    training.sessions = []
    with pytest.raises(ValidationError, match="it has to stay"):
        training.save()


def test_a_chain_does_not_lead_back(site_root):
    first, second = make_training(), make_training()
    second.follows = first
    second.save()
    first.follows = second
    with pytest.raises(ValidationError, match="goes back to this one"):
        first.clean()

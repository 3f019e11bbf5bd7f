"""A training in other people's calendars: one entry a session, the same after every change. Read by another program."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import vobject
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from tests.factories.members import make_member
from tests.factories.trainings import make_enrolment, make_session, make_training
from trainings.models import Letter, TrainingPage
from trainings.rules.states import State
from trainings.services.deciding import decide, withdraw

pytestmark = pytest.mark.django_db

DAY = date(2027, 3, 27)


def read(client, address):
    return vobject.readOne(client.get(address).content.decode())


def entries(calendar):
    """By UID: (beginning, status, sequence)."""
    return {
        one.uid.value: (one.dtstart.value, one.status.value, int(one.sequence.value))
        for one in calendar.contents.get("vevent", [])
    }


def publish(training, **fields):
    draft = TrainingPage.objects.get(pk=training.pk).get_latest_revision_as_object()
    for name, value in fields.items():
        if name == "sessions":
            draft.sessions.set(value)
        else:
            setattr(draft, name, value)
    draft.save_revision().publish()


def kept_sessions(training):
    return list(TrainingPage.objects.get(pk=training.pk).sessions.all())


def letters():
    """The entries that went out since this was asked last, a calendar a letter."""
    call_command("send_training_letters", verbosity=0)
    found = [vobject.readOne(str(one.attachments[0][1])) for one in mail.outbox if one.attachments]
    mail.outbox.clear()
    return [entries(one) for one in found]


def at(day, hour, minute=0):
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


def test_sessions_are_at_the_hours_of_the_place_on_either_side_of_summer_time(client, site_root):
    # Clocks are put forward in the night between the two.
    second = DAY + timedelta(days=1)
    training = make_training(
        start=DAY, end=second, time_zone="Europe/Skopje", sessions=[make_session(DAY), make_session(second)]
    )
    calendar = read(client, f"{training.url}calendar/")
    assert [one.dtstart.value.astimezone(UTC) for one in calendar.vevent_list] == [at(DAY, 8), at(second, 7)]
    assert [one.dtend.value.astimezone(UTC) for one in calendar.vevent_list] == [at(DAY, 11), at(second, 10)]
    assert [one.dtstart.params["X-VOBJ-ORIGINAL-TZID"] for one in calendar.vevent_list] == [["Europe/Skopje"]] * 2
    assert [zone.tzid.value for zone in calendar.contents["vtimezone"]] == ["Europe/Skopje"]
    session, _other = kept_sessions(training)
    assert calendar.vevent.uid.value == f"{training.translation_key}-{session.pk}@continuum"


def test_a_subscription_has_the_same_entries_and_the_page_one_line(client, site_root):
    day = timezone.localdate() + timedelta(days=30)
    training = make_training(
        start=day, end=day, headline_en="Release plans", sessions=[make_session(day), make_session(day, 14, 16)]
    )
    make_training(start=day, end=day)
    subscribed = entries(read(client, "/en/calendar.ics"))
    alone = entries(read(client, f"{training.url}calendar/"))
    assert (len(alone), len(subscribed), {uid: subscribed[uid] for uid in alone}) == (2, 3, alone)
    assert client.get("/en/calendar/").content.decode().count(">Release plans<") == 1


@pytest.mark.parametrize("number", [1, 3])
def test_queries_of_a_subscription_do_not_grow_with_trainings(client, site_root, django_assert_num_queries, number):
    day = timezone.localdate() + timedelta(days=30)
    for _ in range(number):
        make_training(start=day, end=day, sessions=[make_session(day)])
    client.get("/en/calendar.ics")
    with django_assert_num_queries(7):
        client.get("/en/calendar.ics")


def test_a_change_reaches_the_same_entries_with_a_higher_number(site_root):
    training = make_training(start=DAY, end=DAY, sessions=[make_session(DAY), make_session(DAY, 14, 16)])
    make_enrolment(training)
    (before,) = letters()
    first, second = kept_sessions(training)
    second.begins = time(15)
    publish(training, sessions=[first, second])
    (after,) = letters()
    assert after.keys() == before.keys()
    assert [(begins.hour, number) for begins, _status, number in after.values()] == [(9, 1), (15, 1)]


def test_a_session_that_is_taken_out_is_cancelled_where_it_was_and_comes_back_as_what_it_was(site_root):
    training = make_training(start=DAY, end=DAY, sessions=[make_session(DAY), make_session(DAY, 14, 16)])
    make_enrolment(training)
    letters()
    first, second = kept_sessions(training)
    publish(training, sessions=[first])
    (told,) = letters()
    uids = [f"{training.translation_key}-{one.pk}@continuum" for one in (first, second)]
    assert {uid: told[uid][1:] for uid in told} == {uids[0]: ("CONFIRMED", 1), uids[1]: ("CANCELLED", 1)}
    assert told[uids[1]][0].hour == 14
    publish(training, sessions=[first, second])
    (told,) = letters()
    assert {uid: told[uid][1:] for uid in told} == dict.fromkeys(uids, ("CONFIRMED", 2))


def test_days_as_a_whole_give_way_to_sessions(site_root):
    training = make_training(start=DAY, end=DAY)
    make_enrolment(training)
    letters()
    publish(training, sessions=[make_session(DAY)])
    (told,) = letters()
    whole = f"{training.translation_key}@continuum"
    assert told.pop(whole) == (DAY, "CANCELLED", 1)
    assert [status for _begins, status, _number in told.values()] == ["CONFIRMED"]


def test_a_cancelled_training_stays_marked(client, site_root):
    training = make_training(start=DAY, end=DAY, sessions=[make_session(DAY)])
    make_enrolment(training)
    (before,) = letters()
    publish(training, is_cancelled=True)
    (after,) = letters()
    assert after.keys() == before.keys()
    assert [found[1:] for found in after.values()] == [("CANCELLED", 1)]
    assert [found[1:] for found in entries(read(client, f"{training.url}calendar/")).values()] == [("CANCELLED", 1)]


def test_out_and_in_again_each_has_a_higher_number(site_root):
    """A program that has the entry takes what has the higher number; the training itself has not changed."""
    training = make_training(start=DAY, end=DAY, sessions=[make_session(DAY)])
    member = make_member()
    told = []
    for _ in range(2):
        enrolment = make_enrolment(training, member)
        told += letters()
        withdraw(enrolment=enrolment, by=None)
        told += letters()
    assert [found[1:] for one in told for found in one.values()] == [
        ("CONFIRMED", 0),
        ("CANCELLED", 1),
        ("CONFIRMED", 2),
        ("CANCELLED", 3),
    ]
    assert len({uid for one in told for uid in one}) == 1


def test_whoever_is_declined_after_all_finds_the_entry_cancelled_and_who_never_had_one_gets_none(site_root):
    training = make_training(start=DAY, end=DAY, capacity=1)
    taken, waits = make_enrolment(training), make_enrolment(training)
    letters()
    decide(training_id=training.pk, enrolments=[waits.pk, taken.pk], to=State.DECLINED, by=None)
    assert [found[1:] for one in letters() for found in one.values()] == [("CANCELLED", 1)]
    assert not Letter.objects.filter(sent_at=None).exists()

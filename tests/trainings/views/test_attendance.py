"""Ticking who was there: by a form, by a script that saves each tick, by two at once, long after it was ticked."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from tests.factories.attendance import changes, make_training_now, tick
from tests.factories.members import make_member
from tests.factories.people import make_user
from tests.factories.trainings import make_enrolment
from trainings.models import Attendance, AttendanceChange, AttendanceSource, ClosedAttendance
from trainings.personal_data import enrolments
from trainings.services.attending import Mark, close_attendance, mark_attendance

pytestmark = pytest.mark.django_db

JSON = {"Accept": "application/json"}


@pytest.fixture(scope="module")
def training_key(shared_rows):
    trainers = [make_member(user=make_user(first_name=name, last_name="Trainer")) for name in ("Ana", "Bora")]
    return make_training_now(trainers=trainers).pk


@pytest.fixture
def session(training):
    return training.sessions.get()


@pytest.fixture
def people(training):
    return [make_enrolment(training) for _number in range(2)]


@pytest.fixture
def ana(client, training):
    user = training.trainers.get(user__first_name="Ana").user
    client.force_login(user)
    return user


@pytest.fixture
def bora(training):
    return training.trainers.get(user__first_name="Bora").user


@pytest.fixture
def address(session):
    return f"/en/trainings/{session.training_id}/attendance/{session.pk}/"


def said(session, enrolment, by, *, there=True, seconds_ago=0, source=AttendanceSource.TICKED):
    at = timezone.now() - timedelta(seconds=seconds_ago)
    mark_attendance(session=session, marks=[Mark(enrolment.pk, there, at)], by=by, source=source)
    return AttendanceChange.objects.last()


def present():
    return sorted(Attendance.objects.values_list("enrolment", flat=True))


def send(client, address, *ticks):
    return client.post(address, {"tick": ticks}, headers=JSON)


def html(answer):
    return BeautifulSoup(answer.content.decode(), "html.parser")


def asked(page):
    return [field["value"] for field in page.select("[name=asked]")]


def test_the_form_changes_only_what_somebody_ticked(client, ana, session, people, address):
    shown = asked(html(client.get(address)))
    said(session, people[1], people[1].member.user, source=AttendanceSource.SELF)
    client.post(address, {"asked": shown, "there": [people[0].pk]})
    assert present() == [people[0].pk, people[1].pk]
    page = client.get(address)
    assert "Self check-in, " in html(page).main.get_text()
    client.post(address, {"asked": asked(html(page)), "there": [people[0].pk]})
    assert present() == [people[0].pk]


def test_each_change_is_kept_with_who_made_it(client, ana, people, address):
    for there in (True, False):
        send(client, address, tick(people[0], there=there))
    assert changes() == [(people[0].pk, True, "ticked", ana.pk), (people[0].pk, False, "ticked", ana.pk)]


def test_the_script_gets_what_holds_of_everybody(client, ana, session, people, address):
    answer = send(client, address, tick(people[0], there=True), "nonsense", "1:2:3", f"{'9' * 30}:1:0:0").json()
    assert answer["rows"][str(people[0].pk)]["there"] is True
    assert answer["rows"][str(people[0].pk)]["seen"] == AttendanceChange.objects.get().pk
    assert answer["rows"][str(people[0].pk)]["said"].startswith("Ana Trainer, ")
    assert answer["rows"][str(people[1].pk)] == {"there": False, "seen": 0, "said": "", "conflict": ""}


def test_a_tick_that_is_sent_again_changes_nothing(client, ana, people, address):
    for _time in range(2):
        assert send(client, address, tick(people[0], there=True, seconds_ago=60)).status_code == 200
    assert len(changes()) == 1


@pytest.mark.parametrize(("seconds_ago", "holds"), [(30, True), (90, False)])
def test_of_two_who_say_otherwise_the_later_holds_and_both_are_named(
    client, ana, bora, session, people, address, seconds_ago, holds
):
    seen = said(session, people[0], ana, seconds_ago=120).pk
    said(session, people[0], bora, there=False, seconds_ago=60)
    said(session, people[0], bora, there=True, seconds_ago=58)
    row = send(client, address, tick(people[0], there=False, seconds_ago=seconds_ago, seen=seen)).json()["rows"]
    shown = row[str(people[0].pk)]
    assert shown["there"] is not holds
    assert "You, " in shown["conflict"]
    assert ("Your choice is the later one" in shown["conflict"]) is holds
    assert ("Their choice is the later one" in shown["conflict"]) is not holds


def test_who_knew_of_the_other_choice_meets_no_conflict(client, ana, bora, session, people, address):
    seen = said(session, people[0], bora).pk
    row = send(client, address, tick(people[0], there=False, seconds_ago=1, seen=seen)).json()["rows"]
    assert (row[str(people[0].pk)]["there"], row[str(people[0].pk)]["conflict"]) == (False, "")


def test_the_form_tells_of_a_conflict_too(client, ana, bora, session, people, address):
    said(session, people[0], ana, seconds_ago=60)
    shown = asked(html(client.get(address)))
    said(session, people[0], bora, there=False, seconds_ago=30)
    said(session, people[0], bora, there=True, seconds_ago=20)
    page = client.post(address, {"asked": shown, "there": []}, follow=True)
    assert "Bora Trainer, " in html(page).main.get_text()
    assert present() == []


def test_nothing_is_changed_once_the_attendance_is_closed(client, ana, people, address):
    client.post(address, {"asked": [f"{people[0].pk}:0:0"], "there": [people[0].pk], "do": "close"})
    assert (present(), ClosedAttendance.objects.get().by) == ([people[0].pk], ana)
    late = send(client, address, tick(people[1], there=True, seconds_ago=60))
    assert (late.status_code, late.json()) == (403, {"refused": "The attendance of this session is closed."})
    same = send(client, address, tick(people[0], there=True, seconds_ago=60))
    assert same.status_code == 200
    page = client.post(address, {"asked": [f"{people[1].pk}:0:0"], "there": [people[1].pk]}, follow=True)
    assert "The attendance of this session is closed." in html(page).main.get_text()
    assert html(page).select_one("fieldset[disabled]") is not None
    client.post(address, {"do": "open"})
    assert send(client, address, tick(people[1], there=True)).status_code == 200
    assert present() == [people[0].pk, people[1].pk]


def test_enrolments_of_another_training_are_left_alone(client, ana, people, address):
    other = make_enrolment(make_training_now())
    assert send(client, address, tick(other, there=True)).status_code == 200
    assert changes() == []


def test_others_are_told_nothing(client, people, address):
    assert (send(client, address).status_code, send(client, address).json()) == (401, {"signed_out": True})
    for user in (make_member().user, people[0].member.user):
        client.force_login(user)
        assert send(client, address, tick(people[0], there=True)).status_code == 404
        assert client.post(address, {"do": "close"}).status_code == 404
    assert (changes(), ClosedAttendance.objects.count()) == ([], 0)


def test_ticks_of_a_form_outlive_the_end_of_a_session(client, training, people, address):
    trainer = training.trainers.first().user
    sent = {"writer": trainer.pk, "asked": [f"{people[0].pk}:0:0"], "there": [people[0].pk]}
    assert client.post(address, sent).headers["Location"].startswith("/en/account/login/")
    client.force_login(trainer)
    page = html(client.get(address))
    assert "Your ticks are there again." in page.main.get_text()
    assert [field["value"] for field in page.select("[name=there][checked]")] == [str(people[0].pk)]
    assert page.select_one("form[data-brought-back]") is not None
    assert html(client.get(address)).select("[name=there][checked]") == []


def test_a_person_gets_how_they_were_marked(ana, session, people):
    said(session, people[0], people[0].member.user, source=AttendanceSource.SELF)
    said(session, people[0], ana, there=False)
    (record,) = enrolments(people[0].member.user).records
    (attended,) = [fact.value for fact in record if fact.name == "attended"]
    assert [line.split(": ", 1)[1].partition(",")[0] for line in attended] == [
        "present (Self check-in",
        "absent (Ticked by a trainer",
    ]
    close_attendance(session=session, by=ana)
    Attendance.objects.create(session=session, enrolment=people[1])
    (record,) = enrolments(people[1].member.user).records
    assert [fact.value for fact in record if fact.name == "attended"] == [[str(session)]]


def test_the_list_asks_as_often_for_three_as_for_one(client, ana, training, people, address, django_assert_num_queries):
    client.get(address)
    for number in range(2):
        with django_assert_num_queries(QUERIES):
            client.get(address)
        said(training.sessions.get(), make_enrolment(training), ana, seconds_ago=number)


#: Of the page, with its frame.
QUERIES = 21

"""Checking in: who can, with what, when; and what others learn from it."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from tests.factories.attendance import changes, make_training_now
from tests.factories.members import make_member
from tests.factories.people import make_user
from tests.factories.trainings import make_enrolment, make_session, make_training
from trainings.checkin.codes import link_code, typed_code
from trainings.checkin.scans import KEPT_FOR
from trainings.models import Attendance, AttendanceSource, Enrolment
from trainings.queries.access import Sight
from trainings.queries.participants import how_many_present
from trainings.rules.states import State
from trainings.services.attending import Mark, close_attendance, mark_attendance

pytestmark = pytest.mark.django_db

TITLE = "Listening to people"


@pytest.fixture(scope="module")
def training_key(shared_rows):
    return make_training_now(headline_en=TITLE, trainers=[make_member()]).pk


@pytest.fixture
def session(training):
    return training.sessions.get()


@pytest.fixture
def enrolment(training):
    return make_enrolment(training, make_member(user=make_user(first_name="Besa", last_name="Present")))


def scan(session, ago=0):
    code = link_code(session.pk, timezone.now() - timedelta(seconds=ago))
    return f"/en/trainings/check-in/{session.pk}/{code}/"


def page(session):
    return f"/en/trainings/check-in/{session.pk}/"


def text(answer):
    return BeautifulSoup(answer.content.decode(), "html.parser").main.get_text(" ", strip=True)


def test_a_scan_and_one_button(client, session, enrolment):
    user = enrolment.member.user
    client.force_login(user)
    asked = client.get(scan(session), follow=True)
    assert asked.redirect_chain == [(page(session), 302)]
    assert "You are checking in as Besa Present" in text(asked)
    assert TITLE in text(asked)
    assert changes() == []
    for _time in range(2):
        assert "You are marked as present" in text(client.post(page(session), follow=True))
    assert changes() == [(enrolment.pk, True, "self", user.pk)]


def test_a_scan_leads_to_the_readers_own_language(client, session):
    address = scan(session).removeprefix("/en")
    assert client.get(address, headers={"Accept-Language": "sq"}).headers["Location"] == f"/sq{address}"


def test_signing_in_does_not_make_a_scan_expire(client, session, enrolment):
    client.get(scan(session))
    asked = client.get(page(session))
    assert asked.headers["Location"].startswith("/en/account/login/")
    client.force_login(enrolment.member.user)
    assert "I am here" in text(client.get(page(session)))


def test_a_scan_is_kept_for_a_while_only(client, session, enrolment):
    client.force_login(enrolment.member.user)
    client.get(scan(session))
    browser = client.session
    browser["check_in"] = [session.pk, (timezone.now() - KEPT_FOR - timedelta(seconds=5)).timestamp()]
    browser.save()
    for ask in (client.get, client.post):
        assert "This code does not hold any more." in text(ask(page(session), follow=True))
    assert changes() == []


def test_an_old_code_a_wrong_one_and_no_session_get_the_same_answer(client, session, enrolment):
    client.force_login(enrolment.member.user)
    addresses = (scan(session, ago=200), f"{page(session)}x/", "/en/trainings/check-in/99999/x/", page(session))
    answers = [client.get(address, follow=True) for address in addresses]
    assert [answer.redirect_chain for answer in answers] == [[("/en/trainings/check-in/", 302)]] * 4
    assert len({text(answer) for answer in answers}) == 1
    assert TITLE not in text(answers[0])


def test_a_scan_is_of_one_session(client, session, enrolment):
    other = make_training_now()
    make_enrolment(other, enrolment.member)
    client.force_login(enrolment.member.user)
    client.get(scan(session))
    assert client.get(page(other.sessions.get())).headers["Location"] == "/en/trainings/check-in/"


def test_whoever_does_not_take_part_learns_nothing(client, session, enrolment):
    for user in (make_user(), make_member().user):
        client.force_login(user)
        for answer in (client.get(scan(session), follow=True), client.post(page(session))):
            assert answer.status_code == 403
            assert "You are not on the list of participants" in text(answer)
            assert TITLE not in answer.content.decode()
            assert "Besa" not in answer.content.decode()
    assert changes() == []


def test_without_a_confirmed_place_one_is_sent_to_the_trainer(client, training, session):
    training.capacity = 1
    training.save()
    _taken, waiting = (make_enrolment(training) for _number in range(2))
    client.force_login(waiting.member.user)
    client.get(scan(session))
    assert "You have no confirmed place" in text(client.post(page(session)))
    Enrolment.objects.filter(pk=waiting.pk).update(state=State.OFFERED, offer_until=timezone.now() + KEPT_FOR)
    assert "You have no confirmed place" in text(client.post(page(session)))
    assert changes() == []


@pytest.mark.parametrize(("days", "said"), [(1, "begins on"), (-1, "ended on")])
def test_before_and_after_the_time_it_is_refused(client, site_root, days, said):
    day = timezone.localdate() + timedelta(days=days)
    training = make_training(start=day, end=day, sessions=[make_session(day, 10, 11)])
    enrolment, session = make_enrolment(training), training.sessions.get()
    client.force_login(enrolment.member.user)
    asked = client.get(scan(session), follow=True)
    assert f"Check-in to this session {said}" in text(asked)
    assert "I am here" not in text(asked)
    assert f"Check-in to this session {said}" in text(client.post(page(session)))
    assert changes() == []


def test_closed_and_cancelled_are_refused(client, training, session, enrolment):
    client.force_login(enrolment.member.user)
    close_attendance(session=session, by=None)
    client.get(scan(session))
    assert "The attendance of this session is closed." in text(client.post(page(session)))
    training.is_cancelled = True
    training.save()
    assert "This training is cancelled." in text(client.post(page(session)))
    assert changes() == []


def test_what_the_trainer_said_is_not_undone(client, training, session, enrolment):
    trainer = training.trainers.get().user
    for there in (True, False):
        mark_attendance(
            session=session,
            marks=[Mark(enrolment.pk, there, timezone.now())],
            by=trainer,
            source=AttendanceSource.TICKED,
        )
    client.force_login(enrolment.member.user)
    client.get(scan(session))
    assert "The trainer has marked you as absent." in text(client.post(page(session)))
    assert len(changes()) == 2


def test_the_short_code_does_the_same(client, session, enrolment):
    client.force_login(enrolment.member.user)
    code = typed_code(session.pk, timezone.now())
    asked = client.post("/en/trainings/check-in/", {"code": f"{code[:3]} {code[3:]}"}, follow=True)
    assert asked.redirect_chain == [(page(session), 302)]
    assert "I am here" in text(asked)


def test_the_short_code_is_right_for_those_who_take_part_only(client, session):
    client.force_login(make_member().user)
    code = typed_code(session.pk, timezone.now())
    asked = client.post("/en/trainings/check-in/", {"code": code})
    assert "This is not the code of a session that you take part in now." in text(asked)
    assert BeautifulSoup(asked.content, "html.parser").select_one("[name=code]")["value"] == code
    assert "The code has six figures." in text(client.post("/en/trainings/check-in/", {"code": "12"}))


def test_short_codes_cannot_be_tried_out(client, settings, session, enrolment):
    settings.ACCOUNT_RATE_LIMITS = {"check_in": "2/5m/key"}
    client.force_login(enrolment.member.user)
    code = typed_code(session.pk, timezone.now())
    wrong = "000000" if code != "000000" else "000001"
    answers = [client.post("/en/trainings/check-in/", {"code": typed}) for typed in (wrong, wrong, code)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert "Too many codes" in text(answers[-1])


def test_the_wall_shows_codes_that_hold_and_comes_back_for_the_next(client, training, session, enrolment):
    client.force_login(training.trainers.get().user)
    address = f"/en/trainings/{training.pk}/attendance/{session.pk}/check-in/"
    answer = client.get(address)
    shown = BeautifulSoup(answer.content.decode(), "html.parser")
    assert 0 < int(answer.headers["Refresh"]) <= 45
    assert "no-store" in answer.headers["Cache-Control"]
    assert "0 of 1 are marked as present." in text(answer)
    link, typed = shown.select_one("a.wall__picture")["href"], shown.select_one(".wall__code").get_text()
    assert shown.select_one("a.wall__picture svg path")["d"].startswith("M")
    client.force_login(enrolment.member.user)
    assert client.get(address).status_code == 404
    language_free = link.partition("://")[2].partition("/")[2]
    assert client.get(f"/en/{language_free}").headers["Location"] == page(session)
    assert client.post("/en/trainings/check-in/", {"code": typed}).headers["Location"] == page(session)


@pytest.mark.parametrize("count", [1, 3])
def test_the_wall_counts_without_reading_anybody(training, session, count, django_assert_num_queries):
    sight = Sight(training, True, frozenset())
    enrolments = [make_enrolment(training) for _number in range(count)]
    Attendance.objects.create(session=session, enrolment=enrolments[0])
    Enrolment.objects.filter(pk=make_enrolment(training).pk).update(state=State.DECLINED)
    with django_assert_num_queries(1):
        assert how_many_present(sight, session) == (1, count)


def test_the_wall_says_why_it_shows_no_code(client, training, session):
    client.force_login(training.trainers.get().user)
    close_attendance(session=session, by=None)
    answer = client.get(f"/en/trainings/{training.pk}/attendance/{session.pk}/check-in/")
    assert "The attendance of this session is closed." in text(answer)
    assert (b"<path" in answer.content, answer.headers["Refresh"]) == (False, "60")

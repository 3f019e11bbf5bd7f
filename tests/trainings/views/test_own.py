"""Getting a place from the page of a training, answering, and one's own list."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from portal.accounts.roles import NETWORK_MEMBERS
from tests.factories.members import make_member
from tests.factories.pages import LOGIN, make_page
from tests.factories.people import make_user
from tests.factories.trainings import make_enrolment, make_session, make_training
from tests.factories.vocabulary import make_beneficiary
from trainings.models import CoursePage, Enrolment
from trainings.services.deciding import withdraw

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit(client):
    def get(address):
        response = client.get(address)
        assert response.status_code == 200, address
        return BeautifulSoup(response.content.decode(), "html.parser")

    return get


@pytest.fixture
def member(client, site_root):
    member = make_member(user=make_user(NETWORK_MEMBERS, first_name="Ana", last_name="Member"))
    client.force_login(member.user)
    return member


def panel(html):
    return html.select_one("[aria-labelledby=enrolment]").get_text(" ", strip=True)


def test_a_member_enrols_in_three_clicks(client, visit, member):
    training = make_training(headline_en="Release plans", capacity=3)
    page = visit(training.url)
    assert "3 places left of 3" in panel(page)
    assert "nobody on the waiting list" in panel(page)
    link = page.find("a", string="Enrol")["href"]
    form = visit(link).select_one("main form")
    answer = client.post(link, {}, follow=True)
    assert form.find("button").get_text() == "Enrol"
    assert "Confirmed" in BeautifulSoup(answer.content.decode(), "html.parser").main.get_text(" ", strip=True)
    assert "Your enrolment: Confirmed" in panel(visit(training.url))


def test_without_an_account_one_is_told_how_to_get_one(visit, site_root):
    training = make_training()
    page = visit(training.url)
    assert page.find("a", string="Sign in to enrol")["href"] == f"/en/account/login/?next={training.url}"
    assert page.find("a", string="Join the network")["href"] == "/en/join/"


def test_a_full_training_names_the_waiting_list(client, visit, member):
    training = make_training(capacity=1)
    make_enrolment(training)
    page = visit(training.url)
    assert "All places are taken of 1" in panel(page)
    link = page.find("a", string="Onto the waiting list")["href"]
    answer = client.post(link, follow=True).content.decode()
    assert "You are number 1 on the waiting list" in answer


def test_what_is_closed_to_somebody_cannot_be_enrolled_in(client, member):
    training = make_training(headline_en="Zanzibarian", restricted_to=LOGIN)
    client.logout()
    client.force_login(make_user())
    hidden = make_training(headline_en="Zanzibarian", live=False)
    for key in (hidden.pk, 10**18):
        assert client.post(f"/en/trainings/{key}/enrol/").status_code == 404
    answer = client.post(f"/en/trainings/{training.pk}/enrol/").content.decode()
    assert "Only members of the network can enrol." in answer
    assert Enrolment.objects.count() == 0


def test_the_link_answers_without_signing_in_and_looking_changes_nothing(client, site_root):
    training = make_training(capacity=1)
    first, second = make_enrolment(training), make_enrolment(training)
    withdraw(enrolment=first, by=None)
    address = f"/en/trainings/answer/{second.token}/"
    assert "Take the place" in client.get(address).content.decode()
    second.refresh_from_db()
    assert second.state == "offered"
    client.post(address, {"do": "accept"})
    second.refresh_from_db()
    assert second.state == "confirmed"
    client.post(address, {"do": "withdraw"})
    second.refresh_from_db()
    assert second.state == "withdrawn"


def test_an_offer_that_is_over_is_said_on_the_page(client, site_root):
    training = make_training(capacity=1)
    first, second = make_enrolment(training), make_enrolment(training)
    withdraw(enrolment=first, by=None)
    Enrolment.objects.filter(pk=second.pk).update(offer_until=timezone.now() - timedelta(days=1))
    answer = client.post(f"/en/trainings/answer/{second.token}/", {"do": "accept"}).content.decode()
    assert "This offer is over" in answer


@pytest.mark.parametrize("token", ["x", "x.y", "%00", "a" * 3000])
def test_a_link_that_was_never_given_out_is_not_there(client, site_root, token):
    assert client.get(f"/en/trainings/answer/{token}/").status_code == 404


def test_ones_own_list_has_ones_own_only(client, visit, member):
    make_enrolment(make_training(headline_en="Mine"), member)
    make_enrolment(make_training(headline_en="Zanzibarian"))
    text = visit("/en/trainings/mine/").main.get_text(" ", strip=True)
    assert ("Mine" in text, "Zanzibarian" in text) == (True, False)


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_the_lists_ask_as_often_for_three_as_for_one(client, member):
    counts = []
    for _ in range(3):
        training = make_training()
        make_enrolment(training, member)
        counts.append([queries(client, address) for address in ("/en/trainings/", "/en/trainings/mine/")])
    assert counts[0] == counts[2]


def test_the_list_is_narrowed_and_odd_wishes_are_as_if_not_asked(visit, site_root):
    make_training(headline_en="In Albania", beneficiaries=[make_beneficiary("AL")], training_languages=" sq ")
    make_training(headline_en="In Serbia", beneficiaries=[make_beneficiary("RS")], training_languages=" sr ")
    make_training(headline_en="Zanzibarian", restricted_to=LOGIN)
    make_training(headline_en="Over", days=-9)

    def titles(query):
        return [one.get_text(strip=True) for one in visit(f"/en/trainings/?{query}").select(".dated h3")]

    assert titles("beneficiary=AL") == titles("language=sq") == ["In Albania"]
    assert titles("beneficiary=%00&topic=x&page=999999") == ["In Albania", "In Serbia", "Over"]


def test_a_course_shows_what_it_teaches_and_when_it_is_given(visit, site_root):
    course = make_page(CoursePage, objectives_en="<p>To plan a release</p>")
    make_training(headline_en="First run")
    page = visit(course.url).main
    assert page.select_one("#objectives + div").get_text(strip=True) == "To plan a release"
    assert page.select_one(".dated h3").get_text(strip=True) == "First run"


def test_the_file_for_the_calendar_has_each_session(client, site_root):
    day = timezone.localdate() + timedelta(days=30)
    training = make_training(start=day, end=day, sessions=[make_session(day), make_session(day, 14, 16)])
    assert client.get(f"{training.url}calendar/").content.decode().count("BEGIN:VEVENT") == 2

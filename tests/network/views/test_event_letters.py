"""Saying on an event's page that one will come, and ending letters by the link in them."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.utils import timezone

from network.models import EventFollower, EventPage
from network.services.event_letters import follow, send_event_letters
from tests.factories.meetings import make_meeting, make_working_group
from tests.factories.members import join
from tests.factories.pages import LOGIN, make_page, restrict
from tests.factories.people import make_group, make_user

pytestmark = pytest.mark.django_db


def soon(days):
    return timezone.localdate() + timedelta(days=days)


def make_event(days=10, **fields):
    return make_page(EventPage, start=soon(days), end=soon(days), slug="visit", **fields)


def buttons(client):
    html = BeautifulSoup(client.get("/en/events/visit/").content, "html.parser")
    return [button.get_text(strip=True) for button in html.select("form[action$='/letters/'] button")]


@pytest.fixture
def user(client):
    user = make_user()
    client.force_login(user)
    return user


def press(client, event, do="follow"):
    return client.post(f"/en/calendar/events/{event.pk}/letters/", {"do": do})


def test_somebody_says_that_they_come_and_takes_it_back(client, site_root, user):
    event = make_event()
    assert buttons(client) == ["I will come: remind me"]
    assert press(client, event).headers["Location"] == "/en/events/visit/"
    press(client, event)
    assert (buttons(client), EventFollower.objects.count()) == (["Remind me no more"], 1)
    press(client, event, "end")
    assert (buttons(client), EventFollower.objects.count()) == (["I will come: remind me"], 0)


def test_visitors_are_led_to_sign_in(client, site_root):
    event = make_event()
    html = BeautifulSoup(client.get("/en/events/visit/").content, "html.parser")
    assert html.select_one("a[href*='login'][href$='?next=/en/events/visit/'].button").get_text() == (
        "Sign in to be reminded by e-mail"
    )
    assert "/login/" in press(client, event).headers["Location"]
    assert EventFollower.objects.count() == 0


@pytest.mark.parametrize("fields", [{"days": -1}, {"is_cancelled": True}])
def test_what_is_over_or_cancelled_is_not_begun(client, site_root, user, fields):
    event = make_event(**fields)
    press(client, event)
    assert (buttons(client), EventFollower.objects.count()) == ([], 0)


def test_what_one_may_not_see_cannot_be_followed(client, site_root, user):
    event = make_event(headline_en="Secret visit")
    restrict(event, make_group("Others"))
    answer = press(client, event)
    assert (answer.status_code, b"Secret visit" in answer.content) == (404, False)


def test_the_link_in_a_letter_ends_letters_with_one_click_of_a_mail_program(site_root, client):
    event = make_event(days=2, restricted_to=LOGIN, headline_en="Closed visit")
    follow(user=make_user(), event=event)
    send_event_letters(timezone.localdate())
    headers = mail.outbox[0].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = headers["List-Unsubscribe"].strip("<>").partition("8000")[2]
    asked = client.get(link)
    assert (asked.status_code, b"Closed visit" in asked.content) == (200, False)
    assert EventFollower.objects.get().is_wanted
    for _time in range(2):
        answer = client.post(link, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
        assert (answer.status_code, b"Closed visit" in answer.content) == (200, False)
    EventPage.objects.update(sequence=4)
    assert send_event_letters(timezone.localdate()) == (0, 0)


def test_a_link_that_was_never_given_out_leads_nowhere(client, site_root):
    assert client.get("/en/calendar/letters/1~x/").status_code == 404


def test_letters_about_a_meeting_do_not_begin_anew(site_root, client):
    group = make_working_group()
    join(group)
    make_meeting(group, start=soon(9), end=soon(9))
    send_event_letters(timezone.localdate())
    client.post(mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>").partition("8000")[2])
    assert send_event_letters(soon(8)) == (0, 0)


def test_saying_it_again_begins_again_without_telling_what_is_old(client, site_root, user):
    event = make_event()
    press(client, event)
    EventFollower.objects.update(is_wanted=False)
    EventPage.objects.update(sequence=3)
    press(client, event)
    assert EventFollower.objects.values_list("is_wanted", "told").get() == (True, 3)

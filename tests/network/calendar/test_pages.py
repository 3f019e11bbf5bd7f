"""The calendar as people look at it."""

from datetime import date, time, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.utils import timezone

from network.models import EventPage
from tests.factories.pages import make_page, restrict
from tests.factories.people import make_user
from tests.factories.vocabulary import make_beneficiary

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit(client):
    def get(address):
        response = client.get(address)
        assert response.status_code == 200, address
        return BeautifulSoup(response.content.decode(), "html.parser")

    return get


def make_event(start, end=None, **fields):
    return make_page(EventPage, start=start, end=end or start, **fields)


def texts(found):
    return [" ".join(one.get_text(" ", strip=True).split()) for one in found]


def month(html):
    """What stands on each day that has something."""
    return {
        day.time["datetime"]: texts(day.select(".entry"))
        for day in html.select(".month > li:not(.blank)")
        if day.select(".entry")
    }


def test_what_is_coming_stands_below_its_month_with_its_hours(site_root, visit):
    make_event(date(2031, 5, 9), headline_en="Later", kind="webinar", start_time=time(9), end_time=time(11, 30))
    make_event(date(2031, 4, 2), date(2031, 4, 4), headline_en="Sooner", kind="study_visit", place_en="Tirana")
    make_event(timezone.localdate() - timedelta(days=2), headline_en="Over")
    html = visit("/en/calendar/")
    assert texts(html.select("h1, h2 a, h3")) == ["Calendar", "April 2031", "Sooner", "May 2031", "Later"]
    assert texts(html.select(".dated .muted")) == ["Study visit · Tirana. 2–4 April 2031", "Webinar. 09:00–11:30"]


def test_a_month_has_an_event_on_each_of_its_days(site_root, visit):
    make_event(date(2031, 3, 31), date(2031, 4, 2), headline_en="Visit", kind="study_visit", start_time=time(9))
    make_event(date(2031, 4, 2), headline_en="Talk", kind="webinar", start_time=time(14))
    html = visit("/en/calendar/?month=2031-04")
    assert html.h1.get_text() == "April 2031"
    assert month(html) == {
        "2031-04-01": ["Study visit Visit , day 2 of 3"],
        "2031-04-02": ["Study visit Visit , day 3 of 3", "14:00 Webinar Talk"],
    }
    assert len(html.select(".month > li")) == 35
    assert [link["href"] for link in html.select("a[rel]") if link["rel"][0] in {"prev", "next"}] == [
        "/en/calendar/?month=2031-03",
        "/en/calendar/?month=2031-05",
    ]


def test_a_year_and_the_way_over_its_end(site_root, visit):
    make_event(date(2030, 12, 30), date(2031, 1, 2), headline_en="Over new year")
    html = visit("/en/calendar/?year=2031")
    assert texts(html.select("h1, h2 a, h3")) == ["2031", "January 2031", "Over new year"]
    assert visit("/en/calendar/?month=2031-12").select_one("a[rel~=next]")["href"] == "/en/calendar/?month=2032-01"


def test_filters_narrow_and_stay_when_one_goes_on(site_root, visit):
    albania = make_beneficiary("AL")
    make_event(date(2031, 4, 2), headline_en="Theirs", kind="webinar", beneficiaries=[albania])
    make_event(date(2031, 4, 3), headline_en="Others", kind="webinar")
    html = visit("/en/calendar/?month=2031-04&beneficiary=AL&kind=webinar")
    assert month(html) == {"2031-04-02": ["Webinar Theirs"]}
    assert texts(html.select("option[selected]")) == ["Webinar", albania.name_en]
    following = html.select_one("a[rel~=next]")["href"]
    assert following == "/en/calendar/?month=2031-05&kind=webinar&beneficiary=AL"
    assert html.select_one("#calendar-address")["value"] == (
        "http://testserver/en/calendar.ics?kind=webinar&beneficiary=AL"
    )


@pytest.mark.parametrize("asked", ["month=2031-13", "month=x", "year=99999", "year=-1", "month=²-1", "kind=no"])
def test_what_makes_no_sense_shows_what_is_coming(site_root, visit, asked):
    make_event(date(2031, 4, 2), headline_en="Talk")
    assert texts(visit(f"/en/calendar/?{asked}").select("h1, h3")) == ["Calendar", "Talk"]


def test_an_empty_period_says_so_and_leads_on(site_root, visit):
    html = visit("/en/calendar/?month=2031-04&kind=webinar")
    assert texts(html.select(".empty h2")) == ["There is nothing in the calendar for this choice"]
    assert "/en/calendar/?month=2031-04" in [link["href"] for link in html.select("form a")]


def test_closed_events_are_there_for_those_who_may_read_them(site_root, client, visit):
    group = Group.objects.create(name="Members")
    restrict(make_event(date(2031, 4, 2), headline_en="Closed meeting"), group)
    for address in ("/en/calendar/", "/en/calendar/?month=2031-04", "/en/calendar/?year=2031"):
        client.logout()
        assert "Closed meeting" not in visit(address).get_text()
        client.force_login(make_user(group))
        assert "Closed meeting" in visit(address).get_text()


def test_a_cancelled_event_says_so_everywhere(site_root, visit):
    page = make_event(date(2031, 4, 2), headline_en="Talk", is_cancelled=True, link="https://example.org/join")
    assert texts(visit("/en/calendar/").select(".dated .badge")) == ["Cancelled"]
    assert month(visit("/en/calendar/?month=2031-04")) == {"2031-04-02": ["Event – cancelled Talk"]}
    html = visit(page.url)
    assert "Cancelled" in texts(html.select(".badge"))
    assert "Take part online" not in html.get_text()


def test_the_page_of_an_event_says_when_and_in_which_time(site_root, visit):
    page = make_event(
        date(2031, 4, 2),
        start_time=time(9),
        end_time=time(17),
        time_zone="Europe/London",
        link="https://example.org/join",
    )
    html = visit(page.url)
    assert "09:00–17:00 (London)" in html.get_text()
    assert [link["href"] for link in html.select(".button") if "example.org" in link.get("href", "")] == [
        "https://example.org/join"
    ]
    assert f"{page.url}calendar/" in [link.get("href") for link in html.select(".button")]


def test_every_rendering_names_months_and_days(site_root, visit):
    make_event(date(2031, 4, 2), ready=("en", "sq", "bs", "cnr", "mk", "sr"))
    shown = {
        code: (html.h1.get_text(), html.select_one(".weekdays span").get_text())
        for code in ("en", "sq", "bs", "cnr", "mk", "sr", "sr-latn")
        for html in [visit(f"/{code}/calendar/?month=2031-04")]
    }
    assert shown == {
        "en": ("April 2031", "Monday"),
        "sq": ("Prill 2031", "E hënë"),
        "bs": ("April 2031", "Ponedjeljak"),
        "cnr": ("April 2031", "Ponedjeljak"),
        "mk": ("Април 2031", "Понеделник"),
        "sr": ("Април 2031", "Понедељак"),
        "sr-latn": ("April 2031", "Ponedeljak"),
    }


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("asked", "queries"), [("", 10), ("?month=2031-04", 10), ("?year=2031", 10)])
def test_queries_do_not_grow(site_root, client, django_assert_num_queries, number, asked, queries):
    for day in range(number):
        make_event(date(2031, 4, 2 + day))
    client.get("/en/calendar/")
    with django_assert_num_queries(queries):
        client.get(f"/en/calendar/{asked}")

"""The list of events, the page of one, and events as entries of the calendar."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from network.models import EventPage
from network.models.event import EventKind
from portal.core.languages.catalogue import BY_CODE
from portal.core.registries.calendar import CalendarEntry, coming
from tests.factories.pages import LOGIN, make_page, place_of
from tests.factories.people import make_user
from tests.factories.vocabulary import make_beneficiary, make_concept

QUERIES = 13


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def visit(client):
    def get(address):
        response = client.get(address)
        assert response.status_code == 200, address
        return BeautifulSoup(response.content.decode(), "html.parser")

    return get


def make_event(start, end=None, **fields):
    return make_page(EventPage, start=start, end=end or start, **fields)


def headings(html, section):
    return [heading.get_text(strip=True) for heading in html.select(f"[aria-labelledby={section}] h3")]


def test_coming_earliest_first_then_past_latest_first(site_root, today, visit):
    for headline, days in (("Past", -9), ("Just over", -1), ("Later", 9), ("Today", 0)):
        make_event(today + timedelta(days=days), headline_en=headline)
    html = visit("/en/events/")
    assert headings(html, "coming") == ["Today", "Later"]
    assert headings(html, "past") == ["Just over", "Past"]


def test_an_event_that_goes_on_is_coming(site_root, today, visit):
    make_event(today - timedelta(days=3), today, headline_en="Goes on")
    assert headings(visit("/en/events/"), "coming") == ["Goes on"]


def test_an_empty_list_says_so(site_root, visit):
    place_of(EventPage)
    html = visit("/en/events/")
    assert headings(html, "coming") == ["No events are announced at the moment"]
    assert html.select("#past") == []


@pytest.mark.parametrize("page", ["", "0", "x", "%00", "9" * 400])
def test_odd_page_numbers_are_answered(site_root, today, visit, page):
    for days in range(1, 22):
        make_event(today - timedelta(days=days))
    shown = visit(f"/en/events/?page={page}").select("[aria-labelledby=past] li")
    assert len(shown) == (20 if page in {"", "x", "%00"} else 1)


def test_the_page_says_when_where_and_in_which_languages(site_root, visit):
    make_event(
        date(2030, 5, 2),
        date(2030, 5, 3),
        slug="conference",
        kind=EventKind.CONFERENCE,
        place_en="Skopje",
        event_languages="mk sq",
        agenda_en="<ul><li>Opening</li></ul>",
    )
    html = visit("/en/events/conference/")
    rows = {row.dt.get_text(strip=True): row.dd.get_text(" ", strip=True) for row in html.select(".glance dl > div")}
    assert rows["Date"] == "2–3 May 2030"
    assert rows["Place"] == "Skopje"
    assert rows["Languages spoken"] == "Shqip , Македонски"
    assert [badge.get_text(strip=True) for badge in html.select(".page-head .badge")] == ["Conference"]
    assert html.select_one("#agenda + div li").get_text(strip=True) == "Opening"
    assert html.find("a", string="All events")["href"] == "/en/events/"


def test_an_event_that_is_over_says_so(site_root, visit):
    make_event(date(2020, 1, 1), slug="over")
    badges = [badge.get_text(strip=True) for badge in visit("/en/events/over/").select(".page-head .badge")]
    assert badges == ["Event", "Past"]


def test_what_came_of_it_is_read_once_it_is_over(site_root, today, visit):
    texts = {"outcome_en": "<p>Three conclusions</p>", "contact_en": "Head of the training unit"}
    page = make_page(EventPage, start=today, end=today, **texts)
    assert ["Three conclusions" in str(visit(page.url)), texts["contact_en"] in str(visit(page.url))] == [False, True]
    EventPage.objects.filter(pk=page.pk).update(start=today - timedelta(days=2), end=today - timedelta(days=1))
    found = visit(page.url)
    assert found.select_one("h2#outcome").get_text() == "What came of it"
    assert "Three conclusions" in found.get_text()


def test_the_last_day_is_not_before_the_first(site_root):
    event = EventPage(start=date(2030, 5, 2), end=date(2030, 5, 1))
    with pytest.raises(ValidationError, match="The last day is before the first"):
        event.clean()


def test_entries_of_the_calendar(site_root):
    make_event(
        date(2030, 5, 2),
        date(2030, 5, 3),
        slug="table",
        headline_en="Round table",
        headline_sq="Tryezë",
        kind=EventKind.ROUND_TABLE,
        place_en="Tirana",
        place_sq="Tiranë",
        ready=("en", "sq"),
        is_sample=True,
    )
    entries = [coming(None, BY_CODE[code], date(2030, 5, 3), 5) for code in ("sq", "mk")]
    event = EventPage.objects.get(slug="table")
    common = {
        "uid": f"{event.translation_key}@continuum",
        "url": "/en/events/table/",
        "start": date(2030, 5, 2),
        "end": date(2030, 5, 3),
        "kind": "Round table",
        "kind_code": "round_table",
        "is_sample": True,
        "changed": event.last_published_at,
    }
    sq = {"title": "Tryezë", "lang": "sq", "title_lang": "", "place": "Tiranë", "summary": event.summary_sq}
    en = {"title": "Round table", "lang": "en", "title_lang": "en", "place": "Tirana", "summary": event.summary_en}
    assert entries == [[CalendarEntry(**sq, **common)], [CalendarEntry(**en, **common)]]


def test_terms_in_the_agenda_are_explained(site_root, today, visit):
    make_concept("prison", label_en="prison")
    make_event(today, slug="visit", agenda_en="<ul><li>Prisons</li></ul>")
    html = visit("/en/events/visit/")
    assert html.select_one("a.term")["href"] == "#term-prison"
    assert html.select_one("#term-prison a")["href"] == "/en/glossary/prison/"


def test_the_calendar_has_no_more_than_asked_for_and_nothing_that_is_over(site_root):
    for day in (1, 2, 3, 4):
        make_event(date(2030, 5, day), headline_en=f"Day {day}")
    entries = coming(None, BY_CODE["en"], date(2030, 5, 2), 2)
    assert [entry.title for entry in entries] == ["Day 2", "Day 3"]


def test_closed_events_are_nowhere_but_for_those_who_may(site_root, client, today, visit):
    make_event(today, headline_en="Closed", slug="closed", restricted_to=LOGIN)
    member = make_user()
    assert client.get("/en/events/closed/").status_code == 404
    assert headings(visit("/en/events/"), "coming") == ["No events are announced at the moment"]
    assert coming(None, BY_CODE["en"], today, 5) == []
    assert [entry.title for entry in coming(member, BY_CODE["en"], today, 5)] == ["Closed"]
    client.force_login(member)
    assert headings(visit("/en/events/"), "coming") == ["Closed"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_one_and_for_three(site_root, today, visit, client, number):
    for days in range(1, number + 1):
        make_event(today + timedelta(days=days), beneficiaries=[make_beneficiary("RS")])
        make_event(today - timedelta(days=days), beneficiaries=[make_beneficiary("RS")])
    visit("/en/events/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/en/events/")
    assert len(queries) == QUERIES

"""The home page: the continuum with its counts, priority areas, what is new and what is coming."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from network.models import EventPage
from portal.core.registries import dashboard
from portal.core.registries.dashboard import DashboardSection, Waiting, register_dashboard
from portal.vocabulary.models.taxonomy import FacetCode
from portal.website.models import BeneficiaryPage
from tests.factories.pages import LOGIN, make_news, make_page, make_practice
from tests.factories.people import make_user
from tests.factories.vocabulary import make_beneficiary, make_term

QUERIES = 16


@pytest.fixture
def stages(site_root):
    make_term(FacetCode.RESOURCE_TYPE, "good_practice", label_en="Good practice")
    make_term(FacetCode.PRIORITY_AREA, "pa1", label_en="First area")
    return [
        make_term(FacetCode.STAGE, code, label_en=label, position=position)
        for position, (code, label) in enumerate((("imprisonment", "Imprisonment"), ("release", "Release")))
    ]


def test_counts_are_of_what_the_visitor_may_see(stages, build_index, visit):
    make_practice(stages=[stages[1]])
    make_practice(stages=stages)
    make_practice(stages=stages, restricted_to=LOGIN)
    build_index()
    counts = {
        stage.select_one(".stage__name").get_text(): stage.select_one(".stage__count").get_text()
        for stage in visit("/en/").select(".stage")
    }
    assert (counts["Imprisonment"], counts["Release"]) == ("1 resource", "2 resources")


def test_each_stage_leads_to_its_page(stages, visit):
    assert [link["href"] for link in visit("/sr-latn/").select(".stage__link")] == [
        "/sr-latn/continuum/imprisonment/",
        "/sr-latn/continuum/release/",
    ]


def test_without_the_engine_there_is_no_count_rather_than_a_wrong_one(stages, visit):
    html = visit("/en/")
    assert len(html.select(".stage__link")) == 2
    assert html.select(".stage__count, .card__foot") == []


def test_examples_search_the_library_in_several_languages(stages, visit):
    examples = [(link.get("lang"), link["href"]) for link in visit("/sq/").select(".hero p.small a")]
    assert examples[:2] == [
        ("en", "/sq/library/?q=release+plan"),
        (None, "/sq/library/?q=vler%C3%ABsimi+i+riskut"),
    ]


def test_new_are_news_and_practices_newest_first(stages, build_index, visit):
    make_news(headline_en="Older news", date=date(2026, 1, 1), beneficiaries=[make_beneficiary("RS")])
    make_news(headline_en="Newer news", date=date(2026, 3, 1))
    make_practice(headline_en="A practice", last_reviewed_on=date(2026, 2, 1), beneficiaries=[make_beneficiary("AL")])
    build_index()
    items = visit("/en/").select("[aria-labelledby=new-title] li")
    assert [item.h3.get_text(strip=True) for item in items] == ["Newer news", "A practice", "Older news"]
    assert "Good practice · Albania" in items[1].get_text(" ", strip=True)
    assert "News · Serbia" in items[2].get_text(" ", strip=True)


def test_what_concerns_all_does_not_name_each(stages, visit):
    every = [make_beneficiary(code) for code in ("AL", "RS")]
    make_news(headline_en="For all", beneficiaries=every)
    item = visit("/en/").select_one("[aria-labelledby=new-title] li")
    assert "News · all Beneficiaries" in item.get_text(" ", strip=True)


def test_coming_are_events_that_are_not_over(stages, visit):
    today = timezone.localdate()
    for headline, start, end in (
        ("Over", -3, -1),
        ("Still on", -1, 0),
        ("Next year", 400, 401),
    ):
        make_page(
            EventPage,
            headline_en=headline,
            start=today + timedelta(days=start),
            end=today + timedelta(days=end),
        )
    headings = visit("/en/").select("[aria-labelledby=coming-title] h3")
    assert [heading.get_text(strip=True) for heading in headings] == ["Still on", "Next year"]


def test_what_is_on_today_says_so(stages, visit):
    today = timezone.localdate()
    for headline, start in (("Today’s", today), ("Tomorrow’s", today + timedelta(days=1))):
        make_page(EventPage, headline_en=headline, start=start, end=start)
    items = visit("/en/").select("[aria-labelledby=coming-title] li")
    assert [[badge.get_text() for badge in item.select(".badge")] for item in items] == [["Today"], []]


def test_what_is_cancelled_says_so(stages, visit):
    today = timezone.localdate()
    for headline, is_cancelled in (("Not held", True), ("On", False)):
        make_page(EventPage, headline_en=headline, start=today, end=today, is_cancelled=is_cancelled)
    badges = {
        item.find("h3").get_text(strip=True): [badge.get_text() for badge in item.select(".badge")]
        for item in visit("/en/").select("[aria-labelledby=coming-title] li")
    }
    assert badges == {"Not held": ["Cancelled"], "On": ["Today"]}


def test_what_waits_is_shown_to_the_person_it_waits_for_and_says_what_is_overdue(stages, visit, client, monkeypatch):
    today = timezone.localdate()
    waiting = [Waiting("Write the plan", "/en/plan/", day=today - timedelta(days=1)), Waiting("Call", "/", day=today)]
    monkeypatch.setattr(dashboard, "_sources", [])
    register_dashboard(10, lambda _request: DashboardSection("plans", "Action points", waiting, 7, "All", "/en/all/"))
    assert visit("/en/").select("#waiting-title") == []
    client.force_login(make_user())
    shown = visit("/en/").select_one("[aria-labelledby=waiting-plans]")
    assert shown.h3.get_text(" ", strip=True) == "Action points (7)"
    assert ["Overdue" in item.get_text() for item in shown.select("li")] == [True, False]
    assert [link["href"] for link in shown.select("a")] == ["/en/plan/", "/", "/en/all/"]


def test_nothing_new_and_nothing_coming_is_said(stages, visit):
    html = visit("/en/")
    assert html.select_one("[aria-labelledby=new-title] p").get_text(strip=True) == "Nothing has been published yet."
    coming = html.select_one("[aria-labelledby=coming-title] p")
    assert coming.get_text(strip=True) == "No events are announced at the moment."


def test_a_portal_without_any_words_still_opens(site_root, visit):
    html = visit("/en/")
    assert html.h1.get_text(strip=True) == "Continuum"
    assert html.select(".stage, .card, .beneficiaries") == []


def test_samples_on_the_page_bring_the_notice(stages, visit):
    notice = "Sample content for demonstration."
    assert notice not in visit("/en/").get_text()
    make_news(is_sample=True)
    assert notice in visit("/en/").get_text()


@pytest.mark.parametrize("number", [1, 3])
def test_home_costs_the_same_for_one_and_for_three(stages, build_index, visit, client, number):
    for code in ("AL", "RS", "XK")[:number]:
        one = make_beneficiary(code)
        make_page(BeneficiaryPage, beneficiary=one)
        make_news(beneficiaries=[one])
        make_practice(beneficiaries=[one], stages=stages)
        make_page(EventPage, beneficiaries=[one], start=date(2090, 1, 1), end=date(2090, 1, 1))
    build_index()
    visit("/en/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/en/")
    assert len(queries) == QUERIES

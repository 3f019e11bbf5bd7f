"""Highlights and their archive by year."""

from datetime import date

import pytest

from portal.website.models import HighlightPage
from tests.factories.pages import make_page, place_of

ARCHIVE = ["2019", "2018", "2017", "2016", "2015"]


@pytest.fixture
def highlights(site_root):
    return [
        make_page(HighlightPage, headline_en="Of 2026", slug="of-2026", date=date(2026, 3, 1)),
        make_page(HighlightPage, headline_en="Of 2018", slug="of-2018", date=date(2018, 3, 1)),
    ]


def years(html):
    return [link.get_text(strip=True) for link in html.select("nav.sort a")]


def test_years_of_the_archive_are_shown_though_empty(site_root, visit):
    place_of(HighlightPage)
    html = visit("/en/highlights/")
    assert years(html) == ["All years", *ARCHIVE]
    assert html.select_one(".empty h2").get_text(strip=True) == "No highlights yet"


def test_years_with_highlights_join_them(highlights, visit):
    assert years(visit("/en/highlights/")) == ["All years", "2026", *ARCHIVE]


def test_a_year_shows_its_own(highlights, visit):
    html = visit("/en/highlights/?year=2018")
    assert [heading.get_text(strip=True) for heading in html.select(".newslist h3")] == ["Of 2018"]


def test_an_empty_year_says_so_and_shows_the_way_on(highlights, visit):
    html = visit("/en/highlights/?year=2016")
    assert html.select_one(".empty h2").get_text(strip=True) == "No highlights from 2016 yet"
    assert html.select_one(".empty a")["href"] == "/en/highlights/"


def test_a_year_that_is_not_offered_is_ignored(highlights, visit):
    assert len(visit("/en/highlights/?year=2020").select(".newslist li")) == 2


def test_a_highlight_leads_back(highlights, visit):
    html = visit("/en/highlights/of-2018/")
    assert html.find("a", string="All highlights")["href"] == "/en/highlights/"

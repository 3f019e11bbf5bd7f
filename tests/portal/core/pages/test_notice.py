"""The notice above a page that is not in the reader's language."""

import pytest
from django.test import RequestFactory
from django.utils import translation

from portal.core.languages.catalogue import BY_CODE
from portal.core.pages.links import language_links_for_page
from portal.core.pages.notice import language_notice
from tests.factories.pages import make_plain

pytestmark = pytest.mark.django_db


def notice_for(page, code):
    with translation.override(code):
        links = language_links_for_page(page, RequestFactory().get("/"))
        return language_notice(page, page.for_reader(BY_CODE[code]), links)


def test_none_for_a_reader_whose_language_is_ready(site_root):
    page = make_plain(ready=("en", "sr"))
    assert notice_for(page, "en") is None
    assert notice_for(page, "sr") is None
    assert notice_for(page, "sr-latn") is None


def test_it_names_what_was_wanted_what_is_shown_and_all_there_is(site_root):
    notice = notice_for(make_plain(slug="about", ready=("en", "sr")), "mk")
    assert (notice.wanted.code, notice.shown.code, notice.overview) == ("mk", "sr", None)
    assert [link.url for link in notice.available] == ["/en/about/", "/sr/about/", "/sr-latn/about/"]


def test_it_shows_title_and_summary_when_these_are_ready(site_root):
    page = make_plain(ready=("en",), overview=("sq",), headline_sq="Plani", summary_sq="Tri fjali.")
    notice = notice_for(page, "sq")
    assert (notice.overview.headline, notice.overview.summary) == ("Plani", "Tri fjali.")
    assert notice_for(page, "mk").overview is None

"""Links to pages from what views of ours answer."""

from django.test import RequestFactory
from django.utils import translation
from wagtail.models import Page, Site

from portal.core.pages.addresses import page_url, with_query
from tests.factories.pages import make_plain


def test_a_link_on_the_only_site_is_a_path_and_asks_nothing(site_root, django_assert_num_queries):
    page = make_plain(slug="about")
    page_url(page, RequestFactory().get("/en/"))
    with django_assert_num_queries(0):
        assert page_url(page, RequestFactory().get("/en/")) == "/en/about/"


def test_it_begins_with_the_language_of_the_reader_and_follows_the_page(site_root):
    page, request = make_plain(slug="about"), RequestFactory().get("/en/")
    assert page_url(page, request) == "/en/about/"
    with translation.override("mk"):
        assert page_url(page, request) == "/mk/about/"
    page.slug = "about-us"
    page.save_revision().publish()
    page.refresh_from_db()
    assert page_url(page, request) == "/en/about-us/"


def test_nothing_leads_to_a_page_beside_the_site(site_root):
    root = Page.get_first_root_node()
    assert page_url(root, RequestFactory().get("/en/")) == ""


def test_from_another_site_it_has_the_host(site_root):
    page, other = make_plain(slug="about"), make_plain(slug="other")
    Site.objects.create(hostname="other.example", root_page=other)
    here = site_root.get_site()
    assert page_url(page, RequestFactory().get("/en/", headers={"host": here.hostname})) == "/en/about/"
    elsewhere = RequestFactory().get("/en/", headers={"host": "other.example"})
    assert page_url(page, elsewhere) == f"{here.root_url}/en/about/"


def test_what_says_nothing_is_left_out_of_an_address():
    assert with_query("/en/groups/", {"beneficiary": "", "page": None}) == "/en/groups/"
    assert with_query("/en/groups/", {"beneficiary": "AL", "page": 2}) == "/en/groups/?beneficiary=AL&page=2"

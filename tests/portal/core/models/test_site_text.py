"""Texts of the site, as a request gets them."""

from django.test import RequestFactory
from wagtail.models import Site

from portal.core.models import SiteText
from tests.factories.pages import make_plain


def test_they_are_made_when_they_are_first_asked_for(site_root):
    assert SiteText.for_request(RequestFactory().get("/en/")).contact_email == ""
    assert [texts.site for texts in SiteText.objects.all()] == [site_root.get_site()]


def test_they_are_read_once_for_a_request_and_without_the_site(site_root, django_assert_num_queries):
    SiteText.objects.create(site=site_root.get_site(), contact_email="desk@portal.example")
    SiteText.for_request(RequestFactory().get("/en/"))
    request = RequestFactory().get("/en/")
    with django_assert_num_queries(1):
        found = [SiteText.for_request(request).contact_email for _ in range(2)]
    assert found == ["desk@portal.example"] * 2


def test_each_site_has_its_own(site_root):
    other = Site.objects.create(hostname="other.example", root_page=make_plain(slug="other"))
    for site, name in ((site_root.get_site(), "here"), (other, "there")):
        SiteText.objects.create(site=site, contact_email=f"{name}@portal.example")
    request = RequestFactory().get("/en/", headers={"host": "other.example"})
    assert SiteText.for_request(request).contact_email == "there@portal.example"

"""The context of the page frame."""

import pytest
from django.test import RequestFactory
from django.utils import translation

from portal.core.context.page_frame import canonical_url, page_frame
from portal.core.models import SiteText


def request_for(address):
    return RequestFactory().get(address)


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("/en/library/", "http://testserver/en/library/"),
        ("/en/library/?q=plan&page=2&utm_source=x", "http://testserver/en/library/?page=2"),
        ("/en/library/?page=two", "http://testserver/en/library/"),
        ("/en/library/?page=-1", "http://testserver/en/library/"),
        ("/en/library/?page=%00", "http://testserver/en/library/"),
        ("/en/library/?page=1&page=3", "http://testserver/en/library/?page=3"),
        ("/mk/%D0%B0/", "http://testserver/mk/%D0%B0/"),
    ],
)
def test_of_the_query_string_only_the_page_number_belongs_to_a_page(address, canonical):
    assert canonical_url(request_for(address)) == canonical


def test_the_admin_has_no_frame():
    assert page_frame(request_for("/admin/pages/")) == {}


@pytest.mark.django_db
def test_nothing_is_asked_of_the_database_before_it_is_shown(site_root, django_assert_num_queries):
    with django_assert_num_queries(0):
        context = page_frame(request_for("/en/"))
    assert (context["text_size"], context["site_name"], context["base_address"]) == (
        "1",
        "Continuum",
        "http://testserver",
    )


@pytest.mark.django_db
def test_the_funding_line_is_the_readers(site_root, client):
    texts = SiteText.for_site(site_root.get_site())
    texts.funding_line_en, texts.funding_line_sq = "Funded by many.", "Financuar nga shumë."
    texts.save()
    for code, line in {"en": "Funded by many.", "sq": "Financuar nga shumë."}.items():
        with translation.override(code):
            assert page_frame(request_for(f"/{code}/"))["funding_line"] == line

"""States of all pages at once: the same that each page says of itself."""

from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from portal.core.content_language.readiness import Readiness
from portal.core.languages.catalogue import CONTENT_CODES
from portal.desk.states.columns import has_title, is_to_do, page_types, with_states
from portal.website.models import KeyDocumentationPage, PlainPage
from tests.factories.pages import PLACES, make_news, make_page, make_plain, make_practice

#: All that lie in lists of their own, and those that lie anywhere.
TYPES = (*PLACES, PlainPage, KeyDocumentationPage)

pytestmark = pytest.mark.django_db


def states(page):
    return [getattr(page, f"state_{code}") for code in CONTENT_CODES]


def test_it_is_what_every_page_says_of_itself(site_root):
    """Each combination of readiness, title, version and source, in columns that are NULL or empty."""
    page = make_plain()
    conditions = product(Readiness.values, (None, "", "Titulli"), (None, 0, 1, 2), ("en", "sq"))
    told = []
    for readiness, headline, based_on, source in conditions:
        values = {"readiness_sq": readiness, "headline_sq": headline, "based_on_sq": based_on}
        type(page).objects.filter(pk=page.pk).update(**values, source_language=source, source_version=2)
        found = with_states(Page.objects.filter(pk=page.pk)).get()
        if states(found) != [found.specific.state(code) for code in CONTENT_CODES]:
            told.append(values)
    assert told == []


def test_pages_of_every_type_are_there_and_others_are_not(site_root):
    made = [make_page(model, ready=("mk",), source_language="mk", needs_review_mk=True) for model in TYPES]
    found = list(with_states(Page.objects.all()))
    # The lists that these lie in, and the home page, are pages too.
    assert {page.specific_class for page in found} == set(page_types())
    newest = [page for page in found if page.pk in {page.pk for page in made}]
    assert sorted(page.specific_class.__name__ for page in newest) == sorted(model.__name__ for model in TYPES)
    assert {(page.state_mk, page.state_sq, page.review_mk, page.review_sq) for page in newest} == {
        ("ready", "missing", True, False)
    }
    assert Page.objects.get(depth=1).pk not in {page.pk for page in found}


def test_what_is_to_do_is_no_source(site_root):
    page = make_practice(ready=("en", "mk"), source_version=2)
    pages = with_states(Page.objects.filter(pk=page.pk))
    assert [code for code in CONTENT_CODES if pages.filter(is_to_do(code)).exists()] == ["sq", "bs", "cnr", "mk", "sr"]
    type(page).objects.filter(pk=page.pk).update(readiness_en="")
    assert not pages.filter(is_to_do("en")).exists()


@pytest.mark.parametrize("text", ["Leave", "leave plan", "lejes", "Лични", "100%"])
def test_titles_are_found_in_every_language(site_root, text):
    page = make_practice(headline_en="Leave planning 100%", headline_sq="Planifikimi i lejes", headline_sr="Лични план")
    make_news(headline_en="Something 1000")
    assert [one.pk for one in Page.objects.filter(has_title(text))] == [page.pk]


def test_one_query_for_any_number_of_pages(site_root):
    numbers = []
    for _turn in range(2):
        make_plain()
        make_practice()
        with CaptureQueriesContext(connection) as queries:
            assert len(list(with_states(Page.objects.all()))) > 1
        numbers.append(len(queries))
    assert numbers == [1, 1]

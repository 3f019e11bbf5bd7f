"""Synthetic practices are pages like any other, although they were written in bulk."""

import pytest
from wagtail.models import Page

from portal.core.languages.catalogue import CONTENT_CODES
from portal.vocabulary.models.taxonomy import FacetCode
from practices.models import GoodPractice
from search.engines.current import current_engine
from search.upkeep.build import rebuild
from tests.benchmarks.synthetic import ONE_LANGUAGE, make_practices, practice_count
from tests.factories.pages import LOGIN, make_plain, make_practice
from tests.factories.vocabulary import make_beneficiary, make_term

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(site_root, search_folder):
    """A site with one practice and the words that practices are classified by."""
    for facet in (FacetCode.STAGE, FacetCode.TARGET_GROUP, FacetCode.AGENCY, FacetCode.PRIORITY_AREA):
        for code in ("first", "second"):
            make_term(facet, f"{facet.value}-{code}")
    make_term(FacetCode.EVIDENCE_LEVEL, "evaluated")
    make_term(FacetCode.RESOURCE_TYPE, "good_practice")
    make_beneficiary("AL")
    make_practice(slug="real")


def test_they_are_served_listed_and_found(client):
    make_practices(3)
    rebuild(current_engine(), lambda number: None)
    practices = list(GoodPractice.objects.filter(slug__startswith="synthetic-"))
    assert [client.get(practice.get_url()).status_code for practice in practices] == [200] * 3
    listed = client.get("/en/library/?type=good_practice&beneficiary=AL").content.decode()
    assert [practice.get_url() in listed for practice in practices] == [True] * 3
    word = practices[0].headline_mk.split()[0]
    assert practices[0].slug in client.get("/mk/library/", {"q": word}).content.decode()


def test_the_tree_is_whole():
    make_practices(2)
    make_practices(1)
    make_practices(1, below=make_plain(slug="below"))
    assert all(not problems for problems in Page.find_problems())
    assert practice_count() == 4


def test_the_same_number_gives_the_same_practice():
    make_practices(2, ONE_LANGUAGE)
    first = list(GoodPractice.objects.filter(slug__startswith="synthetic-"))
    for practice in first:
        practice.delete()
    make_practices(2, ONE_LANGUAGE)
    again = list(GoodPractice.objects.filter(slug__startswith="synthetic-"))
    assert [one.title for one in again] == [one.title for one in first]
    codes = [[code for code in CONTENT_CODES if getattr(one, f"readiness_{code}") == "ready"] for one in again]
    assert codes == [["sq"], ["bs"]]


def test_below_a_closed_page_they_are_closed(client):
    make_practices(1, below=make_plain(slug="members", restricted_to=LOGIN))
    assert client.get(GoodPractice.objects.get(slug="synthetic-1").get_url()).status_code == 404

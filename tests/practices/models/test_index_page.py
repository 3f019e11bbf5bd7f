"""Where resources of one type lie, as readers come upon it: the library with that type chosen, and its feed."""

import pytest
from bs4 import BeautifulSoup

from portal.vocabulary.models.taxonomy import FacetCode
from practices.models import CatalogueIndexPage, Standard
from search.engines.current import current_engine
from search.upkeep.build import rebuild
from tests.factories.pages import LOGIN, make_page, make_practice
from tests.factories.vocabulary import make_term

pytestmark = pytest.mark.django_db


@pytest.fixture
def practices(site_root, search_folder):
    """The address of the list of good practices, of which one is closed; there is a standard too."""
    make_term(FacetCode.RESOURCE_TYPE, "good_practice", label_en="Good practice")
    make_term(FacetCode.RESOURCE_TYPE, "standard", label_en="Standard")
    practice = make_practice(headline_en="Release plans")
    make_practice(headline_en="Closed to most", restricted_to=LOGIN)
    make_page(Standard, headline_en="Prison rules")
    rebuild(current_engine(), lambda number: None)
    return practice.get_parent().url


def test_it_leads_to_the_library_which_announces_the_feed(practices, client):
    response = client.get(practices, follow=True)
    assert response.redirect_chain == [("/en/library/?type=good_practice", 302)]
    html = BeautifulSoup(response.content, "html.parser")
    links = html.select("[type='application/atom+xml']")
    assert [(link.name, link["href"]) for link in links] == [
        ("link", "/en/library/feed/?type=good_practice"),
        ("a", "/en/library/feed/?type=good_practice"),
    ]


def test_its_feed_is_that_of_the_library(practices, client):
    response = client.get(f"{practices}feed/", follow=True)
    assert response.redirect_chain == [("/en/library/feed/?type=good_practice", 302)]
    named = ("Release plans", "Closed to most", "Prison rules")
    assert [title for title in named if title in response.text] == ["Release plans"]


def test_a_preview_leads_there_too(site_root):
    response = make_page(CatalogueIndexPage, resource_type="standard").make_preview_request(preview_mode="sq")
    assert (response.status_code, response["Location"]) == (302, "/sq/library/?type=standard")

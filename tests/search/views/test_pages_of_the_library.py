"""The pages of a list that is longer than one."""

from datetime import date

import pytest

from tests.factories.pages import make_practice
from tests.search.views.test_library import ADDRESS, soup, titles

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def many(shared_index):
    for number in range(45):
        make_practice(headline_en=f"Plan {number:02}", last_reviewed_on=date(2026, 1, 1 + number % 28))
    shared_index()


def test_pages_hold_twenty_and_none_twice(client, many):
    pages = [titles(client.get(ADDRESS, {"page": number})) for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [20, 20, 5]
    assert len({title for page in pages for title in page}) == 45


@pytest.mark.parametrize("page", ["4", "10000", "9" * 400])
def test_a_page_beyond_the_last_is_the_last(client, many, page):
    response = client.get(ADDRESS, {"q": "plan", "page": page})
    assert len(titles(response)) == 5
    assert soup(response).select_one(".pages [aria-current=page]").get_text() == "Page 3"


def test_page_links_keep_the_rest(client, many):
    page = soup(client.get(f"{ADDRESS}?q=plan&beneficiary=AL&page=2"))
    assert [link["href"] for link in page.select(".pages a")] == [
        "/en/library/?q=plan&beneficiary=AL",
        "/en/library/?q=plan&beneficiary=AL",
        "/en/library/?q=plan&beneficiary=AL&page=2",
        "/en/library/?q=plan&beneficiary=AL&page=3",
        "/en/library/?q=plan&beneficiary=AL&page=3",
    ]

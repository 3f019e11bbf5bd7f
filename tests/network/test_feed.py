"""Events as a feed: announced last first, what is public and nothing else."""

import pytest
from defusedxml import ElementTree

from network.models import EventPage
from tests.crawl.feed_facts import read_feed
from tests.factories.pages import LOGIN, make_page, place_of, restrict
from tests.factories.people import make_superuser

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def announced(**fields):
    page = make_page(EventPage, live=False, **fields)
    page.save_revision().publish()
    return page


def titles(client, address="/en/events/feed/"):
    root = ElementTree.fromstring(client.get(address).content)
    return [entry.findtext(f"{ATOM}title") for entry in root.findall(f"{ATOM}entry")]


def test_what_was_announced_last_comes_first(site_root, client):
    announced(headline_en="First")
    announced(headline_en="From Kosovo", ready=("en", "sr"), headline_sr="Са Косова")
    assert titles(client) == ["From Kosovo*", "First"]
    assert titles(client, "/sr-latn/events/feed/") == ["Sa Kosova*", "First"]
    for code, lang in (("en", "en"), ("sr-latn", "sr-Latn")):
        assert read_feed(client.get(f"/{code}/events/feed/").content.decode()).problems(lang) == []


def test_it_is_the_same_for_everybody_and_closed_with_its_list(site_root, client):
    announced(headline_en="Open")
    restrict(announced(headline_en="Zanzibarian"), LOGIN)
    make_page(EventPage, headline_en="Zanzibarian draft", live=False)
    client.force_login(make_superuser())
    assert titles(client) == ["Open"]
    client.logout()
    restrict(place_of(EventPage), LOGIN)
    assert client.get("/en/events/feed/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_for_one_and_for_three(site_root, client, django_assert_num_queries, number):
    for _ in range(number):
        announced()
    client.get("/en/events/feed/")
    with django_assert_num_queries(7):
        client.get("/en/events/feed/")


def test_programs_and_people_find_it(site_root, client):
    place_of(EventPage)
    page = client.get("/mk/events/").content.decode()
    assert page.count('type="application/atom+xml"') == 2
    assert page.count('href="/mk/events/feed/"') == 2

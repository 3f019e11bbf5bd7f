"""What is offered while somebody types."""

import pytest
from bs4 import BeautifulSoup

from tests.factories.pages import LOGIN, make_practice, restrict
from tests.factories.people import make_user
from tests.factories.vocabulary import make_concept

ADDRESS = "/{}/library/suggestions/"


def offered(client, text, language="en"):
    answer = client.get(ADDRESS.format(language), {"q": text})
    assert answer.status_code == 200
    return [link.span.get_text() for link in BeautifulSoup(answer.content, "html.parser").select("a[role=option]")]


@pytest.fixture(scope="module")
def shared_library(shared_index):
    make_practice(headline_en="Release planning")
    make_practice(ready=("sr",), headline_sr="План отпуста са Косова")
    restrict(make_practice(headline_en="Release of secrets"), LOGIN)
    make_concept("parole", label_en="release on parole", label_sq="lirim me kusht")
    shared_index()


@pytest.fixture
def library(db, shared_library):
    """Two open resources, a closed one and a term, shared by all tests."""


def test_titles_and_terms_of_which_words_begin_so(client, library):
    assert offered(client, "rel") == ["Release planning", "release on parole"]
    assert offered(client, "plan rele") == ["Release planning"]
    assert offered(client, "lirim") == ["release on parole"]


def test_whoever_may_see_more_is_offered_more(client, library):
    client.force_login(make_user())
    assert sorted(offered(client, "release")) == ["Release of secrets", "Release planning", "release on parole"]


@pytest.mark.parametrize("text", ["", " ", "r", "-", "\x00", "zzzz", "%", "x" * 5_000])
def test_nothing_to_offer_is_an_empty_answer(client, library, text):
    assert client.get(ADDRESS.format("en"), {"q": text}).content.strip() == b""


def test_script_and_status_mark_of_the_readers_rendering(client, library):
    assert offered(client, "otpust", "sr-latn") == ["Plan otpusta sa Kosova*"]
    assert offered(client, "otpust", "sr") == ["План отпуста са Косова*"]


def test_the_number_of_queries_does_not_depend_on_how_much_is_found(
    client, library, build_index, django_assert_num_queries
):
    build_index()
    offered(client, "plan")
    with django_assert_num_queries(6):
        offered(client, "plan")
    for _ in range(3):
        make_practice(headline_en="Plan of a day")
    build_index()
    with django_assert_num_queries(6):
        offered(client, "plan")

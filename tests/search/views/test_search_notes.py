"""What the library says besides its results: what else was searched for, what may have been meant, why it was found."""

import pytest

from tests.factories.pages import LOGIN, make_practice, restrict
from tests.factories.vocabulary import make_concept


@pytest.fixture
def term_in_two_languages():
    """A term of the field, and a resource that has it in Albanian only."""
    make_concept("parole", label_en="parole board", label_sq="bordi i lirimit")
    make_practice(ready=("en", "sq"), headline_en="Meetings", headline_sq="Bordi i lirimit")


def test_a_term_is_searched_for_in_other_languages_and_the_page_says_so(
    client, site_root, term_in_two_languages, build_index
):
    build_index()
    page = client.get("/en/library/?q=parole+board")
    assert [item.id for item in page.context["answer"].items] != []
    assert '<span lang="sq">bordi i lirimit</span>' in page.content.decode()


def test_searching_for_nothing_but_the_words_is_kept_in_the_address(
    client, site_root, term_in_two_languages, build_index
):
    build_index()
    only = client.get("/en/library/?q=parole+board").context["only_url"]
    assert only == "/en/library/?q=parole+board&also=off"
    page = client.get(only)
    assert page.context["answer"].total == 0
    assert page.context["answer"].also == ()
    assert page.context["wider_url"] == "/en/library/?q=parole+board"
    assert ("also", "off") in page.context["filter_fields"]


def test_a_typing_error_is_forgiven_and_the_right_spelling_offered(client, site_root, build_index):
    make_practice(ready=("sr",), headline_sr="Условни отпуст")
    build_index()
    page = client.get("/sr/library/?q=Условни+отпусст")
    assert page.context["answer"].total == 1
    assert page.context["suggestion"]["text"] == "Условни отпуст"


def test_a_spelling_of_closed_resources_is_not_offered(client, site_root, build_index):
    page = make_practice(headline_en="Kryptonite")
    restrict(page, LOGIN)
    build_index()
    answer = client.get("/en/library/?q=kryptonits")
    assert (answer.context["answer"].total, answer.context["suggestion"]) == (0, None)
    assert "ryptonite" not in answer.content.decode()


def test_the_passage_is_shown_where_title_and_summary_do_not_say_why(client, site_root, build_index):
    make_practice(headline_en="Meetings", context_en="<p>Families come on Sundays.</p>")
    build_index()
    assert "<mark>Families</mark> come on Sundays." in client.get("/en/library/?q=families").content.decode()

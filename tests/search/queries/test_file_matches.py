"""Which file a result was found by, and on which page."""

import pytest

from portal.core.visibility.audience import holder
from search.queries.file_matches import file_matches
from search.understanding.marks import Marks
from tests.factories.files import close, make_collection, make_document
from tests.factories.pages import make_practice
from tests.factories.people import make_group, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(site_root):
    return site_root


def marks(*words, group="en"):
    return Marks({group: frozenset(words)})


def attach(*documents):
    return make_practice(attachments=[("file", document) for document in documents])


def found(page, marks, user=None):
    match = file_matches([page.pk], holder(user), marks).get(page.pk)
    return match and (match.title, match.type_label, match.place, match.passage)


def test_the_file_and_the_page_with_most_of_the_words():
    page = attach(
        make_document("Other", ("release",), "pdf", language="en"),
        make_document(
            "Session plan", ("On release", "", "A plan before <release>", "release plan"), "pdf", language="en"
        ),
    )
    assert found(page, marks("release", "plan")) == (
        "Session <mark>plan</mark>",
        "PDF",
        "page 3",
        "A <mark>plan</mark> before &lt;<mark>release</mark>",
    )


@pytest.mark.parametrize(
    ("kind", "pages", "place"),
    [
        ("pdf", ("no", "release"), "page 2"),
        ("pptx", ("no", "release"), "slide 2"),
        ("odp", ("release",), "slide 1"),
        ("xlsx", ("no", "release"), "sheet 2"),
        ("txt", ("release",), ""),
        ("docx", ("release",), ""),
    ],
)
def test_places_are_named_as_people_know_them(kind, pages, place):
    page = attach(make_document("Annex", pages, kind, language="en"))
    assert found(page, marks("release")) == ("Annex", kind.upper(), place, "<mark>release</mark>")


def test_a_file_may_be_found_by_its_title_alone():
    page = attach(make_document("Release plan", ("Nothing",), "pdf", language="en"))
    assert found(page, marks("release")) == ("<mark>Release</mark> plan", "PDF", "", None)


def test_words_count_in_the_language_of_the_file_only():
    page = attach(make_document("Annex", ("release",), language="sq"))
    assert found(page, marks("release")) is None
    assert found(page, marks("release", group="sq")) == ("Annex", "TXT", "", "<mark>release</mark>")


def test_words_are_found_in_the_script_they_are_written_in():
    page = attach(make_document("Прилог", ("Нема", "Условни отпуст"), "pdf", language="sr"))
    assert found(page, marks("otpust", group="hbs")) == ("Прилог", "PDF", "page 2", "Условни <mark>отпуст</mark>")


def test_a_file_of_no_said_language_may_be_in_any():
    page = attach(make_document("Annex", ("otpust",)))
    assert found(page, marks("otpust", group="mk")) == ("Annex", "TXT", "", "<mark>otpust</mark>")


def test_a_closed_file_is_not_named_to_those_who_may_not_see_it():
    members = make_group("Members")
    document = make_document("Secret release", ("release",), "pdf", language="en", collection=make_collection())
    page = attach(document, make_document("Open", ("release",), "pdf", language="en"))
    assert found(page, marks("release"))[0] == "Secret <mark>release</mark>"
    close(document.collection, members)
    assert found(page, marks("release"))[0] == "Open"
    assert found(page, marks("release"), make_user())[0] == "Open"
    assert found(page, marks("release"), make_user(members))[0] == "Secret <mark>release</mark>"


def test_only_so_much_is_looked_through(monkeypatch):
    monkeypatch.setattr("search.queries.file_matches._MOST", 20)
    page = attach(make_document("Annex", ("nothing at all here", "release"), "pdf", language="en"))
    assert found(page, marks("release")) is None


def test_it_takes_as_many_queries_for_one_as_for_three(django_assert_num_queries):
    keys = [attach(make_document("Annex", ("release",))).pk for _ in range(3)]
    with django_assert_num_queries(0):
        assert file_matches(keys, holder(None), Marks()) == {}
    for some in (keys[:1], keys):
        with django_assert_num_queries(3):
            assert len(file_matches(some, holder(None), marks("release"))) == len(some)

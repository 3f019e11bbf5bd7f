"""Files of resources as part of their documents."""

import pytest

from search.documents.document import DocumentText
from search.documents.registry import documents_of, source_of
from tests.factories.files import make_collection, make_document
from tests.factories.pages import make_practice, restrict
from tests.factories.people import make_group

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(site_root):
    return site_root


def attach(page, *documents):
    page.attachments = [("file", document) for document in documents]
    page.save()
    return page


def files_of(page):
    document = next(documents_of([f"practices.goodpractice:{page.pk}"]))
    return {code: text.files for code, text in document.texts.items()}


def test_files_are_indexed_in_their_language_with_title_and_pages():
    page = attach(
        make_practice(ready=("en", "sq")),
        make_document("Plan", ("First", "Second"), language="en"),
        make_document("Plani", ("Herët",), language="sq"),
        make_document("Annex", (), language="en"),
    )
    assert files_of(page) == {"en": "Plan\nFirst\fSecond\nAnnex\n", "sq": "Plani\nHerët"}


def test_a_file_may_be_in_a_language_that_the_page_has_not():
    page = attach(make_practice(headline_mk="Нацрт"), make_document("План", ("Отпуст",), language="mk"))
    document = next(documents_of([f"practices.goodpractice:{page.pk}"]))
    assert document.texts["mk"] == DocumentText("", "", "", "План\nОтпуст")
    assert document.facets["language"] == ("en",)


def test_a_file_of_no_said_language_is_taken_for_one_of_the_page():
    page = attach(make_practice(ready=("sr",)), make_document("2006", ("12 34",)))
    assert files_of(page) == {"sr": "2006\n12 34"}


def test_only_files_that_all_who_see_the_page_may_see_are_indexed():
    members, trainers = make_group("Members"), make_group("Trainers")
    everybodys = make_document("Open", language="en")
    closed = make_document("Closed", language="en", collection=make_collection(members))
    below = make_document("Below", language="en", collection=make_collection(parent=closed.collection))
    public, of_members, of_trainers = (attach(make_practice(), everybodys, closed, below) for _ in range(3))
    restrict(of_members, members)
    restrict(of_trainers, trainers)
    assert [files_of(page)["en"] for page in (public, of_members, of_trainers)] == [
        "Open\nText",
        "Open\nText\nClosed\nText\nBelow\nText",
        "Open\nText",
    ]


def test_a_file_that_is_gone_is_left_out():
    document = make_document(language="en")
    page = attach(make_practice(), document, make_document("Kept", language="en"))
    document.delete()
    assert files_of(page) == {"en": "Kept\nText"}


def test_making_documents_takes_as_many_queries_for_one_file_as_for_three(django_assert_num_queries):
    source = source_of("practices.goodpractice")
    attach(make_practice(), make_document())
    with django_assert_num_queries(13):
        assert len(list(source.documents())) == 1
    for _ in range(2):
        attach(make_practice(), make_document(), make_document())
    with django_assert_num_queries(13):
        assert len(list(source.documents())) == 3

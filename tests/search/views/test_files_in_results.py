"""Results name the file that they were found by, to those who may see it."""

import re

import pytest
from django.utils.html import strip_tags
from wagtail.models import CollectionViewRestriction

from tests.factories.files import close, make_collection, make_document
from tests.factories.pages import make_practice
from tests.factories.people import make_group, make_user

WORD = "Zanzibar"


@pytest.fixture
def document(site_root):
    return make_document(
        "Session plan", ("Nothing", f"About {WORD} only"), "pdf", language="en", collection=make_collection()
    )


@pytest.fixture
def page(document, build_index):
    made = make_practice(headline_en="Release", summary_en="Early.", attachments=[("file", document)])
    build_index()
    return made


def results(client, words=WORD, language="en"):
    """The results as text, without the words that were typed (which the page shows again)."""
    html = client.get(f"/{language}/library/", {"q": words}).content.decode()
    return [
        re.sub(r"\s+", " ", strip_tags(one)).strip()
        for one in re.findall(r'<li class="result"[^>]*>(.*?)</li>', html, re.S)
    ]


def test_a_result_names_the_file_the_page_and_the_place(client, page, document):
    (found,) = results(client)
    assert f"In the file Session plan (PDF), page 2: About {WORD} only" in found
    html = client.get("/en/library/", {"q": WORD}).content.decode()
    assert f'<a href="{document.url}">Session plan</a>' in html
    assert f"<mark>{WORD}</mark>" in html


def test_a_result_that_the_page_explains_names_no_file(client, page):
    (found,) = results(client, "early")
    assert "In the file" not in found


def test_a_closed_file_makes_no_page_findable(client, page, document, django_capture_on_commit_callbacks):
    members = make_group("Members")
    with django_capture_on_commit_callbacks(execute=True):
        close(document.collection, members)
    for visitor in (None, make_user(), make_user(members)):
        if visitor:
            client.force_login(visitor)
        assert results(client) == []
        # No near spelling tells of it either.
        assert WORD not in client.get("/en/library/", {"q": "Zanzibbar"}).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        CollectionViewRestriction.objects.all().delete()
    assert len(results(client)) == 1


def test_an_index_behind_its_time_names_no_closed_file(client, page, document):
    close(document.collection, make_group("Members"))
    assert [("Session plan" in one, WORD in one) for one in results(client)] == [(False, False)]


def test_a_file_is_named_in_the_script_of_the_reader(client, document, build_index):
    other = make_document("Прилог", ("Условни отпуст",), language="sr")
    make_practice(ready=("sr",), attachments=[("file", other)])
    build_index()
    (found,) = results(client, "uslovni otpust", "sr-latn")
    assert "Prilog (TXT): Uslovni otpust" in found

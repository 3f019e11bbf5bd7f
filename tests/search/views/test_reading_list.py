"""Reading lists: collecting without an account and with one, sharing by address, the booklet."""

import re
from urllib.parse import urlencode

import pypdfium2
import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.core.status_note.notes import note_for
from practices.models import Standard
from search.documents.document import document_id
from search.reading_list.keeping import MOST
from tests.factories.pages import LOGIN, make_page, make_plain, make_practice
from tests.factories.people import make_user

pytestmark = pytest.mark.usefixtures("site_root")

LIST = "/en/library/list/"


def identifier(page):
    return document_id(page._meta.label_lower, page.pk)


@pytest.fixture
def practice():
    return make_practice(slug="plan", ready=("en", "sr"), headline_en="Release plan", headline_sr="План отпуста")


@pytest.fixture
def standard():
    return make_page(Standard, slug="rules", headline_en="Prison rules", reference="R 1")


def add(client, *pages, **more):
    return client.post(f"{LIST}change/", {"r": [identifier(page) for page in pages], "do": "add", **more})


def take_off(client, *pages):
    return client.post(f"{LIST}change/", {"r": [identifier(page) for page in pages], "do": "remove"})


def titles(client, address=LIST):
    response = client.get(address)
    assert response.status_code == 200
    return [link.get_text() for link in BeautifulSoup(response.text, "html.parser").select(".result h3 a")]


def address_of(*pages, path=LIST):
    return f"{path}?{urlencode([('r', identifier(page)) for page in pages])}"


def test_a_visitor_collects_in_order_and_takes_off(client, practice, standard):
    add(client, standard)
    add(client, practice)
    add(client, standard)
    assert titles(client) == ["Prison rules", "Release plan"]
    take_off(client, standard)
    assert titles(client) == ["Release plan"]
    take_off(client, practice)
    assert titles(client) == []
    assert "The list is empty" in client.get(LIST).text


def test_the_page_has_the_button_and_says_what_is_on_the_list(client, practice):
    assert "Add to reading list" in client.get(practice.url).text
    response = add(client, practice, next=practice.url)
    assert (response.status_code, response["Location"]) == (302, practice.url)
    shown = client.get(practice.url).text
    assert "On your reading list" in shown
    assert "Add to reading list" not in shown


def test_nobody_is_sent_out_of_the_site(client, practice):
    assert add(client, practice, next="//evil.example/")["Location"] == LIST


def test_the_list_of_an_account_is_there_in_another_browser(client, practice, standard, django_user_model):
    add(client, practice)
    user = make_user()
    client.force_login(user)
    add(client, standard)
    assert titles(client) == ["Release plan", "Prison rules"]
    other = type(client)()
    other.force_login(user)
    assert titles(other) == ["Release plan", "Prison rules"]
    # The cookie has done its work: the next person at this computer starts anew.
    client.logout()
    assert titles(client) == []


def test_lists_of_others_are_their_own(client, practice):
    client.force_login(make_user())
    add(client, practice)
    client.force_login(make_user())
    assert titles(client) == []


def test_a_list_is_shared_by_its_address(client, practice, standard):
    address = address_of(standard, practice)
    shown = client.get(address).text
    assert titles(client, address) == ["Prison rules", "Release plan"]
    assert "A shared reading list" in shown
    # Looking at it keeps nothing; the button does.
    assert titles(client) == []
    client.post(f"{LIST}change/", {"r": [identifier(standard), identifier(practice)], "do": "add"})
    assert titles(client) == ["Prison rules", "Release plan"]
    assert "A shared reading list" not in client.get(address).text


@pytest.mark.parametrize(
    "value",
    [
        "",
        "x",
        "practices.goodpractice:",
        "practices.goodpractice:0",
        "accounts.user:1",
        "a:1\x00",
        "practices.goodpractice:" + "9" * 300,
    ],
)
def test_what_is_no_resource_is_left_out(client, practice, value):
    response = client.get(f"{LIST}?{urlencode([('r', value), ('r', identifier(practice))])}")
    assert response.status_code == 200
    assert "Release plan" in response.text
    assert client.post(f"{LIST}change/", {"r": value, "do": "add"}).status_code == 302
    client.cookies["reading_list"] = value.replace("\x00", "")
    assert client.get(LIST).status_code == 200


def test_more_than_fits_is_refused_and_nothing_is_lost(client, practice):
    others = [make_practice() for _ in range(MOST)]
    add(client, *others)
    response = add(client, practice, next=practice.url)
    assert response["Location"] == LIST
    shown = client.get(LIST).text
    assert f"A reading list holds {MOST} resources" in shown
    assert len(titles(client)) == MOST


def test_what_is_closed_or_a_draft_is_not_told(client, practice):
    closed = make_practice(headline_en="Closed words", restricted_to=LOGIN)
    draft = make_practice(headline_en="Draft words", live=False)
    gone = make_practice()
    identifier_of_gone = identifier(gone)
    gone.delete()
    address = f"{address_of(practice, closed, draft)}&r={identifier_of_gone}"
    shown = client.get(address).text
    assert "Closed words" not in shown and "Draft words" not in shown
    assert "3 resources on this list cannot be shown" in shown
    # Neither in the address that is passed on, nor on the list.
    assert str(closed.pk) not in re.findall(r'reading-list__address" href="([^"]+)"', shown)[0].split("goodpractice")
    add(client, closed, draft)
    assert titles(client) == []


def read(data):
    document = pypdfium2.PdfDocument(data)
    try:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    finally:
        document.close()


def test_the_booklet_has_all_of_them_one_after_another(client, practice, standard):
    response = client.get(address_of(standard, practice, path=f"{LIST}booklet/"))
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    pages = read(response.content)
    assert len(pages) == 3
    assert "1. Prison rules" in pages[0] and "2. Release plan" in pages[0]
    assert "Prison rules" in pages[1] and "Release plan" in pages[2]


def test_the_booklet_of_a_reader_of_latin_serbian_is_in_latin(client, practice):
    response = client.get(address_of(practice, path="/sr-latn/library/list/booklet/"))
    text = " ".join(read(response.content))
    assert "Plan otpusta" in text and "Lista za čitanje" in text


def test_the_footnote_stands_once_in_a_booklet(client):
    pages = [make_practice(headline_en=f"Work in Kosovo {number}") for number in range(2)]
    text = " ".join(read(client.get(address_of(*pages, path=f"{LIST}booklet/")).content))
    assert "Work in Kosovo* 0" in text
    assert text.count(note_for("en")) == 1


def test_closed_pages_are_in_no_booklet(client, practice):
    closed = make_practice(headline_en="Closed words", restricted_to=LOGIN)
    response = client.get(address_of(practice, closed, path=f"{LIST}booklet/"))
    assert "Closed words" not in " ".join(read(response.content))
    assert client.get(address_of(closed, path=f"{LIST}booklet/")).status_code == 404


def test_pages_that_are_no_resources_cannot_be_on_a_list(client):
    page = make_plain()
    assert titles(client, address_of(page)) == []


def test_the_number_of_queries_is_the_same_for_one_and_three(client):
    pages = [make_practice() for _ in range(3)]
    counts = []
    for some in (pages[:1], pages):
        address = address_of(*some)
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        counts.append(len(queries))
    assert counts[0] == counts[1]

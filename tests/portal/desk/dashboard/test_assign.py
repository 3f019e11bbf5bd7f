"""Assigning ticked pages."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from portal.accounts import roles
from portal.desk.models import Assignment
from tests.factories.desk import give
from tests.factories.pages import make_plain
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/desk/assign/"


def form_of(response):
    """What a browser would post: hidden fields, and what was typed."""
    assert response.status_code == 200
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    form = soup.select_one("form.desk-section")
    values = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        if field.name == "select":
            chosen = field.select_one("option[selected]")
            values.setdefault(field["name"], []).append(chosen["value"] if chosen else "")
        else:
            values.setdefault(field["name"], []).append(field.get("value", field.get_text().strip()))
    return values


def assigned():
    return sorted(Assignment.objects.values_list("page__draft_title", "language", "assignee__first_name", "due"))


@pytest.fixture
def pages(site_root):
    return [make_plain(headline_en=title) for title in ("One", "Two")]


@pytest.fixture
def opened(client, editor, albanian, pages):
    client.force_login(editor)
    return form_of(
        client.get(ADDRESS, {"language": "sq", "page": [page.pk for page in pages], "next": "/admin/desk/?q=o"})
    )


def test_ticked_pages_are_given_to_a_translator(client, opened, albanian):
    due = timezone.localdate() + timedelta(days=7)
    response = client.post(ADDRESS, {**opened, "assignee": albanian.pk, "due": due.isoformat(), "note": "Soon"})
    assert (response.status_code, response["Location"]) == (302, "/admin/desk/?q=o")
    assert assigned() == [("One", "sq", "Arta", due), ("Two", "sq", "Arta", due)]
    assert "2 translations were given to Arta." in client.get("/admin/desk/").content.decode()


def test_who_translates_into_the_language_is_offered(client, editor, albanian, macedonian, pages):
    make_user(roles.translators("sq"), first_name="Closed", is_active=False)
    client.force_login(editor)
    response = client.get(ADDRESS, {"language": "sq", "page": pages[0].pk})
    options = BeautifulSoup(response.content.decode(), "html.parser").select("#id_assignee option")
    assert [option.get_text() for option in options] == ["Choose…", "Arta", "Edita (you)", "Nobody any more"]


def test_what_is_wrong_is_said_and_what_was_typed_stays(client, opened, albanian):
    response = client.post(ADDRESS, {**opened, "assignee": "", "due": "2001-01-01", "note": "Soon"})
    text = response.content.decode()
    assert ("Choose a translator." in text, "This day is past." in text) == (True, True)
    assert form_of(response) | {"csrfmiddlewaretoken": [""]} == {
        **opened,
        "csrfmiddlewaretoken": [""],
        "due": ["2001-01-01"],
        "note": ["Soon"],
    }
    assert assigned() == []


def test_what_came_in_between_is_shown_before_it_is_replaced(client, opened, pages, albanian):
    give(pages[0], make_user(roles.translators("sq"), first_name="Besa"))
    response = client.post(ADDRESS, {**opened, "assignee": albanian.pk, "note": "Soon"})
    assert assigned() == [("One", "sq", "Besa", None), ("Two", "sq", "Arta", None)]
    again = form_of(response)
    assert "Meanwhile Besa has it." in response.content.decode()
    assert (again["page"], again["assignee"], again["note"]) == ([str(pages[0].pk)], [str(albanian.pk)], ["Soon"])
    client.post(ADDRESS, again)
    assert assigned() == [("One", "sq", "Arta", None), ("Two", "sq", "Arta", None)]


def test_it_is_taken_away(client, editor, albanian, pages):
    give(pages[0], albanian, due=date(2030, 1, 1))
    client.force_login(editor)
    opened = form_of(client.get(ADDRESS, {"language": "sq", "page": pages[0].pk}))
    response = client.post(ADDRESS, {**opened, "assignee": "nobody"}, follow=True)
    assert "The translations are nobody" in response.content.decode()
    assert assigned() == []


@pytest.mark.parametrize(
    "asked", [{}, {"language": "sq"}, {"language": "xx", "page": "1"}, {"language": "sq", "page": "x"}]
)
def test_without_pages_or_language_it_says_what_to_do(client, editor, asked):
    client.force_login(editor)
    response = client.get(ADDRESS, {**asked, "next": "https://elsewhere.example/"}, follow=True)
    assert response.redirect_chain == [("/admin/desk/", 302)]
    assert "Tick the pages first, and choose a language." in response.content.decode()


def test_translators_assign_nothing(client, opened, albanian, pages):
    client.force_login(albanian)
    assert client.get(ADDRESS, {"language": "sq", "page": pages[0].pk}).status_code == 302
    client.post(ADDRESS, {**opened, "assignee": albanian.pk})
    assert assigned() == []

"""One's own translations, and the panel of the administration's first page."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from portal.accounts import roles
from portal.desk.models import Assignment, ReadCount
from tests.factories.desk import give
from tests.factories.pages import make_plain
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/desk/mine/"


def soup(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser")


def lists(response):
    """The titles under each heading."""
    return {
        section.h2.get_text(): [row.th.contents[0].get_text(strip=True) for row in section.select("tbody tr")]
        for section in soup(response).select("section.desk-section")
    }


def days(number):
    return timezone.localdate() + timedelta(days=number)


def test_the_most_overdue_first_and_what_nobody_has_by_need(client, albanian, editor, settings):
    settings.READ_COUNT_DAYS = 90
    for title, due in (("Undated", None), ("Soon", days(2)), ("Late", days(-1)), ("Later", days(9))):
        give(make_plain(headline_en=title), albanian, due=due, note="With care" if title == "Late" else "")
    free, wanted = make_plain(headline_en="Free"), make_plain(headline_en="Wanted")
    ReadCount.objects.create(page=wanted, rendering="sq", reads=5, day=days(0))
    make_plain(headline_en="A draft", live=False)
    make_plain(headline_en="Done", ready=("en", "sq"))
    make_plain(headline_en="Written in it", ready=("sq",), source_language="sq")
    give(free, make_user(roles.translators("mk")), "mk")
    client.force_login(albanian)
    response = client.get(ADDRESS)
    assert lists(response) == {
        "Yours": ["Late", "Soon", "Later", "Undated"],
        "Nobody’s, into Shqip": ["Wanted", "Free"],
    }
    (note,) = soup(response).select(".desk-note")
    assert note.get_text(strip=True) == "With care"
    (link,) = soup(response).select("section p a")
    assert (link.get_text(), set(lists_in_table(client.get(link["href"])))) == (
        "All 2 pages in the table",
        {"Wanted", "Free", "A draft"},
    )


def lists_in_table(response):
    return [row.select_one("th a").get_text(strip=True) for row in soup(response).select("table.desk-table tbody tr")]


def test_what_is_done_but_not_public_says_so(client, albanian):
    page = make_plain(headline_en="About")
    give(page, albanian)
    page.headline_sq, page.readiness_sq, page.based_on_sq = "Rreth nesh", "ready", 1
    page.save_revision()
    client.force_login(albanian)
    assert "Done, waits to be published" in client.get(ADDRESS).content.decode()


def test_it_is_taken_and_given_back_by_buttons(client, albanian):
    page = make_plain(headline_en="About")
    client.force_login(albanian)
    (button,) = soup(client.get(ADDRESS)).select("section form")
    assert client.post(button["action"]).status_code == 302
    assert Assignment.objects.get().assignee == albanian
    response = client.get(ADDRESS)
    assert lists(response) == {"Yours": ["About"], "Nobody’s, into Shqip": []}
    (button,) = soup(response).select("section form")
    response = client.post(button["action"], follow=True)
    assert not Assignment.objects.exists()
    assert "You have given it back." in response.content.decode()
    assert "not yours any more" in client.post(button["action"], follow=True).content.decode()
    assert client.get(f"/admin/desk/{page.pk}/sq/take/").status_code == 405
    assert client.post(f"/admin/desk/{page.pk}/xx/take/").status_code == 404


def test_the_number_of_queries_does_not_depend_on_what_there_is(client, albanian):
    client.force_login(albanian)
    for address in (ADDRESS, "/admin/"):
        client.get(address)
    numbers = []
    for more in (1, 2):
        for _number in range(more):
            give(make_plain(), albanian)
            make_plain()
        for address in (ADDRESS, "/admin/"):
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            numbers.append(len(queries))
    assert numbers[:2] == numbers[2:]
    assert numbers[:2] == [28, 30]


# The first page --------------------------------------------------------------------------------------------------


def numbers(response):
    rows = soup(response).select("table.desk-numbers tbody tr")
    return {row.th.get_text(): [cell.get_text(" ", strip=True) for cell in row.select("td")] for row in rows}


def test_an_editor_sees_all_languages_and_a_translator_their_own(client, editor, albanian):
    make_plain(ready=("en", "sq"), source_version=2)
    make_plain(headline_mk="Наслов")
    home = ["0", "0", "0", "1 Ready", "0"]
    client.force_login(editor)
    assert numbers(client.get("/admin/")) == {
        "English": ["0", "0", "0", "3 Ready", "0"],
        "Shqip": ["1 Missing", "0", "0", "1 Ready", "1 Outdated"],
        "Bosanski": ["2 Missing", *home[1:]],
        "Crnogorski": ["2 Missing", *home[1:]],
        "Македонски": ["1 Missing", "1 In work", "0", "1 Ready", "0"],
        "Српски": ["2 Missing", *home[1:]],
    }
    client.force_login(albanian)
    assert numbers(client.get("/admin/")) == {"Shqip": ["1 Missing", "0", "0", "1 Ready", "1 Outdated"]}


def test_a_number_leads_to_the_pages_that_are_counted(client, albanian):
    make_plain(headline_en="About")
    client.force_login(albanian)
    (link,) = [link for link in soup(client.get("/admin/")).select("table.desk-numbers a") if "Missing" in link.text]
    assert lists_in_table(client.get(link["href"])) == ["About"]


def test_the_next_five_of_ones_own(client, albanian):
    for number in range(6):
        give(make_plain(headline_en=f"Page {number}"), albanian, due=days(number))
    client.force_login(albanian)
    items = soup(client.get("/admin/")).select(".desk-next li a")
    assert [item.get_text() for item in items] == [f"Page {number}" for number in range(5)]


def test_who_translates_nothing_sees_nothing_of_it(client, site_root):
    client.force_login(make_user(is_staff=True))
    assert client.get(ADDRESS).status_code == 302

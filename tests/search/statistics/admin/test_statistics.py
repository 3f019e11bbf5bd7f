"""The report of the search statistics, as editors get it."""

from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from wagtail.users.models import UserProfile

from portal.accounts import roles
from portal.core.languages.catalogue import BY_CODE
from portal.core.status_note.notes import note_for
from tests.factories.pages import make_practice
from tests.factories.people import make_group, make_user

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/reports/search/"


@pytest.fixture
def editor(client, site_root):
    client.force_login(make_user(roles.EDITORS))
    return client


def soup(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser")


def rows(response, key):
    """The cells of one table of the page."""
    found = soup(response).select(f"section[aria-labelledby={key}] tbody tr")
    return [[" ".join(cell.get_text().split()) for cell in row.find_all("td")] for row in found]


def lines(response):
    return b"".join(response.streaming_content).decode().splitlines()


def export(client, table, kind="csv", **parameters):
    return client.get(ADDRESS, {"table": table, "export": kind, **parameters})


# What it says ----------------------------------------------------------------------------------------------------


def test_words_are_listed_by_language_with_what_came_of_them(editor, searched):
    searched("release", searches=2, clicks=1, ranks=4)
    searched("lirim", rendering="sq", days=(0, 1, 2), found_nothing=1)
    response = editor.get(ADDRESS)
    assert rows(response, "searched") == [
        ["release", "English", "4", "0", "2", "4.0"],
        ["lirim", "Shqip", "3", "3", "0", ""],
    ]
    assert rows(response, "in-vain") == [["lirim", "Shqip", "3", "3", "Add a synonym"]]
    assert rows(response, "never-opened") == []


def test_what_was_found_but_never_opened(editor, searched):
    searched("leave", searches=2, found_nothing=1)
    searched("release", clicks=1, ranks=1)
    searched("nonsense", found_nothing=1)
    assert rows(editor.get(ADDRESS), "never-opened") == [["leave", "English", "4"]]


def test_a_synonym_is_added_with_word_and_language_filled_in(editor, searched):
    searched("kazamat & tamnica", rendering="sr-latn", found_nothing=1)
    link = soup(editor.get(ADDRESS)).find("a", string="Add a synonym")
    assert link["href"].endswith("/equivalentterms/add/?sr=kazamat+%26+tamnica")
    form = soup(editor.get(link["href"]))
    assert form.find("textarea", {"name": "terms_sr"}).get_text().strip() == "kazamat & tamnica"


def test_a_word_opens_the_search_for_it(editor, searched):
    searched("затвор", rendering="mk")
    link = soup(editor.get(ADDRESS)).find("a", string=lambda text: text and "затвор" in text)
    assert link["href"] == "/mk/library/?q=%D0%B7%D0%B0%D1%82%D0%B2%D0%BE%D1%80"


def test_it_is_narrowed_by_language_and_period(editor, searched):
    searched("release", days=(0, 6, 7, 40, 100))
    searched("lirim", rendering="sq")
    assert rows(editor.get(ADDRESS, {"rendering": "en", "days": "7"}), "searched")[0][:3] == ["release", "English", "2"]
    assert [row[2] for row in rows(editor.get(ADDRESS, {"days": "90"}), "searched")] == ["4", "2"]
    assert [row[2] for row in rows(editor.get(ADDRESS, {"days": "365", "rendering": "en"}), "searched")] == ["5"]


@pytest.mark.parametrize("parameters", [{}, {"days": "31", "rendering": "xx"}, {"days": "\0", "rendering": "\0"}])
def test_what_makes_no_sense_is_as_if_it_were_not_asked_for(editor, searched, parameters):
    searched("release", days=(0, 29, 30))
    page = soup(editor.get(ADDRESS, parameters))
    chosen = [option["value"] for option in page.select("form.statistics-scope option[selected]")]
    assert chosen == ["", "30"]
    assert rows(editor.get(ADDRESS, parameters), "searched")[0][2] == "2"


def test_weeks_have_a_bar_and_none_is_left_out(editor, searched):
    searched("release", days=(0, 28), searches=10)
    table = soup(editor.get(ADDRESS, {"days": "30"})).select("section[aria-labelledby=weeks] tbody tr")
    numbers = [row.select_one(".statistics-bar__number").get_text() for row in table]
    assert len(numbers) in (5, 6)
    assert sorted(numbers) == ["0"] * (len(numbers) - 2) + ["10"] * 2
    assert len(soup(editor.get(ADDRESS)).select(".statistics-bar__length--20")) == 2
    assert soup(editor.get(ADDRESS)).select("main [style]") == []


def test_resources_are_named_in_the_editors_language_with_their_mean_place(editor, searched, opened):
    searched("release")
    make = {"headline_en": "Leave planning", "headline_sq": "Planifikimi i lejes", "ready": ("en", "sq")}
    opened(make_practice(**make), clicks=4, ranks=10)
    opened(make_practice(headline_en="Release from Kosovo"), clicks=5, ranks=5)
    assert rows(editor.get(ADDRESS), "opened") == [["Release from Kosovo*", "5", "1.0"], ["Leave planning", "4", "2.5"]]


def test_without_any_search_it_says_so(editor):
    response = editor.get(ADDRESS)
    assert soup(response).select("section") == []
    assert "Nothing was searched for in this period." in response.content.decode()


# What it does not say --------------------------------------------------------------------------------------------


def everything_told(client):
    """The page in each period, and all files."""
    told = "".join(client.get(ADDRESS, {"days": days}).content.decode() for days in (7, 30, 90, 365))
    for table in ("searched", "in-vain", "never-opened", "opened", "weeks"):
        told += "\n".join(lines(export(client, table, days=365)))
        for row in load_workbook(BytesIO(b"".join(export(client, table, "xlsx", days=365)))).active.values:
            told += " ".join(map(str, row))
    return told


def test_rare_words_are_named_nowhere(editor, searched):
    searched("somebody's name", days=(3,), searches=2, found_nothing=2)
    searched("zanzibar", days=(3,), searches=3)
    told = everything_told(editor)
    assert ("somebody" in told, "zanzibar" in told) == (False, True)
    assert "5 searches; without their words: 2" in " ".join(soup(editor.get(ADDRESS)).get_text().split())


def test_the_same_rare_words_on_a_second_day_are_words(editor, searched):
    searched("zanzibar", days=(0,), rendering="sq")
    assert "zanzibar" not in everything_told(editor)
    searched("zanzibar", days=(300,), rendering="mk")
    assert rows(editor.get(ADDRESS), "searched") == [["zanzibar", "Shqip", "1", "0", "0", ""]]


def test_personal_data_are_named_nowhere(client, editor, searched):
    for address in ("192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4"):
        client.get("/en/library/", {"q": "someone@example.org 0101990710006"}, REMOTE_ADDR=address)
    told = everything_told(editor)
    assert ("someone" in told, "0101990" in told) == (False, False)
    assert "1 search; without its words: 1" in " ".join(soup(editor.get(ADDRESS)).get_text().split())


def test_a_closed_resource_is_named_to_those_only_who_may_see_it(editor, client, searched, opened):
    searched("release")
    group = make_group("Members")
    opened(make_practice(headline_en="Zanzibarian protocol", restricted_to=group), clicks=9, ranks=9)
    opened(make_practice(headline_en="Zanzibarian draft", live=False), clicks=9, ranks=9)
    opened(make_practice(headline_en="Open plan"), clicks=1, ranks=1)
    told = everything_told(editor)
    assert ("Zanzibarian" in told, "Open plan" in told) == (False, True)
    client.force_login(make_user(roles.EDITORS, group))
    told = everything_told(client)
    assert ("Zanzibarian protocol" in told, "Zanzibarian draft" in told) == (True, False)


@pytest.mark.parametrize("role", [roles.focal_points("AL"), roles.translators("sq"), roles.NETWORK_MEMBERS])
def test_others_do_not_get_it(client, site_root, searched, role):
    searched("release")
    client.force_login(make_user(role))
    for response in (client.get(ADDRESS), export(client, "searched"), export(client, "searched", "xlsx")):
        assert response.status_code == 302
    assert ADDRESS not in client.get("/admin/", follow=True).content.decode()


def test_editors_and_administrators_find_it_in_the_menu(client, site_root):
    for role in (roles.EDITORS, roles.ADMINISTRATORS):
        client.force_login(make_user(role))
        assert ADDRESS in client.get("/admin/").content.decode()


# Files -----------------------------------------------------------------------------------------------------------


def test_a_table_is_exported_whole(editor, searched):
    for number in range(25):
        searched(f"word {number:02}")
    assert len(rows(editor.get(ADDRESS), "searched")) == 20
    found = lines(export(editor, "searched"))
    assert found[0] == "Words,Language,Searches,Found nothing,Results opened,Mean place in the list"
    assert found[1:] == [f"word {number:02},English,2,0,0," for number in range(25)]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_no_cell_is_a_formula(editor, searched, kind):
    for text in ("=1+1", "+cmd", "-2", "@sum(a1)"):
        searched(text)
    response = export(editor, "searched", kind)
    if kind == "csv":
        cells = [line.split(",")[0] for line in lines(response)[1:]]
    else:
        sheet = load_workbook(BytesIO(b"".join(response))).active
        cells = [row[0].value for row in sheet.iter_rows(min_row=2)]
        assert {cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row[:2]} == {"s"}
    assert cells == ["'+cmd", "'-2", "'=1+1", "'@sum(a1)"]


@pytest.mark.parametrize("code", ["en", "sq", "sr-latn"])
def test_a_file_carries_the_status_mark_and_the_note_once(editor, searched, opened, code):
    user = make_user(roles.EDITORS)
    UserProfile.objects.create(user=user, preferred_language=code)
    editor.force_login(user)
    opened(make_practice(headline_sr="Затвори на Косову", ready=("sr",)), clicks=1, ranks=1)
    found = lines(export(editor, "opened"))
    title = {"en": "Затвори на Косову*", "sq": "Затвори на Косову*", "sr-latn": "Zatvori na Kosovu*"}[code]
    assert found[1].startswith(f"{title},1,1")
    assert len(found) == 3
    assert note_for(BY_CODE[code].code) in found[2]


def test_a_table_that_is_none_is_not_found(editor):
    assert export(editor, "x").status_code == 404


# Cost ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 3])
def test_it_asks_the_same_of_the_database_however_much_there_is(editor, searched, opened, number):
    for position in range(number):
        searched(f"word {position}", found_nothing=1)
        opened(make_practice(), clicks=1, ranks=1)
    editor.get(ADDRESS)
    with CaptureQueriesContext(connection) as context:
        editor.get(ADDRESS)
    assert len(context) == 26

"""The table of all pages: what stands in it, what it is narrowed and sorted by, and who sees which of it."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from itertools import islice

import pytest
from bs4 import BeautifulSoup
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import Page

from portal.desk.models import ReadCount
from portal.website.models import HomePage, PlainPage
from tests.factories.desk import give, make_translator_below
from tests.factories.pages import make_news, make_plain, make_practice, restrict
from tests.factories.people import make_group

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/desk/"


def soup(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser")


def rows(response):
    """The title of each page with the words of its six cells."""
    found = {}
    for row in soup(response).select("table.desk-table tbody tr"):
        title = row.select_one("th a").get_text(strip=True)
        found[title] = [" ".join(cell.get_text(" ", strip=True).split()) for cell in row.select("td.desk-language")]
    return found


def titles(client, **choices):
    return list(rows(client.get(ADDRESS, choices)))


@pytest.fixture
def editing(client, editor):
    """The home page is left out, which is ready in all languages: it is at the end of every table."""
    HomePage.objects.update(headline_en="Continuum")
    client.force_login(editor)
    return client


# What stands in it -----------------------------------------------------------------------------------------------


def test_each_language_of_each_page_with_its_state(editing, albanian):
    page = make_plain(ready=("en", "sq"), overview=("bs",), headline_en="About", headline_cnr="O portalu")
    page.source_version, page.based_on_bs = 2, 2
    page.needs_review_bs = True
    page.save()
    give(page, albanian, due=timezone.localdate() - timedelta(days=1))
    found = rows(editing.get(ADDRESS, {"q": "About"}))
    yesterday = timezone.localdate() - timedelta(days=1)
    assert found == {
        "About": [
            "Ready (English) source",
            f"Outdated (Shqip) What changed (Shqip) Arta Overdue since {yesterday:%d/%m/%Y}",
            "Title and summary (Bosanski) to be reviewed",
            "In work (Crnogorski)",
            "Missing (Македонски)",
            "Missing (Српски)",
        ]
    }


def test_what_a_draft_will_change_is_marked(editing):
    page = make_plain(headline_en="About")
    page.headline_sq, page.readiness_sq, page.based_on_sq = "Rreth nesh", "ready", 1
    page.save_revision()
    make_plain(headline_en="Not yet", live=False)
    response = editing.get(ADDRESS)
    assert rows(response)["About"][1] == "Missing (Shqip) In the draft: Ready"
    marks = {row.a.get_text(strip=True): row.select(".w-status") for row in soup(response).select("th.desk-page")}
    assert {title: [mark.get_text() for mark in found] for title, found in marks.items()} == {
        "About": ["unpublished changes"],
        "Not yet": ["not published"],
        "Continuum": [],
    }


def test_a_translator_opens_and_takes_their_own_language_only(client, albanian):
    page = make_plain(headline_en="About")
    client.force_login(albanian)
    response = client.get(ADDRESS, {"q": "About"})
    (row,) = soup(response).select("table.desk-table tbody tr")
    assert [link["href"] for link in row.select("a.desk-state")] == [f"/admin/translate/{page.pk}/sq/"]
    assert [form["action"] for form in row.select("form")] == [f"/admin/desk/{page.pk}/sq/take/"]
    assert soup(response).select("#desk-ticked, .desk-tick") == []


def test_hostile_titles_are_only_text(editing):
    make_plain(headline_en="<script>alert(1)</script>")
    assert "<script>alert(1)" not in editing.get(ADDRESS).content.decode()


# Narrowed and sorted ---------------------------------------------------------------------------------------------


@pytest.fixture
def many(site_root, editor, albanian, macedonian):
    """Three pages, the first of which is Arta's and overdue, and the second Marko's without a date."""
    one = make_practice(headline_en="One", ready=("en", "sq"))
    type(one).objects.filter(pk=one.pk).update(source_version=2)
    two = make_plain(headline_en="Two", needs_review_sq=True, headline_sq="Dy")
    three = make_plain(two, headline_en="Three", headline_mk="Три")
    give(one, albanian, due=timezone.localdate() - timedelta(days=1))
    give(two, macedonian, "mk")
    return [one, two, three]


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({"language": "sq", "state": "outdated"}, {"One"}),
        ({"language": "sq", "state": "draft"}, {"Two"}),
        ({"language": "sq", "state": "to-do"}, {"One", "Two", "Three"}),
        ({"language": "en", "state": "to-do"}, set()),
        ({"state": "outdated"}, {"One"}),
        ({"state": "draft"}, {"Two", "Three"}),
        ({"review": "on"}, {"Two"}),
        ({"review": "on", "language": "mk"}, set()),
        ({"review": "on", "state": "draft"}, {"Two"}),
        ({"kind": "goodpractice"}, {"One"}),
        ({"assigned": "nobody"}, {"Three"}),
        ({"assigned": "nobody", "language": "mk"}, {"One", "Three"}),
        ({"assigned": "somebody"}, {"One", "Two"}),
        ({"assigned": "me"}, set()),
        ({"due": "overdue"}, {"One"}),
        ({"due": "soon"}, set()),
        ({"due": "dated"}, {"One"}),
        ({"due": "undated"}, {"Two"}),
        ({"due": "overdue", "language": "mk"}, set()),
        ({"q": "Три"}, {"Three"}),
        ({"language": "xx", "state": "nonsense", "section": "x", "assigned": "\0"}, {"One", "Two", "Three"}),
    ],
)
def test_it_is_narrowed(editing, many, choices, expected):
    found = set(titles(editing, **choices))
    assert found & {"One", "Two", "Three"} == expected


def test_it_is_narrowed_to_a_section_and_to_a_person(editing, many, albanian):
    assert titles(editing, section=many[1].pk) == ["Two", "Three"]
    assert titles(editing, assigned=albanian.pk) == ["One"]
    options = soup(editing.get(ADDRESS)).select("#id_assigned option")
    assert [one.get_text() for one in options] == ["All", "Me", "Nobody", "Somebody", "Arta", "Marko"]


def test_the_most_needed_comes_first(editing, many, settings):
    settings.READ_COUNT_DAYS = 90
    today = timezone.localdate()
    for page, rendering, reads in zip(many, ("mk", "sr-latn", "sq"), (3, 5, 1), strict=True):
        ReadCount.objects.create(page=page, rendering=rendering, reads=reads, day=today)
    ReadCount.objects.create(page=many[0], rendering="en", reads=1000, day=today)
    asked = {"assigned": "", "q": ""}
    assert [one for one in titles(editing, **asked) if one in ("One", "Two", "Three")] == ["Two", "One", "Three"]
    assert titles(editing, language="sq", state="to-do")[0] == "Three"
    assert titles(editing, ordering="need", state="to-do", language="mk")[-1] == "One"
    by_title = titles(editing, ordering="draft_title")
    assert by_title == sorted(by_title)


# Who sees what ---------------------------------------------------------------------------------------------------


def test_pages_that_somebody_does_not_work_on_are_nowhere(client, editor, albanian):
    section = make_plain(headline_en="Section")
    make_plain(section, headline_en="Theirs")
    closed = make_practice(headline_en="Zanzibarian protocol")
    restrict(closed, make_group("Members"))
    give(closed, albanian)
    client.force_login(make_translator_below(section))
    for address in (ADDRESS, f"{ADDRESS}?export=csv", f"{ADDRESS}?assigned=somebody", "/admin/", f"{ADDRESS}mine/"):
        response = client.get(address)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        assert "Zanzibarian" not in content.decode(), address
        assert "Arta" not in content.decode(), address
    assert set(titles(client)) == {"Section", "Theirs"}
    numbers = soup(client.get("/admin/")).select("table.desk-numbers tbody td")
    assert [number.get_text(" ", strip=True) for number in numbers] == ["2 Missing", "0", "0", "0", "0"]
    for address in (f"{ADDRESS}{closed.pk}/sq/changes/",):
        assert client.get(address).status_code == 404
    assert client.post(f"{ADDRESS}{closed.pk}/sq/take/").status_code == 404
    options = soup(client.get(ADDRESS)).select("#id_section option")
    assert [one.get_text() for one in options] == ["All", "– Section"]


# How much it costs -----------------------------------------------------------------------------------------------


def number_of_queries(client, address=ADDRESS, **choices):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address, choices).status_code == 200
    return len(queries)


def test_the_number_of_queries_does_not_depend_on_the_pages(editing, albanian, settings):
    settings.READ_COUNT_DAYS = 90
    editing.get(ADDRESS)
    numbers = []
    for more in (1, 2):
        for _number in range(more):
            page = make_practice(ready=("en", "sq"))
            page.headline_mk = "Наслов"
            page.save_revision()
            give(page, albanian)
            ReadCount.objects.create(page=page, rendering="mk", reads=1, day=timezone.localdate())
        numbers.append(number_of_queries(editing))
    assert numbers == [20, 20]


def test_nor_with_two_thousand_pages(editing, albanian, settings):
    settings.READ_COUNT_DAYS = 90
    make_many(2000)
    give(Page.objects.filter(slug="many-7").get(), albanian)
    narrowed = {"language": "sq", "state": "missing", "assigned": "nobody", "q": "many"}
    assert [number_of_queries(editing), number_of_queries(editing, **narrowed)] == [20, 20]
    response = editing.get(ADDRESS, narrowed)
    assert soup(response).select_one("h2[role=status]").get_text() == "1999 pages"
    assert len(rows(response)) == 25


def make_many(number):
    """As many plain pages, made in bulk: what lists of the portal need of them and no more."""
    home = HomePage.objects.get()
    kind = ContentType.objects.get_for_model(PlainPage)
    Page.objects.bulk_create(
        Page(
            title=f"Many {one}",
            draft_title=f"Many {one}",
            slug=f"many-{one}",
            content_type=kind,
            depth=home.depth + 1,
            path=f"{home.path}{Page._int2str(5000 + one).rjust(4, '0')}",
            url_path=f"{home.url_path}many-{one}/",
            locale_id=home.locale_id,
        )
        for one in range(number)
    )
    values = {"headline_en": "Many", "readiness_en": "ready"}
    # Django makes no models of two tables in bulk; each table by itself it can.
    rows = [PlainPage(page_ptr_id=page.pk, **values) for page in Page.objects.filter(slug__startswith="many-")]
    fields = PlainPage._meta.local_concrete_fields
    waiting = iter(rows)
    while some := list(islice(waiting, connection.ops.bulk_batch_size(fields, rows))):
        PlainPage._base_manager._insert(some, fields=fields, using=connection.alias)


# As a file -------------------------------------------------------------------------------------------------------


def test_it_is_taken_away_as_a_spreadsheet_without_formulas(editing, albanian):
    page = make_plain(headline_en="=1+1")
    make_news(headline_en="Visits in Kosovo")
    give(page, albanian, due=timezone.localdate())
    response = editing.get(ADDRESS, {"export": "csv", "ordering": "draft_title", "assigned": "", "q": "i"})
    lines = list(csv.reader(io.StringIO(b"".join(response.streaming_content).decode())))
    assert lines[0] == [
        *("Page", "Type of page", "Section", "English", "Shqip", "Bosanski", "Crnogorski", "Македонски", "Српски"),
        "Need",
    ]
    assert "Visits in Kosovo*" in [line[0] for line in lines]
    assert lines[-1][0].startswith("* ")
    response = editing.get(ADDRESS, {"export": "xlsx", "q": "=1+1"})
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [
        [
            "'=1+1",
            "Plain page",
            "Continuum",
            "Ready",
            f"Missing; Arta; {timezone.localdate().isoformat()}",
            *(["Missing"] * 4),
            0,
        ]
    ]

"""The reports on pages and files: what stands in them, for whom, and how they leave."""

from datetime import timedelta
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import ReferenceIndex

from portal.accounts import roles
from portal.desk.findings.keeping import keep_findings
from portal.desk.models import CheckedAddress, Kind
from tests.factories.files import make_document, make_image
from tests.factories.pages import make_news, make_plain, make_practice
from tests.factories.people import make_user
from tests.portal.desk.conftest import rows

pytestmark = pytest.mark.django_db

OVERVIEW = "/admin/reports/to-do/"


def report(kind):
    return f"/admin/reports/pages/{kind.value}/"


def found(page):
    keep_findings(page)
    return page


def links(response):
    """Where the first cells lead."""
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    return [row.a["href"] for row in soup.select("table.listing tbody tr")]


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def test_reviews_that_are_due_the_oldest_first(editor):
    for title, days in (("Soon", 20), ("Later", 100), ("Overdue", -5)):
        reviewed = in_days(days - 730)
        found(make_practice(headline_en=title, last_reviewed_on=reviewed, next_review_on=in_days(days)))
    assert [(cells[0], cells[3]) for cells in rows(editor.get(report(Kind.REVIEW)))] == [
        ("Overdue", "overdue"),
        ("Soon", ""),
    ]
    asked = {
        days: [row[0] for row in rows(editor.get(report(Kind.REVIEW), {"due": days}))] for days in ("overdue", "365")
    }
    assert asked == {"overdue": ["Overdue"], "365": ["Overdue", "Soon", "Later"]}


def test_outdated_languages_and_the_way_to_them(editor):
    page = found(make_plain(ready=("en", "mk"), headline_en="Leave", source_version=2))
    response = editor.get(report(Kind.OUTDATED))
    assert rows(response) == [["Leave", "Plain page", "Македонски"]]
    assert [link.partition("#")[0] for link in links(response)] == [f"/admin/pages/{page.pk}/edit/?language=mk"]


def test_what_is_missing_is_named_in_the_words_of_the_form(editor):
    found(make_practice(live=False, headline_en="Release", agencies=[]))
    asked = rows(editor.get(report(Kind.MISSING), {"status": "draft"}))
    assert asked == [["Release", "Good practice", "Agencies"]]
    assert rows(editor.get(report(Kind.MISSING), {"status": "live"})) == []


def test_pictures_lead_to_their_form(editor):
    image = make_image("Gate", alternative_text_en="A gate")
    found(make_news(live=False, headline_en="News", ready=("en", "sq"), image=image))
    response = editor.get(report(Kind.PICTURE))
    assert rows(response) == [["News", "News", "Gate", "Shqip"]]
    assert f'href="/admin/images/{image.pk}/"' in response.content.decode()


def test_links_with_what_is_wrong(editor):
    CheckedAddress.objects.create(url="https://example.org/x", answer="gone", checked_at=timezone.now())
    draft = make_plain(live=False)
    html = f'<p><a href="https://example.org/x">x</a> <a linktype="page" id="{draft.pk}">the plan</a></p>'
    found(make_plain(headline_en="Leave", body_en=[("paragraph", html)]))
    assert sorted(row[2:] for row in rows(editor.get(report(Kind.LINK)))) == [
        ["Text (English)", "https://example.org/x", "There is no such page"],
        ["Text (English)", "the plan", "Leads nowhere, for some readers or for all"],
    ]


def test_numbers_in_pages_and_files_without_the_number(editor):
    document = make_document("List", pages=("0101990710008",))
    page = make_plain(live=False, headline_en="Leave", summary_en="0101990710008", attachments=[("file", document)])
    found(page)
    response = editor.get(report(Kind.NUMBER))
    assert sorted(row[2:] for row in rows(response)) == [["", "List"], ["Summary (English)", ""]]
    assert "0101990710008" not in response.content.decode()


def test_a_report_is_filtered_by_language(editor):
    found(make_plain(ready=("en", "mk", "sq"), headline_en="Leave", source_version=2))
    assert [row[2] for row in rows(editor.get(report(Kind.OUTDATED), {"language": "sq"}))] == ["Shqip"]
    assert len(rows(editor.get(report(Kind.OUTDATED), {"language": "nonsense"}))) == 2


def test_an_empty_report_says_so(editor):
    assert "Nothing is to be done here." in editor.get(report(Kind.LINK)).content.decode()


def test_files_that_nothing_refers_to(editor):
    used, _unused = make_document("Used"), make_document("Unused")
    page = make_plain(attachments=[("file", used)])
    ReferenceIndex.create_or_update_for_object(page)
    make_image("Unseen")
    assert [row[0] for row in rows(editor.get("/admin/reports/unused/documents/"))] == ["Unused"]
    assert [row[0] for row in rows(editor.get("/admin/reports/unused/images/"))] == ["Unseen"]


# The overview ----------------------------------------------------------------------------------------------------


def counts(response):
    return {row[0]: row[1] for row in rows(response)}


def test_the_overview_counts_pages_not_findings(editor):
    found(make_plain(ready=("en", "mk", "sq"), source_version=2))
    found(make_practice(next_review_on=in_days(100)))
    make_document()
    said = counts(editor.get(OVERVIEW))
    assert (said["Outdated translations"], said["Reviews due"], said["Documents that are not used"]) == ("1", "0", "1")
    assert "1 page" in editor.get("/admin/").content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_depend_on_how_much_there_is(editor, number):
    for position in range(number):
        image, document = make_image(f"Image {position}"), make_document(pages=("0101990710008",))
        page = make_news(live=False, ready=("en", "sq"), image=image, attachments=[("file", document)])
        found(page)
    asked = {}
    for address in (OVERVIEW, report(Kind.PICTURE), report(Kind.NUMBER), "/admin/reports/unused/images/"):
        editor.get(address)
        with CaptureQueriesContext(connection) as context:
            editor.get(address)
        asked[address] = len(context)
    assert list(asked.values()) == [21, 16, 16, 14]


# As a spreadsheet ------------------------------------------------------------------------------------------------


def test_a_spreadsheet_has_no_formulas_and_the_footnote(editor):
    found(make_plain(headline_en="=1+1", ready=("en", "mk"), source_version=2))
    found(make_plain(headline_en="Leave in Kosovo", ready=("en", "sq"), source_version=2))
    csv = b"".join(editor.get(report(Kind.OUTDATED), {"export": "csv"}).streaming_content).decode()
    lines = csv.splitlines()
    assert lines[:3] == ["Page,Type,Language", "'=1+1,Plain page,Македонски", "Leave in Kosovo*,Plain page,Shqip"]
    assert lines[3].startswith('"* ')
    file = BytesIO(b"".join(editor.get(report(Kind.OUTDATED), {"export": "xlsx"}).streaming_content))
    assert [cell.value for cell in load_workbook(file).active["A"]][:3] == ["Page", "'=1+1", "Leave in Kosovo*"]


# Who may see what ------------------------------------------------------------------------------------------------


def test_nobody_is_told_of_pages_they_do_not_work_on(works_below):
    own = make_plain(headline_en="Own", ready=("en", "sq"), source_version=2)
    found(own)
    image = make_image("Zanzibarian picture")
    for page in (
        make_plain(headline_en="Zanzibarian", ready=("en", "sq"), source_version=2),
        make_news(live=False, headline_en="Zanzibarian news", image=image),
    ):
        found(page)
    client = Client()
    client.force_login(works_below(own))
    assert rows(client.get(report(Kind.OUTDATED))) == [["Own", "Plain page", "Shqip"]]
    told = [client.get(report(kind)).content for kind in Kind]
    told += [b"".join(client.get(report(kind), {"export": "csv"}).streaming_content) for kind in Kind]
    told += [client.get(address).content for address in (OVERVIEW, "/admin/", "/admin/reports/unused/images/")]
    assert not any(b"Zanzibarian" in answer for answer in told)
    said = counts(client.get(OVERVIEW))
    assert (said["Outdated translations"], said["Pictures without an alternative text"]) == ("1", "0")


def test_who_works_on_no_page_gets_none(client, site_root):
    client.force_login(make_user(roles.focal_points("AL")))
    assert {client.get(address).status_code for address in (OVERVIEW, *map(report, Kind))} == {302}
    assert OVERVIEW not in client.get("/admin/").content.decode()

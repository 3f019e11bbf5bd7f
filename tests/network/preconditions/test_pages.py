"""Preconditions of co-operation: the matrix, one report, the form, the spreadsheet."""

import io
from datetime import date

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from network.models import PreconditionReport, PreconditionState
from network.services.preconditions import report
from portal.accounts.roles import EDITORS, focal_points
from portal.vocabulary.models.taxonomy import FacetCode
from tests.factories.network import make_precondition
from tests.factories.people import make_user
from tests.factories.vocabulary import NAMES, make_beneficiary, make_term

pytestmark = pytest.mark.usefixtures("site_root")

FORM = "/en/preconditions/database/albania/report/"


@pytest.fixture
def need():
    for code in NAMES:
        make_beneficiary(code)
    return make_precondition("database", "A joint database")


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content.decode(), "html.parser")


def cells(html):
    return {
        cell.select_one(".table__label").get_text(): cell.a.find(string=True, recursive=False).strip()
        for cell in html.select("tbody td")
    }


def tell(need, code="AL", **values):
    given = {
        "state": PreconditionState.PLANNED,
        "evidence": "",
        "language": "",
        "owner": None,
        "as_of": date(2026, 1, 2),
    }
    current = PreconditionReport.objects.current().filter(precondition=need, beneficiary__code=code).first()
    return report(
        precondition=need,
        beneficiary=make_beneficiary(code),
        values=given | values,
        made_by=None,
        seen=current.pk if current else None,
    )


def posted(**values):
    return {"state": "in_place", "evidence": "", "language": "", "owner": "", "as_of": "2026-02-03", **values}


def test_without_needs_the_page_says_so(client):
    assert read(client, "/en/preconditions/").select_one(".empty h2").get_text() == (
        "No preconditions are written down yet"
    )


def test_the_matrix_is_alphabetical_and_what_is_not_reported_is_not_no(client, need):
    tell(need, "RS")
    html = read(client, "/en/preconditions/")
    assert list(cells(html).items()) == [
        ("Albania", "Not reported"),
        ("Bosnia and Herzegovina", "Not reported"),
        ("Kosovo*", "Not reported"),
        ("Montenegro", "Not reported"),
        ("North Macedonia", "Not reported"),
        ("Serbia", "Planned"),
    ]
    assert len(html.select("td .none")) == 5


def test_a_focal_point_reports_for_their_beneficiary_only(client, need):
    agency = make_term(FacetCode.AGENCY, "probation")
    client.force_login(make_user(Group.objects.get(name=focal_points("AL"))))
    assert client.get("/en/preconditions/database/serbia/report/").status_code == 404
    assert client.post("/en/preconditions/database/serbia/report/", posted()).status_code == 404
    response = client.post(FORM, posted(evidence="Ligji 1", language="sq", owner=agency.pk), follow=True)
    html = BeautifulSoup(response.content.decode(), "html.parser")
    assert [(row.dt.get_text(), row.dd.get_text(strip=True)) for row in html.select("dl.glance > div")][:5] == [
        ("State", "In place"),
        ("Who sees to it", "probation"),
        ("Evidence", "Ligji 1"),
        ("Language of the evidence", "Shqip"),
        ("As of", "3 February 2026"),
    ]
    assert html.select_one("dd[lang]")["lang"] == "sq"


def test_the_history_stays(client, need):
    tell(need)
    tell(need, state=PreconditionState.IN_PLACE)
    tell(need, state=PreconditionState.IN_PLACE)
    tell(need, state=PreconditionState.NOT_REPORTED)
    html = read(client, "/en/preconditions/database/albania/")
    assert [row.dd.get_text(strip=True) for row in html.select("dl.glance > div") if row.dt.get_text() == "State"] == [
        "Not reported",
        "In place",
        "Planned",
    ]
    assert cells(read(client, "/en/preconditions/"))["Albania"] == "Not reported"


def test_two_who_report_at_once_lose_nothing(client, need):
    client.force_login(make_user(Group.objects.get(name=EDITORS)))
    seen = read(client, FORM).select_one("[name=seen]").get("value", "")
    tell(need)
    response = client.post(FORM, posted(seen=seen, evidence="My text", language="en"))
    html = BeautifulSoup(response.content.decode(), "html.parser")
    assert html.select_one("textarea").get_text(strip=True) == "My text"
    assert html.select_one("[role=alert] li").get_text().startswith("Somebody else has reported meanwhile")
    again = html.select_one("[name=seen]")["value"]
    assert client.post(FORM, posted(seen=again, evidence="My text", language="en")).status_code == 302
    assert PreconditionReport.objects.current().get().evidence == "My text"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"state": ""}, "State: This field is required."),
        ({"as_of": "2999-01-01"}, "As of: The day cannot lie in the future."),
        ({"evidence": "A law"}, "Language of the evidence: Say in which language the evidence is written."),
    ],
)
def test_what_is_refused(client, need, values, message):
    client.force_login(make_user(Group.objects.get(name=EDITORS)))
    html = BeautifulSoup(client.post(FORM, posted(**values)).content.decode(), "html.parser")
    assert [one.get_text() for one in html.select("[role=alert] li")] == [message]
    assert not PreconditionReport.objects.exists()


def test_who_reported_is_told_to_nobody(client, need):
    person = make_user(Group.objects.get(name=EDITORS), first_name="Sample", last_name="Editor")
    client.force_login(person)
    client.post(FORM, posted())
    client.logout()
    text = (
        read(client, "/en/preconditions/database/albania/").get_text() + read(client, "/en/preconditions/").get_text()
    )
    assert ("Sample Editor" in text, person.email in text) == (False, False)


def test_the_spreadsheet_has_asterisk_and_footnote(client, need):
    tell(need, evidence="=1+1", language="en")
    response = client.get(reverse("network:preconditions_xlsx"))
    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    rows = list(sheet.values)
    assert rows[1] == ("A joint database", "Albania", "Planned", None, "'=1+1", "2 January 2026")
    assert [row[1] for row in rows[2:7]] == [
        "Bosnia and Herzegovina",
        "Kosovo*",
        "Montenegro",
        "North Macedonia",
        "Serbia",
    ]
    assert rows[7][0].startswith("* All references to Kosovo")


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow(client, need, number):
    for place in range(number):
        tell(make_precondition(f"need-{place}"), "RS")
    client.get("/en/preconditions/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/en/preconditions/")
    assert len(queries) == 9


def test_starter_content_names_four_and_reports_nothing(client):
    from tests.factories.starter import WORDS, load

    load(WORDS | {"preconditions"})
    for code in ("en", "sq", "bs", "cnr", "mk", "sr", "sr-latn"):
        html = read(client, f"/{code}/preconditions/")
        assert (len(html.select("tbody tr")), len(html.select("td .none"))) == (4, 24)

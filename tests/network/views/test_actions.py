"""Action points: the lists, the board, changes with their history, the spreadsheet."""

import io
from datetime import date

import openpyxl
import pytest
from bs4 import BeautifulSoup

from network.models import ActionStatus, GroupMembership, GroupRole, MeetingState, OutcomeKind
from tests.factories.meetings import make_item, make_meeting, make_outcome, make_working_group
from tests.factories.members import join, make_member

pytestmark = pytest.mark.django_db

LIST = "/en/action-points/"


@pytest.fixture
def owner(group, client):
    member = join(group)
    client.force_login(member.user)
    return member


@pytest.fixture
def item(group):
    return make_item(make_meeting(group, state=MeetingState.APPROVED))


def action(item, text="Draft it", owner=None, **fields):
    return make_outcome(item, text, OutcomeKind.ACTION, responsible=owner, **{"number": 1, **fields})


def page(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def test_ones_own_and_those_of_ones_groups(client, group, owner, item):
    assert "Nothing is open" in client.get(LIST).content.decode()
    action(item, "Later", owner, due=date(2030, 1, 2))
    action(item, "Sooner", owner, due=date(2020, 1, 1))
    action(item, "Of another", join(group))
    action(item, "Done", owner, status=ActionStatus.DONE)
    action(make_item(make_meeting(make_working_group())), "Of another group")
    found = page(client.get(LIST))
    assert [one.text for one in found.select("main h2 + ul")[0].select("a")] == ["Sooner", "Later"]
    assert [one.text for one in found.select("main h2 + ul")[1].select("a")] == ["Of another"]
    assert len(found.select(".badge--bad")) == 1


def test_the_owner_says_how_far_it_is_and_the_history_stays(client, owner, item):
    one = action(item, owner=owner)
    address = f"{LIST}{one.pk}/"
    client.post(address, {"status": "underway", "note": "Half of it"})
    client.post(address, {"status": "done", "note": ""})
    one.refresh_from_db()
    assert (one.status, list(one.changes.values_list("status", "note"))) == (
        "done",
        [("underway", "Half of it"), ("done", "")],
    )
    assert "Half of it" in client.get(address).content.decode()


def test_others_of_the_group_read_and_do_not_change(client, group, owner, item):
    one = action(item, owner=join(group))
    address = f"{LIST}{one.pk}/"
    assert (client.get(address).status_code, page(client.get(address)).select_one("main form")) == (200, None)
    assert client.post(address, {"status": "done"}).status_code == 404
    client.force_login(join(group, role=GroupRole.SECRETARY).user)
    assert client.post(address, {"status": "done"}).status_code == 302


def test_who_is_not_in_the_group_does_not_find_it(client, group, owner, item):
    one = action(item, owner=owner)
    GroupMembership.objects.update(until=date.today())
    for path in (f"{LIST}{one.pk}/", f"/en/groups/{group.slug}/action-points/"):
        assert client.get(path).status_code == 404
    assert "Draft it" not in client.get(LIST).content.decode()
    client.force_login(make_member().user)
    assert client.get(f"{LIST}{one.pk}/").status_code == 404


def test_the_board_has_a_list_for_each_status(client, group, owner, item):
    action(item, "First")
    action(item, "Second", status=ActionStatus.DONE)
    found = page(client.get(f"/en/groups/{group.slug}/action-points/"))
    assert [one.text for one in found.select("main h2")] == ["Open (1)", "Under way (0)", "Done (1)", "Dropped (0)"]


def test_a_board_shows_the_first_of_a_status_and_the_others_on_pages(client, group, owner, item):
    for number in range(21):
        action(item, f"Text {number:02}", status=ActionStatus.DONE, due=date(2024, 1, 1 + number))
    address = f"/en/groups/{group.slug}/action-points/"
    found = page(client.get(address))
    # What was done last stands first.
    assert [one.text for one in found.select(".grid .card a")] == [f"Text {number:02}" for number in range(20, 12, -1)]
    (more,) = [link["href"] for link in found.select(".grid section > p > a")]
    assert more == f"{address}?status=done"
    found = page(client.get(more))
    assert (len(found.select("main .card")), [one.text for one in found.select("main h2")]) == (20, ["Done"])
    assert found.select_one(".pages a[rel=next]")["href"] == f"{address}?status=done&page=2"
    assert [one.text for one in page(client.get(f"{address}?status=done&page=2")).select(".card a")] == ["Text 00"]
    # What makes no sense is as if it had not been asked for.
    assert len(page(client.get(f"{address}?status=nothing&page=x")).select("main h2")) == 4


def test_those_of_others_stand_on_pages(client, group, owner, item):
    action(item, "Own", owner)
    for number in range(21):
        action(item, f"Text {number:02}", due=date(2024, 1, 1 + number))
    found = page(client.get(LIST))
    assert [len(one.select("li")) for one in found.select("main h2 + ul")] == [1, 20]
    found = page(client.get(found.select_one(".pages a[rel=next]")["href"]))
    assert [one.text for one in found.select("main .card a")] == ["Text 20"]


def test_the_spreadsheet(client, group, owner, item):
    action(item, "=1+1", owner, due=date(2030, 1, 2))
    action(item, "Kosovo", owner)
    answer = client.get("/en/action-points.xlsx")
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.values)
    assert [row[3] for row in rows[1:3]] == ["'=1+1", "Kosovo*"]
    assert (rows[1][1], rows[1][2], rows[1][5], rows[1][6]) == ("1/2024", "A1", "2 January 2030", "Open")
    assert rows[3][0].startswith("* All references to Kosovo")
    assert client.get("/en/action-points.xlsx?group=other").status_code == 404


def test_a_status_that_there_is_not(client, owner, item):
    one = action(item, owner=owner)
    answer = client.post(f"{LIST}{one.pk}/", {"status": "nothing", "note": "Kept"})
    assert (answer.status_code, page(answer).select_one("textarea").text.strip()) == (200, "Kept")


@pytest.mark.parametrize(("path", "queries"), [(LIST, 17), ("/en/groups/{group}/action-points/", 22)])
def test_lists_ask_the_same_however_long(client, group, owner, item, django_assert_num_queries, path, queries):
    for number in (1, 2):
        for _one in range(number):
            action(item, owner=join(group))
        client.get(path.format(group=group.slug))
        with django_assert_num_queries(queries):
            client.get(path.format(group=group.slug))


def test_they_are_counted_per_group_and_per_beneficiary(client, group, owner, item):
    albanian = join(group, make_member(beneficiary="AL"))
    action(item, owner=owner, due=date(2020, 1, 1))
    action(item, owner=owner, status=ActionStatus.UNDERWAY)
    action(item, owner=albanian, status=ActionStatus.DONE, due=date(2020, 1, 1))
    action(item, owner=albanian, status=ActionStatus.DROPPED)
    action(item, responsible_name="Ministry")
    action(make_item(make_meeting(make_working_group())), "Of another group")
    for address in (LIST, f"/en/groups/{group.slug}/action-points/"):
        tables = page(client.get(address)).select(".facet table")
        assert [[cell.text for cell in row.select("td")] for table in tables for row in table.select("tbody tr")] == [
            ["3", "1", "1"],
            ["0", "0", "1"],
            ["2", "1", "0"],
            ["1", "0", "0"],
        ]
    sheet = openpyxl.load_workbook(io.BytesIO(client.get(f"{LIST}numbers.xlsx?group={group.slug}").content)).active
    assert [[cell.value for cell in row][2:] for row in sheet.iter_rows(min_row=2)] == [
        ["3", "1", "1"],
        ["0", "0", "1"],
        ["2", "1", "0"],
        ["1", "0", "0"],
    ]


def test_numbers_of_a_group_are_for_the_group(client, group, owner):
    other = make_working_group()
    assert client.get(f"{LIST}numbers.xlsx?group={other.slug}").status_code == 404
    assert client.get(f"/en/action-points.xlsx?group={other.slug}").status_code == 404

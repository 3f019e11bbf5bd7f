"""The list of working groups, the page of one, and where else groups are named."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from network.models import Audience, EventPage, GroupRole, MeetingState, Standing, WorkingGroupPage
from network.services.memberships import add_member
from portal.accounts.roles import NETWORK_MEMBERS
from portal.core.registries.personal_data import personal_data
from portal.members.registries.leaving import tell_of_leaving
from portal.vocabulary.models.taxonomy import FacetCode
from tests.factories.meetings import make_meeting
from tests.factories.members import make_member
from tests.factories.pages import make_page, place_of, restrict
from tests.factories.people import make_user
from tests.factories.profiles import make_listed
from tests.factories.vocabulary import make_beneficiary, make_term

QUERIES = 13


@pytest.fixture
def visit(client):
    def get(address):
        response = client.get(address)
        assert response.status_code == 200, address
        return BeautifulSoup(response.content.decode(), "html.parser")

    return get


def sections(html):
    return [
        (section.h2.get_text(strip=True), [one.get_text(strip=True) for one in section.select("h3")])
        for section in html.select("section[aria-labelledby]")
    ]


def person(first, last, **fields):
    return make_member(make_user(NETWORK_MEMBERS, first_name=first, last_name=last), **fields)


def test_an_empty_list_says_so(site_root, visit):
    place_of(WorkingGroupPage)
    assert visit("/en/groups/").select_one(".empty h2").get_text() == "There are no working groups yet"


def test_groups_by_beneficiary_those_at_work_first_regional_last(site_root, visit):
    serbia, albania = make_beneficiary("RS"), make_beneficiary("AL")
    for headline, fields in {
        "Ended": {"beneficiaries": [serbia], "standing": Standing.CONCLUDED},
        "Two": {"beneficiaries": [serbia, albania]},
        "None": {},
        "Working": {"beneficiaries": [serbia]},
        "Another": {"beneficiaries": [serbia]},
        "Here": {"beneficiaries": [albania]},
    }.items():
        make_page(WorkingGroupPage, headline_en=headline, **fields)
    assert sections(visit("/en/groups/")) == [
        ("Albania", ["Here"]),
        ("Serbia", ["Another", "Working", "Ended"]),
        ("Regional", ["None", "Two"]),
    ]


def test_closed_groups_are_named_nowhere(site_root, client):
    stage = make_term(FacetCode.STAGE, "release")
    closed = make_page(WorkingGroupPage, slug="secret", headline_en="Secret matters", stages=[stage])
    member = person("Sample", "Member")
    add_member(group=closed, member=member)
    restrict(closed, closed.access_group)
    addresses = (
        "/en/", "/en/groups/", "/en/calendar/", "/en/library/?q=secret", "/en/library/suggestions/?q=secr",
        "/en/continuum/release/", "/sitemap.xml", "/api/v1/search?q=secret", "/en/groups/secret/",
    )  # fmt: skip
    for address in addresses:
        text = client.get(address).content.decode()
        assert ("Secret matters" in text, "groups/secret" in text and address != "/en/groups/secret/") == (False, False)
    client.force_login(member.user)
    assert "Secret matters" in client.get("/en/groups/").content.decode()
    assert "Secret matters" in client.get("/en/continuum/release/").content.decode()


def test_who_takes_part_is_told_by_institution_and_by_name_as_each_chose(site_root, client, visit):
    group = make_page(WorkingGroupPage, slug="release", headline_en="Release")
    for name, institution, level in (
        ("Open", "Prison A", "public"),
        ("Shown", "Prison B", "network"),
        ("Near", "Prison C", "groups"),
        ("Shy", "Prison D", "nobody"),
    ):
        add_member(
            group=group, member=make_listed("Sample", name, member={"institution_name": institution}, name_for=level)
        )
    unlisted = person("Sample", "Unlisted", institution_name="Prison E")
    add_member(group=group, member=unlisted)
    everybody = ("Open", "Shown", "Near", "Shy", "Unlisted")
    for visitor, named in (
        (None, {"Open"}),
        (make_user(), {"Open"}),
        (person("Sample", "Reader").user, {"Open", "Shown"}),
        (unlisted.user, set(everybody)),
    ):
        if visitor:
            client.force_login(visitor)
        text = visit("/en/groups/release/").get_text(" ", strip=True)
        assert {name for name in everybody if f"Sample {name}" in text} == named
        assert [letter for letter in "ABCDE" if f"Prison {letter}" not in text] == []


def test_who_leaves_the_network_leaves_the_groups(site_root):
    group, member = make_page(WorkingGroupPage), make_member()
    add_member(group=group, member=member, role=GroupRole.CHAIR)
    tell_of_leaving(member)
    assert [row.until is None for row in member.group_memberships.all()] == [False]
    assert not member.user.groups.filter(pk__in=[group.access_group_id, group.office_group_id]).exists()


def test_a_person_downloads_in_which_groups_they_are(site_root):
    member = make_member()
    add_member(group=make_page(WorkingGroupPage, headline_en="Release"), member=member)
    (part,) = [part for part in personal_data(member.user) if part.name == "working_groups"]
    assert [(fact.name, fact.value) for fact in part.records[0]][:2] == [
        ("working_group", "Release"),
        ("role", "Member"),
    ]


def test_a_group_that_shows_nothing_of_its_people(site_root, client, visit):
    group = make_page(WorkingGroupPage, slug="release", headline_en="Release", shows_composition=False)
    member = person("Sample", "Chair", institution_name="Prison A")
    add_member(group=group, member=member, role=GroupRole.CHAIR)
    client.force_login(person("Sample", "Reader").user)
    text = visit("/en/groups/release/").get_text() + visit("/en/groups/").get_text()
    assert ("Sample Chair" in text, "Prison A" in text, "1 member" in text) == (False, False, False)
    client.force_login(member.user)
    text = visit("/en/groups/release/").get_text() + visit("/en/groups/").get_text()
    assert ("Sample Chair" in text, "1 member" in text, "You belong to it" in text) == (True, True, True)


def test_many_groups_stand_on_pages_and_are_narrowed_by_beneficiary(site_root, visit):
    albania, kosovo = make_beneficiary("AL"), make_beneficiary("XK")
    for number in range(20):
        make_page(WorkingGroupPage, headline_en=f"Group {number:02}", beneficiaries=[albania])
    make_page(WorkingGroupPage, headline_en="Both", beneficiaries=[albania, kosovo])
    make_page(WorkingGroupPage, headline_en="One more", beneficiaries=[kosovo])

    def groups(found):
        return [item.get_text() for item in found.select("main h3")]

    first = visit("/en/groups/")
    assert ([one.get_text() for one in first.select("main h2")], len(groups(first))) == (["Albania"], 20)
    following = first.select_one(".pages a[rel=next]")["href"]
    assert groups(visit(following)) == ["One more", "Both"]
    assert [option["value"] for option in first.select(".narrowing option")] == ["", "AL", "XK", "regional"]
    # A beneficiary is also shown the regional groups that it is part of; the choice stays in the address.
    found = visit("/en/groups/?beneficiary=AL")
    assert found.select_one(".pages a[rel=next]")["href"].endswith("/en/groups/?beneficiary=AL&page=2")
    assert groups(visit("/en/groups/?beneficiary=AL&page=2")) == ["Both"]
    assert groups(visit("/en/groups/?beneficiary=regional")) == ["Both"]
    assert len(groups(visit("/en/groups/?beneficiary=nothing&page=x"))) == 20


@pytest.mark.parametrize("number", [1, 3])
def test_queries_of_the_list_do_not_grow(site_root, client, number):
    for _ in range(number):
        group = make_page(WorkingGroupPage, beneficiaries=[make_beneficiary("RS")])
        restrict(make_page(WorkingGroupPage), group.access_group)
        add_member(group=group, member=make_member())
    client.get("/en/groups/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/en/groups/")
    assert len(queries) == QUERIES


@pytest.mark.parametrize("number", [1, 3])
def test_queries_of_a_group_do_not_grow(site_root, client, number):
    group = make_page(WorkingGroupPage, slug="release")
    members = [make_member() for _ in range(number)]
    for member in members:
        add_member(group=group, member=member)
    client.force_login(members[0].user)
    found = []
    for address in ("/en/groups/release/", "/en/groups/release/space/"):
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        found.append(len(queries))
    assert found == [22, 33]


def test_a_group_says_how_many_meetings_there_are_and_the_next_one(site_root, client):
    """Of what this reader may read: a draft is counted for the group alone."""
    group = make_page(WorkingGroupPage, slug="release")
    member = make_member()
    add_member(group=group, member=member)
    day = timezone.localdate() + timedelta(days=9)
    make_meeting(group, state=MeetingState.APPROVED, audience=Audience.PUBLIC)
    draft = make_meeting(group, start=day, end=day, title_en="Zanzibarian")
    event = make_page(EventPage, start=day, end=day, headline_en="Zanzibarian event")
    restrict(event, group.access_group)
    open_page = client.get("/en/groups/release/").content.decode()
    assert ("1 meeting<" in open_page, f"/en/meetings/{draft.pk}/" in open_page) == (True, False)
    client.force_login(member.user)
    own_page = client.get("/en/groups/release/").content.decode()
    assert ("2 meetings<" in own_page, f"/en/meetings/{draft.pk}/" in own_page) == (True, True)
    coming = BeautifulSoup(client.get("/en/groups/release/space/").content.decode(), "html.parser")
    assert [one.get_text(strip=True) for one in coming.select(".dated h3")] == ["Zanzibarian", "Zanzibarian event"]


def test_the_account_menu_leads_members_to_their_entry(site_root, client):
    client.force_login(make_user())
    assert "/en/directory/me/" not in client.get("/en/").content.decode()
    client.force_login(make_member().user)
    assert 'href="/en/directory/me/"' in client.get("/en/").content.decode()

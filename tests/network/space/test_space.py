"""The closed space of a working group: who gets in, and what chair and secretary do there."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from network.models import GroupMembership, GroupRole, WorkingGroupPage
from network.services.memberships import add_member, end_membership
from portal.accounts.roles import EDITORS, NETWORK_MEMBERS
from portal.core.models import PortalDocument
from tests.factories.files import make_document
from tests.factories.members import make_member
from tests.factories.pages import make_page
from tests.factories.people import make_superuser, make_user
from tests.factories.profiles import make_listed

ADDRESSES = ("space/", "space/people/", "space/people/add/", "space/documents/add/", "space/shown/")


@pytest.fixture(scope="module")
def rows(shared_rows):
    """A group with one person in each role, and one of everybody else."""
    group = make_page(WorkingGroupPage, slug="release", headline_en="Release group")
    members = {}
    for role in GroupRole.values:
        user = make_user(NETWORK_MEMBERS, first_name=f"Sample {role}", last_name="Skopje")
        members[role] = make_member(user)
        add_member(group=group, member=members[role], role=role)
    other = make_page(WorkingGroupPage, slug="other", headline_en="Other group")
    stranger = make_listed("Другa", "Ќосева", name_for="network")
    stranger.user.groups.add(Group.objects.get(name=NETWORK_MEMBERS))
    add_member(group=other, member=stranger, role=GroupRole.CHAIR)
    make_document(title="Closed notes", collection=group.collection)
    people = {role: member.user.pk for role, member in members.items()}
    people |= {"chair of another": stranger.user.pk, "editor": make_user(EDITORS).pk, "superuser": make_superuser().pk}
    return {"group": group.pk, "people": people}


@pytest.fixture
def group(rows):
    return WorkingGroupPage.objects.get(pk=rows["group"])


@pytest.fixture
def browser(rows, django_user_model):
    def open_as(role):
        client = Client()
        if role:
            client.force_login(django_user_model.objects.get(pk=rows["people"][role]))
        return client

    return open_as


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content.decode(), "html.parser")


def errors(response):
    html = BeautifulSoup(response.content.decode(), "html.parser")
    return [one.get_text(strip=True) for one in html.select("[role=alert] li")]


def names(html):
    return [cell.get_text(" ", strip=True) for cell in html.select("tbody th")]


def test_each_part_is_there_for_its_people(browser, group):
    keeps = {"chair", "secretary", "superuser"}
    seen = {
        "space/": keeps | {"member", "observer"},
        "space/people/": keeps | {"editor"},
        "space/people/add/": keeps | {"editor"},
        "space/documents/add/": keeps,
        "space/shown/": keeps,
    }
    found = {address: set() for address in ADDRESSES}
    for role in ("", "chair", "secretary", "member", "observer", "chair of another", "editor", "superuser"):
        client = browser(role)
        for address in ADDRESSES:
            status = client.get(group.url + address).status_code
            assert status in {200, 404}
            if status == 200:
                found[address].add(role)
    assert found == seen


def test_members_see_people_and_documents(browser, group):
    html = read(browser("observer"), "/en/groups/release/space/")
    assert names(html) == [
        "Sample chair Skopje",
        "Sample secretary Skopje",
        "Sample member Skopje",
        "Sample observer Skopje",
    ]
    assert [link.get_text() for link in html.select(".file a")] == ["Closed notes"]
    address = html.select_one(".file a")["href"]
    found = {}
    for role in ("observer", "chair of another", "editor", ""):
        response = browser(role).get(address)
        found[role] = response.status_code
        # Read to its end, which closes the file; closing it by hand would close the connection to the database too.
        assert b"".join(response)
    assert found == {"observer": 200, "chair of another": 404, "editor": 404, "": 404}


def test_whose_membership_ended_is_out(browser, group):
    client = browser("member")
    end_membership(membership=GroupMembership.objects.get(group=group, role=GroupRole.MEMBER))
    assert client.get("/en/groups/release/space/").status_code == 404
    assert client.get(PortalDocument.objects.get().url).status_code == 404


@pytest.mark.parametrize("typed", ["koseva", "Ќосе", "DRUGA ćos", "ќосева друга"])
def test_a_person_is_found_by_name_in_either_script(browser, group, typed):
    html = read(browser("secretary"), f"/en/groups/release/space/people/add/?q={typed}")
    assert [label.get_text(strip=True) for label in html.select("[name=member]")] == [""] * (typed != "DRUGA ćos")


def test_who_is_in_the_group_or_no_member_is_not_found(browser, group):
    make_user(first_name="Sample", last_name="Visitor")
    html = read(browser("chair"), "/en/groups/release/space/people/add/?q=sample")
    assert html.select("[name=member]") == []
    assert html.select_one(".empty h2").get_text() == "Nobody was found"


def test_who_shows_nobody_a_name_is_found_by_whoever_sets_up_the_group_only(browser, group):
    hidden = make_member(make_user(NETWORK_MEMBERS, first_name="Hidden", last_name="Person"))
    address = "/en/groups/release/space/people/add/"
    found = {
        role: len(read(browser(role), f"{address}?q=hidden").select("[name=member]")) for role in ("chair", "editor")
    }
    assert found == {"chair": 0, "editor": 1}
    posted = {"q": "hidden", "member": hidden.pk, "role": "member", "since": "2026-01-02"}
    response = browser("chair").post(address, posted)
    assert (response.status_code, "Hidden Person" in response.content.decode()) == (200, False)
    assert not GroupMembership.objects.filter(member=hidden).exists()


def test_adding_another_role_and_the_end(browser, group, rows):
    client, today = browser("secretary"), timezone.localdate()
    member = make_listed("New", "Person", name_for="network")
    posted = {"q": "new", "member": member.pk, "role": "member", "since": today.isoformat()}
    response = client.post("/en/groups/release/space/people/add/", posted, follow=True)
    assert "New Person belongs to the group now: Member." in response.content.decode()
    membership = GroupMembership.objects.get(member=member)
    address = f"/en/groups/release/space/people/{membership.pk}/"
    client.post(address, {"do": "role", "role-role": "observer", "role-day": today.isoformat()})
    later = GroupMembership.objects.current().get(member=member)
    assert (later.role, GroupMembership.objects.filter(member=member).count()) == ("observer", 2)
    response = client.post(address, {"do": "end", "end-day": today.isoformat()}, follow=True)
    assert "The membership of New Person in this role has ended." in response.content.decode()
    client.post(f"/en/groups/release/space/people/{later.pk}/", {"do": "end", "end-day": today.isoformat()})
    assert not GroupMembership.objects.current().filter(member=member).exists()


def test_what_is_refused_says_why_and_keeps_what_was_typed(browser, group):
    client = browser("chair")
    member = make_listed("New", "Person", name_for="network")
    posted = {"q": "new", "member": member.pk, "role": "chair", "since": "2026-01-02"}
    response = client.post("/en/groups/release/space/people/add/", posted)
    assert errors(response) == [
        "The group has a chair. Give the chair another role first, or end the membership.",
    ]
    html = BeautifulSoup(response.content.decode(), "html.parser")
    assert html.select_one("[name=member]:checked")["value"] == str(member.pk)
    assert html.select_one("[name=since]")["value"] == "2026-01-02"
    assert not GroupMembership.objects.filter(member=member).exists()
    for changed, message in (
        ({"since": "2999-01-01"}, "A membership cannot begin in the future."),
        ({"member": ""}, "Person: This field is required."),
        ({"since": "x"}, "Since: Enter a valid date."),
    ):
        assert errors(client.post("/en/groups/release/space/people/add/", {**posted, "role": "member", **changed})) == [
            message
        ]


def test_a_membership_of_another_group_is_not_there(browser, group):
    other = GroupMembership.objects.exclude(group=group).get()
    assert browser("chair").get(f"/en/groups/release/space/people/{other.pk}/").status_code == 404


def test_a_document_is_put_into_the_collection(browser, group):
    file = SimpleUploadedFile("minutes.txt", b"What was said")
    response = browser("chair").post("/en/groups/release/space/documents/add/", {"title": "Minutes", "file": file})
    assert response.status_code == 302
    document = PortalDocument.objects.get(title="Minutes")
    assert document.collection == group.collection
    assert browser("").get(document.url).status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("minutes.pdf", b"no", "File: “minutes.pdf” is not a real PDF file: its content does not match its name."),
        ("minutes.exe", b"no", "File: File extension “exe” is not allowed."),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(browser, group, name, content, message):
    posted = {"title": "Minutes", "file": SimpleUploadedFile(name, content)}
    (error,) = errors(browser("chair").post("/en/groups/release/space/documents/add/", posted))
    assert error.startswith(message)


def test_the_group_chooses_what_others_see(browser, group):
    chair, address = browser("chair"), "/en/groups/release/space/shown/"
    html = read(browser(""), "/en/groups/release/")
    assert "Sample chair" not in html.get_text()
    for audience, seen in (
        ("group", {"member"}),
        ("network", {"member", "chair of another"}),
        ("everybody", {"member", "chair of another", "editor", ""}),
    ):
        chair.post(address, {"audience": audience, "shows_composition": "on"})
        visitors = ("member", "chair of another", "editor", "")
        found = {role for role in visitors if browser(role).get("/en/groups/release/").status_code == 200}
        assert found == seen
        assert read(chair, address).select_one("[name=audience]:checked")["value"] == audience
    chair.post(address, {"audience": "everybody"})
    assert names(read(browser("chair of another"), "/en/groups/release/")) == []
    group = WorkingGroupPage.objects.get(pk=group.pk)
    group.save_revision().publish()
    assert WorkingGroupPage.objects.get(pk=group.pk).shows_composition is False
    assert names(read(browser("member"), "/en/groups/release/")) != []


def test_chair_and_secretary_work_on_the_page_in_the_administration(browser, group):
    other = WorkingGroupPage.objects.exclude(pk=group.pk).get()
    found = {
        role: (
            browser(role).get(f"/admin/pages/{group.pk}/edit/").status_code,
            browser(role).get(f"/admin/pages/{other.pk}/edit/").status_code,
        )
        for role in ("chair", "secretary", "member")
    }
    assert found == {"chair": (200, 404), "secretary": (200, 404), "member": (302, 302)}
    document = PortalDocument.objects.get()
    assert browser("secretary").get(f"/admin/documents/edit/{document.pk}/").status_code == 200
    # Wagtail leads to its first page whoever may not change a file.
    assert browser("chair of another").get(f"/admin/documents/edit/{document.pk}/").status_code == 302


def test_whoever_is_suspended_is_named_to_those_who_keep_the_group_only(browser, group):
    member = GroupMembership.objects.get(group=group, role=GroupRole.MEMBER).member
    client = browser("member")
    member.user.is_active = False
    member.user.save()
    type(member).objects.filter(pk=member.pk).update(state="suspended")
    assert client.get("/en/groups/release/space/").status_code == 404
    found = {
        address: "Sample member Skopje" in read(browser("chair"), address).get_text()
        for address in ("/en/groups/release/", "/en/groups/release/space/", "/en/groups/release/space/people/")
    }
    assert list(found.values()) == [False, False, True]
    assert "3 members" in read(browser("chair"), "/en/groups/").get_text()


def test_whoever_left_has_no_name_in_the_history(browser, group):
    membership = GroupMembership.objects.get(group=group, role=GroupRole.MEMBER)
    end_membership(membership=membership)
    type(membership.member).objects.filter(pk=membership.member_id).update(state="left")
    html = read(browser("chair"), "/en/groups/release/space/")
    assert names(html)[-1] == "Former member of the network"

"""How the six beneficiaries implement a part of a standard: written by focal points, approved by an editor."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client

from portal.accounts.notifications import choose
from portal.accounts.roles import EDITORS, focal_points
from portal.core.registries.notifications import Frequency
from portal.core.visibility.memory import remembering
from portal.vocabulary.words import beneficiary_words
from practices.dashboard import entries_to_approve
from practices.models import Implementation, Standard, StandardPart
from practices.models.implementation import EntryState
from practices.notification_kinds import ENTRIES
from practices.services.implementations import approve, decline, hand_in
from tests.factories.pages import make_page
from tests.factories.people import make_user
from tests.factories.vocabulary import NAMES, make_beneficiary

pytestmark = pytest.mark.usefixtures("site_root")

PAGE = "/en/standards/rules/"
ENTRY = f"{PAGE}compare/rule-1/albania/"


@pytest.fixture
def part():
    for code in NAMES:
        make_beneficiary(code)
    page = make_page(Standard, slug="rules", headline_en="Prison Rules", ready=("en", "sq"))
    StandardPart.objects.create(standard=page, number="Rule 2", heading_en="Order", position=2)
    return StandardPart.objects.create(standard=page, number="Rule 1", heading_en="Respect", position=1)


def browser(group):
    client = Client()
    client.force_login(make_user(Group.objects.get(name=group)))
    return client


@pytest.fixture
def focal_point(part):
    return browser(focal_points("AL"))


@pytest.fixture
def editor(part):
    return browser(EDITORS)


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content.decode(), "html.parser")


def written(html):
    """By part, what each beneficiary reports."""
    return {
        section.h3.a.get_text(): [
            (row.th.get_text(strip=True), row.td.get_text(" ", strip=True)) for row in section.select("tbody tr")
        ]
        for section in html.select("section[aria-labelledby^=compare-]")
    }


def post(client, **values):
    return client.post(ENTRY, {"do": "hand_in", "language": "sq", "text": "Ligji i burgjeve", **values})


def make(part, code="AL", language="en", text="A law", is_approved=True):
    entry = hand_in(
        part=part, beneficiary=make_beneficiary(code), language=language, text=text, made_by=None, seen=None
    )
    if is_approved:
        approve(entry=entry, by=None)
    return entry


def test_without_entries_the_page_says_nothing_of_it(client, part):
    assert read(client, PAGE).select("#compare") == []


def test_readers_see_six_lines_once_an_editor_has_approved(client, part, focal_point, editor):
    post(focal_point)
    assert "Ligji i burgjeve" not in client.get(PAGE).content.decode()
    entry = Implementation.objects.get()
    assert "Rule 1: Albania" in read(editor, f"{PAGE}compare/").get_text()
    editor.post(ENTRY, {"do": "approve", "entry": entry.pk})
    html = read(client, PAGE)
    assert written(html) == {
        "Rule 1": [
            ("Albania", "Ligji i burgjeve Shqip"),
            ("Bosnia and Herzegovina", "Not reported"),
            ("Kosovo*", "Not reported"),
            ("Montenegro", "Not reported"),
            ("North Macedonia", "Not reported"),
            ("Serbia", "Not reported"),
        ]
    }
    assert html.select_one("td div")["lang"] == "sq"


def test_a_reader_gets_the_nearest_language(client, part):
    for language, text in (("en", "A law"), ("sq", "Një ligj")):
        make(part, language=language, text=text)
    assert written(read(client, PAGE))["Rule 1"][0] == ("Albania", "A law")
    assert written(read(client, PAGE.replace("/en/", "/sq/")))["Rregulli 1"][0] == ("Albania", "Një ligj")


def test_a_focal_point_writes_for_nobody_else_and_approves_nothing(part, focal_point):
    assert focal_point.get(ENTRY.replace("albania", "serbia")).status_code == 404
    entry = make(part, is_approved=False)
    for doing in ("approve", "decline", "withdraw"):
        assert focal_point.post(ENTRY, {"do": doing, "entry": entry.pk, "reason": "No"}).status_code == 404
    entry.refresh_from_db()
    assert entry.state == EntryState.WAITING
    assert [link.get_text(strip=True) for link in read(focal_point, f"{PAGE}compare/").select(".chips a")] == [
        "Albania",
        "Albania",
    ]


def test_another_text_replaces_the_one_before_when_it_is_approved(client, part):
    make(part, text="Old")
    later = make(part, text="New", is_approved=False)
    assert written(read(client, PAGE))["Rule 1"][0] == ("Albania", "Old")
    assert (approve(entry=later, by=None), approve(entry=later, by=None)) == (True, False)
    assert written(read(client, PAGE))["Rule 1"][0] == ("Albania", "New")


def test_what_was_decided_is_not_decided_again(part, editor):
    entry = make(part, is_approved=False)
    decline(entry=entry, reason="Too short", by=None)
    response = editor.post(ENTRY, {"do": "approve", "entry": entry.pk}, follow=True)
    assert "Somebody has decided on this entry already." in response.content.decode()
    assert Implementation.objects.get().state == EntryState.DECLINED
    assert "Too short" in response.content.decode()


def test_an_editor_declines_with_a_reason_and_takes_back(client, part, editor):
    waiting = make(part, is_approved=False)
    html = BeautifulSoup(editor.post(ENTRY, {"do": "decline", "entry": waiting.pk}).content.decode(), "html.parser")
    assert [one.get_text() for one in html.select("[role=alert] li")] == ["Reason: This field is required."]
    editor.post(ENTRY, {"do": "approve", "entry": waiting.pk})
    editor.post(ENTRY, {"do": "withdraw", "entry": waiting.pk})
    assert written(read(client, PAGE)) == {}


def test_two_who_write_at_once_lose_nothing(part, focal_point):
    post(focal_point, text="First")
    response = post(focal_point, text="Second")
    html = BeautifulSoup(response.content.decode(), "html.parser")
    assert html.select_one("textarea").get_text(strip=True) == "Second"
    assert html.select_one("[role=alert] li").get_text().startswith("Somebody else has written meanwhile")
    assert post(focal_point, text="Second", seen=html.select_one("[name=seen]")["value"]).status_code == 302
    waiting = Implementation.objects.filter(state=EntryState.WAITING)
    assert [entry.text for entry in waiting] == ["Second"]


def test_what_an_editor_writes_is_shown_at_once(client, part, editor):
    post(editor, language="en", text="<b>By law</b>")
    assert written(read(client, PAGE))["Rule 1"][0] == ("Albania", "<b>By law</b>")


def test_an_empty_text_is_refused(part, focal_point):
    html = BeautifulSoup(post(focal_point, text="  ").content.decode(), "html.parser")
    assert [one.get_text() for one in html.select("[role=alert] li")] == [
        "How it is implemented: This field is required."
    ]


# Letters -------------------------------------------------------------------------------------------------------


@pytest.fixture
def letters(django_capture_on_commit_callbacks):
    """What a request sends."""

    def after(call):
        with django_capture_on_commit_callbacks(execute=True):
            call()
        found = [(letter.to[0], letter.subject) for letter in mail.outbox]
        mail.outbox.clear()
        return found

    return after


def test_an_editor_is_told_once_that_something_waits_in_their_language(part, focal_point, letters):
    make_user(Group.objects.get(name=EDITORS), email="editor@example.org", language="sr-latn")
    choosy = make_user(Group.objects.get(name=EDITORS))
    choose(choosy, {ENTRIES: Frequency.NEVER})
    told = [("editor@example.org", "Za odluku: Pravilo 1, Albania")]
    assert letters(lambda: post(focal_point)) == told
    assert letters(lambda: post(focal_point)) == []
    seen = Implementation.objects.get().pk
    assert letters(lambda: post(focal_point, text="Ligji i ri", seen=seen)) == []


def test_the_author_is_told_once_what_became_of_it(part, focal_point, editor, letters):
    author = get_user(focal_point)
    post(focal_point)
    entry = Implementation.objects.get()
    decided = [(author.email, "Declined: Rule 1, Albania")]
    assert (
        letters(lambda: editor.post(ENTRY, {"do": "decline", "entry": entry.pk, "reason": "Name the law"})) == decided
    )
    assert letters(lambda: editor.post(ENTRY, {"do": "decline", "entry": entry.pk, "reason": "Name the law"})) == []
    post(focal_point)
    entry = Implementation.objects.get(state=EntryState.WAITING)
    approving = {"do": "approve", "entry": entry.pk}
    assert letters(lambda: editor.post(ENTRY, approving)) == [(author.email, "Approved: Rule 1, Albania")]
    assert letters(lambda: editor.post(ENTRY, approving)) == []


def test_the_letter_has_reason_and_address_and_kosovo_its_mark(part, editor, django_capture_on_commit_callbacks):
    author = make_user(focal_points("XK"), language="sq")
    entry = hand_in(
        part=part, beneficiary=make_beneficiary("XK"), language="sq", text="Ligji", made_by=author, seen=None
    )
    with django_capture_on_commit_callbacks(execute=True):
        decline(entry=entry, reason="Name the law", by=get_user(editor))
    (letter,) = mail.outbox
    assert letter.subject == "Refuzuar: Rregulli 1, Kosovo*"
    assert "/sq/standards/rules/compare/rule-1/" in letter.body
    assert "Name the law" in letter.body
    assert letter.body.rstrip().splitlines()[-1].startswith("* ")


def test_what_an_editor_writes_is_told_to_nobody(part, editor, letters):
    make_user(Group.objects.get(name=EDITORS))
    assert letters(lambda: post(editor)) == []


@pytest.mark.parametrize("number", [1, 3])
def test_what_waits_stands_on_the_home_page_of_whoever_approves(
    part, focal_point, editor, rf, number, django_assert_num_queries
):
    for code in ("AL", "XK", "MK")[:number]:
        make(part, code, is_approved=False)
    request = rf.get("/")
    request.user = get_user(editor)
    with remembering():
        # Asked on every page: what the user may do, and what beneficiaries are called.
        assert (request.user.has_perm("practices.change_standardpart"), len(beneficiary_words())) == (True, 6)
        with django_assert_num_queries(2):
            section = entries_to_approve(request)
    assert (section.count, section.items[0].title, section.items[0].note) == (
        number,
        "Rule 1, Albania",
        "Prison Rules",
    )
    assert section.items[0].url == ENTRY
    request.user = get_user(focal_point)
    assert entries_to_approve(request).items == []

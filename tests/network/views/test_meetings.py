"""The page of a meeting: with names for the group, without for everybody else, and not there for who may not see it."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.files.base import ContentFile
from django.utils import timezone

from network.models import ActionStatus, Audience, GroupOutputPage, GroupRole, Meeting, MeetingState, OutcomeKind
from network.services.approval import approve
from portal.accounts.roles import NETWORK_MEMBERS
from portal.core.languages.catalogue import LANGUAGES
from portal.core.models import PortalDocument
from tests.factories.meetings import make_item, make_meeting, make_outcome
from tests.factories.members import join, make_member
from tests.factories.pages import make_page, restrict
from tests.factories.people import make_colleague, make_superuser, make_user

pytestmark = pytest.mark.django_db

WORD = "Zanzibarian"


@pytest.fixture
def chair(group):
    member = make_member(make_user(first_name="Vesna", last_name="Testović"), position="Head of treatment")
    return join(group, member, role=GroupRole.CHAIR)


@pytest.fixture
def meeting(group, chair):
    """With everything that names its chair and a guest, complete but not approved."""
    meeting = make_meeting(group, guests="Guest Guestović; adviser, Ministry")
    item = make_item(meeting, "Opening", presenter=chair, text_en="Programmes were shown.")
    make_outcome(item, "Agencies work together.", OutcomeKind.DECISION)
    make_outcome(item, "Draft it.", OutcomeKind.ACTION, responsible=chair, due=date(2024, 6, 1))
    meeting.attendances.create(member=chair)
    return meeting


def address(meeting):
    return f"/en/meetings/{meeting.pk}/"


def text(response):
    return response.content.decode()


def approved(meeting, chair, audience=Audience.PUBLIC, **more):
    return approve(meeting=meeting, user=chair.user, audience=audience, **more)


def test_the_group_reads_with_names(client, meeting, chair):
    client.force_login(chair.user)
    found = text(client.get(address(meeting)))
    assert ("Vesna Testović, Head of treatment" in found, "Guest Guestović" in found, "Draft" in found) == (True,) * 3


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.NETWORK])
def test_others_read_without_names(client, meeting, chair, audience):
    approved(meeting, chair, audience)
    client.force_login(make_user(NETWORK_MEMBERS))
    found = text(client.get(address(meeting)))
    assert ("Vesna" in found, "Testović" in found, "Guestović" in found) == (False, False, False)
    assert ("Head of treatment" in found, "adviser, Ministry" in found) == (True, True)
    # The group sees the same when it asks for it.
    client.force_login(chair.user)
    assert "Guestović" not in text(client.get(f"{address(meeting)}?version=open"))


def test_who_may_read(client, group, meeting, chair):
    observer = join(group, role=GroupRole.OBSERVER).user
    people = {
        "nobody": None,
        "account": make_user(),
        "network": make_user(NETWORK_MEMBERS),
        "observer": observer,
        "superuser": make_superuser(),
    }

    def readers():
        found = set()
        for name, user in people.items():
            client.logout()
            if user is not None:
                client.force_login(user)
            if client.get(address(meeting)).status_code == 200:
                found.add(name)
        return found

    of_group = {"observer", "superuser"}
    assert readers() == of_group
    approved(meeting, chair, Audience.GROUP)
    assert readers() == of_group
    Meeting.objects.update(audience=Audience.NETWORK)
    assert readers() == of_group | {"network"}
    Meeting.objects.update(audience=Audience.PUBLIC)
    assert readers() == set(people)
    # What was taken back is a draft again.
    Meeting.objects.update(state=MeetingState.DRAFT)
    assert readers() == of_group
    # A group that is closed takes its open meetings along.
    Meeting.objects.update(state=MeetingState.APPROVED)
    restrict(group, group.access_group)
    assert readers() == of_group


def test_buttons_are_for_whoever_may_do_it_also_for_an_editor_who_observes(client, group, meeting, chair):
    editor = make_member(make_colleague(group))
    join(group, editor, role=GroupRole.OBSERVER)
    people = {role: join(group, role=role).user for role in (GroupRole.OBSERVER, GroupRole.MEMBER, GroupRole.SECRETARY)}
    people |= {"chair": chair.user, "editor who observes": editor.user, "other": make_user(NETWORK_MEMBERS)}
    tools = {name: f"{address(meeting)}{name}/" for name in ("record", "approve", "call-off")}
    tools["new"] = f"/en/groups/{group.slug}/meetings/new/"
    offered, allowed = {}, {}
    for name, user in people.items():
        client.force_login(user)
        pages = (client.get(path) for path in (address(meeting), f"/en/groups/{group.slug}/meetings/"))
        links = {
            link["href"] for page in pages for link in BeautifulSoup(page.content, "html.parser").select("main a[href]")
        }
        offered[name] = {tool for tool, path in tools.items() if path in links}
        allowed[name] = {tool for tool, path in tools.items() if client.get(path).status_code == 200}
    assert offered == allowed
    assert allowed == {
        "observer": set(),
        "member": {"record", "new"},
        "secretary": {"record", "new", "call-off"},
        "chair": set(tools),
        "editor who observes": set(tools),
        "other": set(),
    }


def test_a_record_leads_to_the_other_languages_that_it_can_be_read_in(client, meeting, chair):
    approved(meeting, chair)
    Meeting.objects.update(readable_in=" en sq ")
    found = BeautifulSoup(client.get(address(meeting)).content, "html.parser")
    assert [one["lang"] for one in found.select(f'main a[href="/sq/meetings/{meeting.pk}/"]')] == ["sq"]


def test_what_is_closed_is_in_no_list(client, group, chair):
    make_meeting(group, title_en=f"{WORD} draft", start=date(2030, 5, 1), end=date(2030, 5, 1))
    closed = make_meeting(group, title_en=f"{WORD} closed", state=MeetingState.APPROVED, start=date(2024, 1, 1))
    for path in (
        f"/en/groups/{group.slug}/meetings/",
        "/en/calendar/?month=2030-5",
        "/en/calendar/?month=2024-5",
        "/en/calendar.ics",
        "/sitemap.xml",
        address(closed),
    ):
        assert (path, f"{WORD} " in text(client.get(path))) == (path, False)
    client.force_login(chair.user)
    for path in (f"/en/groups/{group.slug}/meetings/", "/en/calendar/?month=2030-5"):
        assert (path, WORD in text(client.get(path))) == (path, True)


def test_a_subscription_holds_no_closed_meetings_whoever_asks(client, group, chair):
    make_meeting(group, title_en=WORD, start=date(2030, 5, 1), end=date(2030, 5, 1))
    client.force_login(chair.user)
    assert WORD not in text(client.get("/en/calendar.ics"))


def test_a_closed_group_has_no_list_of_meetings(client, group):
    restrict(group, group.access_group)
    assert client.get(f"/en/groups/{group.slug}/meetings/").status_code == 404


@pytest.mark.parametrize("language", [one.code for one in LANGUAGES])
def test_it_is_read_in_every_language(client, meeting, chair, language):
    approved(meeting, chair)
    answer = client.get(f"/{language}/meetings/{meeting.pk}/")
    assert answer.status_code == 200
    assert ("not yet available in your language" in text(answer)) is False


def test_decisions_and_action_points_are_cited_by_anchors(client, meeting, chair):
    approved(meeting, chair)
    found = BeautifulSoup(text(client.get(address(meeting))), "html.parser")
    assert [one["id"] for one in found.select(".outcome")] == ["d1", "a1"]
    assert found.select_one("#d1 .outcome__kind").text == "Decision 1"


def test_numbers_stay_when_something_is_taken_away(meeting, chair):
    item = meeting.items.get()
    second = make_outcome(item, "Second", OutcomeKind.DECISION, position=2)
    approved(meeting, chair)
    Meeting.objects.update(state=MeetingState.DRAFT)
    item.outcomes.filter(number=1, kind=OutcomeKind.DECISION).delete()
    third = make_outcome(item, "Third", OutcomeKind.DECISION, position=3)
    approved(meeting, chair)
    second.refresh_from_db()
    third.refresh_from_db()
    assert (second.code, third.code) == ("D2", "D3")


def test_outputs_are_published_with_the_record(client, group, meeting, chair):
    output = make_page(GroupOutputPage, group, live=False, meeting=meeting, headline_en=f"{WORD} outline")
    assert WORD not in text(client.get(address(meeting)))
    approved(meeting, chair)
    output.refresh_from_db()
    answer = client.get(address(meeting))
    assert (output.live, f"{WORD} outline" in text(answer)) == (True, True)
    assert client.get(output.get_url()).status_code == 200


def test_outputs_of_the_group_are_closed_to_others(client, group, meeting, chair):
    output = make_page(GroupOutputPage, group, live=False, meeting=meeting, headline_en=WORD)
    approved(meeting, chair, Audience.GROUP)
    assert client.get(output.get_url()).status_code == 404
    client.force_login(chair.user)
    assert client.get(output.get_url()).status_code == 200


def test_files_of_the_group_stay_in_the_group(client, group, meeting, chair):
    document = PortalDocument.objects.create(
        title=WORD, file=ContentFile(b"text", "file.txt"), collection=group.collection
    )
    meeting.documents.add(document)
    approved(meeting, chair)
    assert WORD not in text(client.get(address(meeting)))
    client.force_login(chair.user)
    assert WORD in text(client.get(address(meeting)))


def test_names_in_the_texts_are_looked_at_before_others_read_them(client, meeting, chair):
    item = meeting.items.get()
    item.text_en = "As Testovićeva said, and Гестовић; the head of treatment."
    item.title_en = "Guestoviću hvala"
    item.save()
    client.force_login(chair.user)
    approve_it = f"{address(meeting)}approve/"
    answer = client.post(approve_it, {"do": "approve", "audience": "public"})
    meeting.refresh_from_db()
    found = BeautifulSoup(text(answer), "html.parser")
    assert meeting.state == MeetingState.DRAFT
    assert [one.text for one in found.select("[aria-labelledby=names] strong")] == ["Guest Guestović", "Vesna Testović"]
    # The group itself may read names.
    client.post(approve_it, {"do": "approve", "audience": "group"})
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.APPROVED
    client.post(f"{address(meeting)}take-back/")
    client.post(approve_it, {"do": "approve", "audience": "public", "names_confirmed": "on", "translate": "on"})
    meeting.refresh_from_db()
    assert (meeting.state, meeting.audience, meeting.is_translation_wanted) == ("approved", "public", True)


def test_the_chair_is_told_and_sends_back_with_a_note(
    client, group, meeting, chair, django_capture_on_commit_callbacks
):
    chair.user.language = "mk"
    chair.user.save()
    secretary = join(group, role=GroupRole.SECRETARY)
    client.force_login(secretary.user)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{address(meeting)}submit/")
        client.post(f"{address(meeting)}submit/")
    assert [(one.to, f"/mk/meetings/{meeting.pk}/approve/" in one.body) for one in mail.outbox] == [
        ([chair.user.email], True)
    ]
    assert client.get(f"{address(meeting)}approve/").status_code == 404
    client.force_login(chair.user)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{address(meeting)}approve/", {"do": "send_back", "note": "Item 2 lacks the decision."})
    meeting.refresh_from_db()
    assert (meeting.state, meeting.note) == (MeetingState.DRAFT, "Item 2 lacks the decision.")
    assert (mail.outbox[1].to, "Item 2 lacks the decision." in mail.outbox[1].body) == ([secretary.user.email], True)


def test_approved_twice_everybody_is_told_once(client, group, meeting, chair, django_capture_on_commit_callbacks):
    secretary = join(group, role=GroupRole.SECRETARY)
    with django_capture_on_commit_callbacks(execute=True):
        approved(meeting, chair)
        again = approved(meeting, chair, Audience.GROUP)
    assert (again.audience, [one.to for one in mail.outbox]) == (Audience.PUBLIC, [[secretary.user.email]])


@pytest.mark.parametrize("role", [GroupRole.MEMBER, GroupRole.SECRETARY, GroupRole.OBSERVER])
def test_only_the_chair_approves(client, group, meeting, role):
    client.force_login(join(group, role=role).user)
    for path in ("approve/", "take-back/"):
        assert client.post(f"{address(meeting)}{path}", {"do": "approve", "audience": "public"}).status_code == 404
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.DRAFT


def test_what_is_not_complete_is_not_approved(client, group, chair):
    coming = make_meeting(group, start=date(2099, 1, 1), end=date(2099, 1, 1))
    client.force_login(chair.user)
    answer = client.post(f"{address(coming)}approve/", {"do": "approve", "audience": "group"})
    assert "The meeting has not taken place yet." in text(answer)


def test_open_action_points_go_to_the_next_meeting_once(client, group, meeting, chair):
    approved(meeting, chair)
    day = timezone.localdate() + timedelta(days=30)
    client.force_login(chair.user)
    answer = client.post(f"{address(meeting)}carry-over/", follow=True)
    assert "No next meeting is planned." in text(answer)
    coming = make_meeting(group, start=day, end=day, language="sr")
    client.post(f"{address(meeting)}carry-over/")
    client.post(f"{address(meeting)}carry-over/")
    assert list(coming.items.values_list("title_sr", "text_sr")) == [("Action point A1 of meeting 1/2024", "Draft it.")]


def test_done_action_points_are_not_carried_over(client, group, meeting, chair):
    make_outcome(meeting.items.get(), "Done", OutcomeKind.ACTION, status=ActionStatus.DONE)
    approved(meeting, chair)
    coming = make_meeting(group, start=date(2099, 1, 1), end=date(2099, 1, 1))
    client.force_login(chair.user)
    client.post(f"{address(meeting)}carry-over/")
    assert coming.items.count() == 1


def test_the_list_of_meetings(client, group, chair):
    listing = f"/en/groups/{group.slug}/meetings/"
    assert "No meetings yet" in text(client.get(listing))
    approved_one = make_meeting(group, state=MeetingState.APPROVED, audience=Audience.PUBLIC, title_en="Shown")
    make_outcome(make_item(approved_one), kind=OutcomeKind.DECISION)
    make_meeting(group, title_en="Hidden")
    found = BeautifulSoup(text(client.get(listing)), "html.parser")
    assert [one.text for one in found.select(".dated h3")] == ["1/2024: Shown"]
    assert "1 decision" in found.select_one(".dated li").text
    client.force_login(chair.user)
    found = BeautifulSoup(text(client.get(listing)), "html.parser")
    assert len(found.select(".dated h3")) == 2


def test_past_meetings_stand_on_pages_below_those_to_come(client, group, chair):
    listing = f"/en/groups/{group.slug}/meetings/"
    client.force_login(chair.user)
    for _one in range(21):
        make_meeting(group)
    make_meeting(group, start=date(2099, 1, 1), end=date(2099, 1, 1))
    make_meeting(group, start=date(2098, 1, 1), end=date(2098, 1, 1))

    def titles(page):
        found = BeautifulSoup(text(client.get(f"{listing}?page={page}")), "html.parser")
        return [one.text.partition(": ")[2] for one in found.select(".dated h3")]

    assert titles(1) == ["Meeting 23", "Meeting 22", *(f"Meeting {number}" for number in range(21, 1, -1))]
    assert titles(2) == titles("9" * 400) == ["Meeting 1"]


@pytest.mark.parametrize(
    ("path", "queries"), [("/en/groups/{group}/meetings/", 10), ("/en/calendar/?month=2024-5", 10)]
)
def test_lists_ask_the_same_however_long(client, group, django_assert_num_queries, path, queries):
    for number in (1, 2):
        for _one in range(number):
            make_meeting(group, state=MeetingState.APPROVED, audience=Audience.PUBLIC)
        client.get(path.format(group=group.slug))
        with django_assert_num_queries(queries):
            client.get(path.format(group=group.slug))


def test_a_page_asks_the_same_however_long(client, group, meeting, chair, django_assert_num_queries):
    approved(meeting, chair)
    for _number in range(2):
        client.get(address(meeting))
        with django_assert_num_queries(14):
            client.get(address(meeting))
        for _one in range(2):
            other = join(group)
            meeting.attendances.create(member=other)
            make_outcome(make_item(meeting, presenter=other), kind=OutcomeKind.ACTION, responsible=other, number=None)


def test_an_editor_who_observes_has_all_buttons_of_an_editor(client, group, meeting):
    """What the page offers is what the form allows, whatever the role in the group."""
    editor = join(group, make_member(make_superuser()), role=GroupRole.OBSERVER).user
    client.force_login(editor)
    record = f"/en/meetings/{meeting.pk}/record/"
    assert (f'href="{record}"' in text(client.get(address(meeting))), client.get(record).status_code) == (True, 200)
    client.force_login(join(group, role=GroupRole.OBSERVER).user)
    assert (f'href="{record}"' in text(client.get(address(meeting))), client.get(record).status_code) == (False, 404)

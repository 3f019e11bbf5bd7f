"""Meetings that are postponed or cancelled: seen wherever they are listed, told to the group, and taken back."""

from datetime import timedelta

import pytest
import vobject
from bs4 import BeautifulSoup
from django.core import mail
from django.utils import timezone

from network.models import GroupMembership, GroupRole, MeetingPlan, MeetingState, PersonalCalendar
from network.services.approval import NotPossible, approve, submit
from network.services.calling_off import call_off, hold_after_all
from network.services.circulation import circulate
from network.services.event_letters import send_event_letters
from tests.factories.meetings import make_item, make_meeting, make_working_group
from tests.factories.members import join, make_member
from tests.factories.people import make_superuser

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def group_key(shared_rows):
    return make_working_group(headline_en="Aftercare").pk


@pytest.fixture
def day():
    return timezone.localdate() + timedelta(days=10)


@pytest.fixture
def meeting(group, day):
    return make_meeting(group, start=day, end=day, link="https://example.org/room")


@pytest.fixture
def secretary(group, client):
    member = join(group, role=GroupRole.SECRETARY)
    client.force_login(member.user)
    return member


def page(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def address(meeting, name="call-off"):
    return f"/en/meetings/{meeting.pk}/{name}/"


def cancelled(client, meeting, plan=MeetingPlan.CANCELLED, reason="The room is flooded."):
    return client.post(address(meeting), {"plan": plan, "reason": reason}, follow=True)


@pytest.mark.parametrize(("plan", "said"), [(MeetingPlan.CANCELLED, "Cancelled"), (MeetingPlan.POSTPONED, "Postponed")])
def test_it_is_seen_wherever_the_meeting_stands(client, group, meeting, secretary, day, plan, said):
    PersonalCalendar.objects.renew(secretary.user)
    feed = f"/en/calendar/personal/{PersonalCalendar.objects.get().key}.ics"
    before = vobject.readOne(client.get(feed).text).vevent
    shown = page(cancelled(client, meeting, plan))
    assert said in [badge.text for badge in shown.select(".page-head .badge")]
    assert "The room is flooded." in shown.select_one("main").text
    for place in ("/en/calendar/", f"/en/groups/{group.slug}/meetings/", f"{group.url}space/", "/en/"):
        listed = next(one for one in page(client.get(place)).select("ol.dated li") if "Meeting 1" in one.text)
        assert said in [badge.text for badge in listed.select(".badge")], place
    assert said in page(client.get("/en/")).select_one("#waiting-meetings").parent.text
    assert said.lower() in page(client.get(f"/en/calendar/?month={day:%Y}-{day.month}")).select_one(".entry").text
    after = vobject.readOne(client.get(feed).text).vevent
    assert (after.uid.value, after.status.value) == (before.uid.value, "CANCELLED")
    assert (before.status.value, int(after.sequence.value)) == ("CONFIRMED", int(before.sequence.value) + 1)


@pytest.mark.parametrize("plan", [MeetingPlan.CANCELLED, MeetingPlan.POSTPONED])
def test_what_is_not_held_is_not_on_today(client, group, secretary, plan):
    today = timezone.localdate()
    make_meeting(group, start=today, end=today, plan=plan)
    client.force_login(secretary.user)
    listed = page(client.get("/en/")).select_one("[aria-labelledby=coming-title] ol.dated li")
    assert [badge.text for badge in listed.select(".badge")] == [plan.label]


def test_the_group_is_told_once_with_the_reason_and_the_entry(group, meeting, secretary):
    member = join(group)
    member.user.language = "mk"
    member.user.save()
    today = timezone.localdate()
    send_event_letters(today)
    mail.outbox.clear()
    for _time in range(2):
        call_off(meeting=meeting, user=secretary.user, plan=MeetingPlan.CANCELLED, reason="The room is flooded.")
        send_event_letters(today)
    send_event_letters(meeting.start)
    assert {one.to[0]: one.subject for one in mail.outbox} == {
        secretary.user.email: "Cancelled: Meeting 1",
        member.user.email: "Откажано: Meeting 1",
    }
    letter = next(one for one in mail.outbox if one.to == [secretary.user.email])
    assert len(mail.outbox) == 2
    assert "Reason: The room is flooded." in letter.body
    assert "https://example.org/room" not in letter.body
    entry = vobject.readOne(letter.attachments[0][1]).vevent
    assert (entry.uid.value, entry.sequence.value, entry.status.value) == (
        f"meeting-{meeting.pk}@continuum",
        "1",
        "CANCELLED",
    )
    mail.outbox.clear()
    hold_after_all(meeting=meeting, user=secretary.user)
    send_event_letters(today)
    assert {one.subject for one in mail.outbox} == {"Changed: Meeting 1", "Променето: Meeting 1"}
    assert {vobject.readOne(one.attachments[0][1]).vevent.status.value for one in mail.outbox} == {"CONFIRMED"}


def test_postponed_is_said_as_that_and_what_nobody_knew_of_is_not_taken_back(group, meeting, secretary):
    today = timezone.localdate()
    call_off(meeting=meeting, user=secretary.user, plan=MeetingPlan.POSTPONED, reason="Illness.")
    assert send_event_letters(today) == (0, 0)
    hold_after_all(meeting=meeting, user=secretary.user)
    assert send_event_letters(today) == (1, 0)
    call_off(meeting=meeting, user=secretary.user, plan=MeetingPlan.POSTPONED, reason="Illness.")
    assert send_event_letters(today) == (1, 0)
    assert [one.subject for one in mail.outbox] == ["Your working group meets: Meeting 1", "Postponed: Meeting 1"]


def test_nothing_is_recorded_of_it_and_what_was_typed_is_kept(client, group, secretary):
    chair = join(group, role=GroupRole.CHAIR).user
    meeting = make_meeting(group)
    item = make_item(meeting)
    cancelled(client, meeting)
    for way in (submit, circulate):
        with pytest.raises(NotPossible, match="The meeting is cancelled"):
            way(meeting=meeting, user=secretary.user)
    with pytest.raises(NotPossible, match="The meeting is cancelled"):
        approve(meeting=meeting, user=chair, audience="group")
    sent = {"i1-key": item.key, "i1-position": "1", "i1-title": "Opening", "i1-text": "What was said at length."}
    refused = client.post(address(meeting, "record"), sent)
    assert (refused.status_code, "What was said at length." in refused.text) == (403, True)
    item.refresh_from_db()
    assert item.text_en is None or item.text_en == ""
    links = [one["href"] for one in page(client.get(f"/en/meetings/{meeting.pk}/")).select(".record-tools a")]
    assert address(meeting, "record") not in links


def test_it_is_taken_back_and_gets_another_day(client, group, meeting, secretary):
    cancelled(client, meeting, MeetingPlan.POSTPONED)
    answers = [client.post(address(meeting, "hold"), follow=True) for _time in range(2)]
    assert [answer.redirect_chain[-1][0] for answer in answers] == [address(meeting, "record")] * 2
    meeting.refresh_from_db()
    assert (meeting.plan, meeting.plan_reason, meeting.sequence) == (MeetingPlan.ON, "", 2)


def test_a_reason_is_needed_and_the_choice_stays(client, meeting, secretary):
    shown = page(cancelled(client, meeting, reason=" "))
    assert shown.select_one("[role=alert] a")["href"] == "#id_reason"
    assert shown.select_one("[name=plan][checked]")["value"] == "cancelled"
    shown = page(client.post(address(meeting), {"plan": "never", "reason": "The room is flooded."}))
    assert shown.select_one("[name=reason]").text.strip() == "The room is flooded."
    meeting.refresh_from_db()
    assert meeting.plan == MeetingPlan.ON


def test_what_is_on_its_way_to_readers_is_not_called_off(client, group, meeting, secretary):
    type(meeting).objects.update(state=MeetingState.APPROVED)
    assert client.get(address(meeting)).status_code == 302
    shown = page(cancelled(client, meeting))
    assert "on its way to its readers" in shown.select_one("[role=alert]").text
    assert shown.select_one("[name=reason]").text.strip() == "The room is flooded."


def test_who_calls_it_off(client, group, meeting, secretary):
    others = [join(group), join(group, role=GroupRole.OBSERVER), make_member()]
    for other in others:
        client.force_login(other.user)
        answers = [client.get(address(meeting)).status_code, client.post(address(meeting, "hold")).status_code]
        assert answers == [404, 404]
    client.force_login(make_superuser())
    assert client.get(address(meeting)).status_code == 200


def test_whose_role_ended_meanwhile_keeps_the_text(client, meeting, secretary):
    GroupMembership.objects.update(until=timezone.localdate())
    answer = cancelled(client, meeting)
    assert (answer.status_code, "The room is flooded." in answer.text, "Aftercare" in answer.text) == (403, True, False)
    meeting.refresh_from_db()
    assert meeting.plan == MeetingPlan.ON


def test_a_cancelled_meeting_is_not_the_next_one(client, group, meeting, secretary):
    later = make_meeting(group, start=meeting.start + timedelta(days=7), end=meeting.start + timedelta(days=7))
    cancelled(client, meeting)
    assert [one["href"] for one in page(client.get(group.url)).select(f"a[href='/en/meetings/{later.pk}/']")] != []
    assert page(client.get(group.url)).select(f"a[href='/en/meetings/{meeting.pk}/']") == []

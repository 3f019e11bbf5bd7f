"""Letters about events and meetings: who is told what, once, in their language, with the entry for their calendar."""

from datetime import date, time, timedelta

import pytest
import vobject
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import override_settings

from network.models import EventFollower, EventPage, GroupMembership, Meeting
from network.notification_kinds import EVENTS, MEETINGS
from network.services.event_letters import follow, send_event_letters
from portal.accounts.notifications import choose
from portal.core.registries.notifications import Frequency
from tests.factories.meetings import make_meeting, make_working_group
from tests.factories.members import join
from tests.factories.pages import LOGIN, make_page, restrict
from tests.factories.people import make_group, make_user

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)


def in_days(number):
    return TODAY + timedelta(days=number)


@pytest.fixture
def event(site_root):
    fields = {"headline_en": "Round table", "place_en": "Tirana", "place_sq": "Tiranë", "headline_sq": "Tryezë"}
    return make_page(EventPage, start=in_days(20), end=in_days(20), ready=("en", "sq"), **fields)


@pytest.fixture
def person(event):
    user = make_user(language="sq")
    follow(user=user, event=event)
    return user


def publish(event, **fields):
    draft = EventPage.objects.get(pk=event.pk)
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision().publish()


def subjects():
    """Of the letters since this was asked last."""
    found = [one.subject for one in mail.outbox]
    mail.outbox.clear()
    return found


def entry(message):
    ((_name, content, kind),) = message.attachments
    assert kind == "text/calendar"
    return vobject.readOne(content.decode() if isinstance(content, bytes) else content).vevent


def test_who_comes_is_reminded_once_some_days_before(event, person):
    sent = [send_event_letters(in_days(days))[0] for days in (16, 17, 17, 18, 20, 21)]
    assert sent == [0, 1, 0, 0, 0, 0]
    assert (mail.outbox[0].to, subjects()) == ([person.email], ["Kujtesë: Tryezë"])


def test_who_says_so_only_then_is_reminded_at_once_and_nobody_after_the_first_day(event):
    follow(user=make_user(), event=event)
    assert send_event_letters(in_days(20)) == (1, 0)
    follow(user=make_user(), event=event)
    assert send_event_letters(in_days(21)) == (0, 0)


@pytest.mark.parametrize(
    "fields",
    [
        {"start": in_days(21), "end": in_days(21)},
        {"start_time": time(10)},
        {"place_en": "Durrës"},
        {"link": "https://example.org/"},
    ],
)
def test_changes_are_told_once_with_the_same_entry_raised(event, person, fields):
    publish(event, **fields)
    assert [send_event_letters(TODAY), send_event_letters(TODAY)] == [(1, 0), (0, 0)]
    (letter,) = mail.outbox
    assert letter.subject == "U ndryshua: Tryezë"
    calendar = entry(letter)
    assert (calendar.uid.value, calendar.sequence.value) == (f"{event.translation_key}@continuum", "1")


def test_a_change_says_what_was_and_what_is(event, person):
    fields = {"start": in_days(21), "end": in_days(21), "start_time": time(10), "place_sq": "Durrës"}
    publish(event, **fields, headline_sq="Konferencë", link="https://example.org/a?b&c")
    send_event_letters(TODAY)
    publish(event, link="", start_time=None)
    send_event_letters(TODAY)
    first, second = (one.body for one in mail.outbox)
    assert [line for line in first.splitlines() if line.startswith("– ")] == [
        "– Data: 23 mars 2026 (më parë: 22 mars 2026)",
        "– Koha: 10:00 (nuk ishte thënë më parë)",
        "– Vendi: Durrës (më parë: Tiranë)",
        "– Titulli: Konferencë (më parë: Tryezë)",
        "– Lidhja për të marrë pjesë: https://example.org/a?b&c (nuk ishte thënë më parë)",
    ]
    assert [line for line in second.splitlines() if line.startswith("– ")] == [
        "– Koha: nuk ka më (më parë: 10:00)",
        "– Lidhja për të marrë pjesë: nuk ka më (më parë: https://example.org/a?b&c)",
    ]


def test_what_takes_place_after_all_is_said(event, person):
    publish(event, is_cancelled=True)
    send_event_letters(TODAY)
    publish(event, is_cancelled=False)
    send_event_letters(TODAY)
    lines = [line for line in mail.outbox[1].body.splitlines() if line.startswith("– ")]
    assert lines == ["– Megjithatë mbahet."]


def test_another_language_that_changed_is_not_said_to_whoever_does_not_read_it(event, person):
    publish(event, place_en="Durrës")
    send_event_letters(TODAY)
    assert "– " not in mail.outbox[0].body


def test_words_and_a_place_in_one_more_language_are_told_to_nobody(event, person):
    publish(event, headline_sq="Tryezë e rrumbullakët", place_mk="Тирана")
    assert send_event_letters(TODAY) == (0, 0)


def test_what_changed_twice_between_two_runs_is_told_once_as_it_is_now(event, person):
    publish(event, start=in_days(21), end=in_days(21))
    publish(event, start=in_days(22), end=in_days(22))
    assert send_event_letters(TODAY) == (1, 0)
    assert (entry(mail.outbox[0]).dtstart.value, entry(mail.outbox[0]).sequence.value) == (in_days(22), "2")


def test_another_first_day_is_reminded_of_anew(event, person):
    send_event_letters(in_days(18))
    publish(event, start=in_days(40), end=in_days(40))
    send_event_letters(in_days(19))
    send_event_letters(in_days(38))
    assert subjects() == ["Kujtesë: Tryezë", "U ndryshua: Tryezë", "Kujtesë: Tryezë"]


def test_a_cancellation_is_told_and_what_is_cancelled_reminds_nobody(event, person):
    publish(event, is_cancelled=True)
    send_event_letters(TODAY)
    send_event_letters(in_days(18))
    (letter,) = mail.outbox
    assert (letter.subject, entry(letter).status.value) == ("U anulua: Tryezë", "CANCELLED")


def test_a_letter_leaves_in_the_script_of_its_reader_with_mark_and_footnote(site_root):
    event = make_page(
        EventPage, start=in_days(2), end=in_days(2), headline_sr="Сусрет на Косову", ready=("sr",), source_language="sr"
    )
    follow(user=make_user(language="sr-latn"), event=event)
    send_event_letters(TODAY)
    (letter,) = mail.outbox
    assert letter.subject == "Podsetnik: Susret na Kosovu*"
    assert "Susret na Kosovu*" in letter.body
    assert letter.body.rstrip().splitlines()[-1].startswith("* ")
    assert entry(letter).summary.value == "Susret na Kosovu*"


def test_members_of_a_group_are_told_of_its_meetings_without_asking(site_root):
    group = make_working_group(headline_en="Aftercare")
    member, gone = join(group), join(group, since=in_days(-30), until=TODAY)
    meeting = make_meeting(group, start=in_days(20), end=in_days(20), place="Skopje")
    make_meeting(group, start=in_days(5), end=in_days(5), is_sample=True)
    make_meeting(group, start=in_days(-5), end=in_days(-5))
    assert [send_event_letters(TODAY), send_event_letters(TODAY)] == [(1, 0), (0, 0)]
    Meeting.objects.filter(pk=meeting.pk).update(sequence=1, place="Ohrid")
    assert send_event_letters(TODAY) == (1, 0)
    assert send_event_letters(in_days(17)) == (1, 0)
    assert {one.to[0] for one in mail.outbox} == {member.user.email}
    assert gone.user.email not in {one.to[0] for one in mail.outbox}
    assert "Aftercare" in mail.outbox[0].body
    assert [entry(one).sequence.value for one in mail.outbox] == ["0", "1", "1"]
    assert {entry(one).uid.value for one in mail.outbox} == {f"meeting-{meeting.pk}@continuum"}
    assert subjects() == ["Your working group meets: Meeting 1", "Changed: Meeting 1", "Reminder: Meeting 1"]


def test_who_has_left_the_group_hears_no_more_of_it(site_root):
    group = make_working_group()
    join(group)
    make_meeting(group, start=in_days(10), end=in_days(10))
    send_event_letters(TODAY)
    GroupMembership.objects.update(since=in_days(-30), until=TODAY)
    assert send_event_letters(in_days(8)) == (0, 0)


def test_what_somebody_chose_is_kept_to(event, person):
    group = make_working_group()
    member = join(group)
    choose(person, {EVENTS: Frequency.NEVER})
    choose(member.user, {MEETINGS: Frequency.NEVER})
    make_meeting(group, start=in_days(20), end=in_days(20))
    assert send_event_letters(in_days(18)) == (0, 0)


def test_who_may_not_see_it_any_more_is_told_nothing_of_it(event, person):
    restrict(event, make_group("Others"))
    publish(event, place_en="Secret place")
    assert send_event_letters(in_days(18)) == (0, 0)


def test_a_closed_account_gets_nothing(event, person):
    person.is_active = False
    person.save()
    assert send_event_letters(in_days(18)) == (0, 0)


def test_one_letter_that_cannot_be_sent_keeps_nobody_from_theirs_and_is_tried_again(event, person, monkeypatch):
    follow(user=make_user(email="other@example.org"), event=event)
    send = mail.EmailMessage.send

    def refused(message, *args, **kwargs):
        if message.to == [person.email]:
            raise OSError("refused")
        return send(message, *args, **kwargs)

    with monkeypatch.context() as patch:
        patch.setattr(mail.EmailMessage, "send", refused)
        assert send_event_letters(in_days(18)) == (1, 1)
    assert send_event_letters(in_days(18)) == (1, 0)
    assert [one.to for one in mail.outbox] == [["other@example.org"], [person.email]]


@override_settings(WAGTAILADMIN_BASE_URL="https://example.org")
def test_the_same_letter_has_the_same_message_id(event, person):
    send_event_letters(in_days(18))
    follower = EventFollower.objects.get()
    expected = f"<event.{follower.pk}.reminder.0.{event.start:%Y%m%d}@example.org>"
    assert mail.outbox[0].extra_headers["Message-ID"] == expected


def test_the_command_says_how_many_and_fails_loudly(event, person, capsys, monkeypatch):
    call_command("send_event_letters")
    assert capsys.readouterr().out == "Events: 0 letters sent\n"

    def refused(*args, **kwargs):
        raise OSError("refused")

    monkeypatch.setattr(mail.EmailMessage, "send", refused)
    EventPage.objects.update(start=date(2090, 1, 1), end=date(2090, 1, 1), sequence=5)
    with pytest.raises(CommandError, match="1 letters could not be sent"):
        call_command("send_event_letters")


def test_an_event_for_the_signed_in_is_told_to_them(event, person):
    restrict(event, LOGIN)
    assert send_event_letters(in_days(18)) == (1, 0)

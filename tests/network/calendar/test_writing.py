"""What other calendars get, read by another program than the one that wrote it."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject
from django.contrib.auth.models import Group
from django.utils import timezone

from network.models import EventPage
from portal.core.status_note.notes import note_for
from tests.factories.pages import make_page, restrict
from tests.factories.people import make_user
from tests.factories.vocabulary import make_beneficiary

pytestmark = pytest.mark.django_db

SKOPJE = ZoneInfo("Europe/Skopje")


def make_event(start, end=None, **fields):
    return make_page(EventPage, start=start, end=end or start, **fields)


def soon(days=10):
    return timezone.localdate() + timedelta(days=days)


def read(client, address):
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return vobject.readOne(answer.content.decode())


def events(calendar):
    return list(calendar.contents.get("vevent", []))


def titles(calendar):
    return [event.summary.value for event in events(calendar)]


def test_days_end_where_the_next_one_begins(client, site_root):
    make_event(soon(), soon(12), headline_en="Study visit", summary_en="Three days.", place_en="Tirana")
    calendar = read(client, "/en/calendar.ics")
    (event,) = events(calendar)
    assert (event.dtstart.value, event.dtend.value) == (soon(), soon(13))
    assert (event.summary.value, event.location.value) == ("Study visit", "Tirana")
    assert event.description.value.startswith("Three days.\n\nhttp")
    assert event.status.value == "CONFIRMED"
    assert calendar.contents["x-wr-calname"][0].value == "Calendar – Continuum"


@pytest.mark.parametrize(
    ("day", "offset"), [(date(2027, 1, 15), 1), (date(2027, 7, 15), 2), (date(2027, 3, 28), 2), (date(2027, 10, 31), 1)]
)
def test_times_are_those_of_the_place_on_either_side_of_summer_time(client, site_root, day, offset):
    page = make_event(day, start_time=time(9, 30), end_time=time(16), time_zone="Europe/Skopje")
    calendar = read(client, f"{page.url}calendar/")
    (event,) = events(calendar)
    assert event.dtstart.value.astimezone(UTC) == datetime(day.year, day.month, day.day, 9 - offset, 30, tzinfo=UTC)
    assert event.dtend.value.astimezone(UTC) == datetime(day.year, day.month, day.day, 16 - offset, tzinfo=UTC)
    assert event.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == ["Europe/Skopje"]
    assert [zone.tzid.value for zone in calendar.contents["vtimezone"]] == ["Europe/Skopje"]


def test_changes_and_cancellations_reach_the_same_entry(client, site_root):
    page = make_event(soon(), headline_en="Round table")
    (before,) = events(read(client, "/en/calendar.ics"))

    def published(**fields):
        draft = EventPage.objects.get(pk=page.pk)
        for name, value in fields.items():
            setattr(draft, name, value)
        draft.save_revision().publish()
        (event,) = events(read(client, "/en/calendar.ics"))
        assert event.uid.value == before.uid.value
        return event

    reworded = published(headline_en="Regional round table")
    assert (reworded.summary.value, reworded.sequence.value) == ("Regional round table", before.sequence.value)
    assert published(start_time=time(10)).sequence.value == str(int(before.sequence.value) + 1)
    cancelled = published(is_cancelled=True)
    assert (cancelled.status.value, cancelled.sequence.value) == ("CANCELLED", str(int(before.sequence.value) + 2))


def test_words_leave_in_the_script_of_the_reader_with_mark_and_footnote(client, site_root):
    make_event(soon(), ready=("sr",), source_language="sr", headline_sr="Обука: Косово", summary_sr="Затвор")
    (event,) = events(read(client, "/sr-latn/calendar.ics"))
    assert event.summary.value == "Obuka: Kosovo*"
    assert event.summary.params["LANGUAGE"] == ["sr-Latn"]
    assert note_for("sr-latn") in event.description.value
    (event,) = events(read(client, "/sr/calendar.ics"))
    assert event.summary.value == "Обука: Косово*"


def test_a_subscription_is_narrowed_as_the_page_is(client, site_root):
    albania, serbia = make_beneficiary("AL"), make_beneficiary("RS")
    make_event(soon(1), headline_en="One", kind="webinar", beneficiaries=[albania], event_languages="en sq")
    make_event(soon(2), headline_en="Two", kind="meeting", beneficiaries=[albania, serbia], event_languages="sr")
    assert titles(read(client, "/en/calendar.ics")) == ["One", "Two"]
    assert titles(read(client, "/en/calendar.ics?kind=meeting")) == ["Two"]
    assert titles(read(client, "/en/calendar.ics?beneficiary=AL")) == ["One", "Two"]
    assert titles(read(client, "/en/calendar.ics?beneficiary=RS")) == ["Two"]
    assert titles(read(client, "/en/calendar.ics?language=sq")) == ["One"]
    assert titles(read(client, "/en/calendar.ics?kind=nonsense")) == ["One", "Two"]


def test_what_was_over_a_year_ago_is_left_out_and_drafts_are_too(client, site_root):
    make_event(soon(-400), headline_en="Long ago")
    make_event(soon(-300), headline_en="This year")
    make_event(soon(3), headline_en="Draft", live=False)
    assert titles(read(client, "/en/calendar.ics")) == ["This year"]


def test_closed_events_are_in_no_subscription_and_their_file_is_for_those_who_may_read_them(client, site_root):
    group = Group.objects.create(name="Members")
    page = make_event(soon(), headline_en="Closed meeting")
    restrict(page, group)
    client.force_login(make_user(group))
    assert titles(read(client, "/en/calendar.ics")) == []
    assert titles(read(client, f"{page.url}calendar/")) == ["Closed meeting"]
    client.logout()
    answer = client.get(f"{page.url}calendar/")
    assert (answer.status_code, b"Closed meeting" in answer.content) == (404, False)


def test_hostile_words_stay_words(client, site_root):
    make_event(soon(), headline_en="A\\, B; C", place_en="Hall\r\nATTENDEE:mailto:x@example.org")
    (event,) = events(read(client, "/en/calendar.ics"))
    assert event.summary.value == "A\\, B; C"
    assert "attendee" not in event.contents


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_the_number_of_events(client, site_root, django_assert_num_queries, number):
    for day in range(number):
        make_event(soon(day), beneficiaries=[make_beneficiary("AL")] if day == 0 else [])
    client.get("/en/calendar.ics")
    with django_assert_num_queries(6):
        client.get("/en/calendar.ics")


def test_a_program_that_has_it_is_told_so(client, site_root):
    make_event(soon())
    tag = client.get("/en/calendar.ics").headers["ETag"]
    assert client.get("/en/calendar.ics", headers={"if-none-match": tag}).status_code == 304

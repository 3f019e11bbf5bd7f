"""The record of a meeting, as a browser without script sends it."""

import json
from datetime import date, time

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile

from network.models import (
    AgendaItem,
    Attendance,
    GroupMembership,
    GroupOutputPage,
    GroupRole,
    Meeting,
    MeetingState,
    Outcome,
    OutcomeKind,
)
from portal.core.models import PortalDocument
from tests.factories.meetings import make_item, make_meeting, make_outcome, make_working_group, sent
from tests.factories.members import join, make_member
from tests.factories.people import PASSWORD

pytestmark = pytest.mark.django_db

KEY, OTHER_KEY, THIRD_KEY = "a" * 16, "b" * 16, "c" * 16


@pytest.fixture
def secretary(group, client):
    member = join(group, role=GroupRole.SECRETARY)
    client.force_login(member.user)
    return member


@pytest.fixture
def meeting(group):
    return make_meeting(group)


def address(meeting):
    return f"/en/meetings/{meeting.pk}/record/"


def opened(client, meeting):
    return sent(client.get(address(meeting)).content.decode())


def item(prefix="i1", key=KEY, **fields):
    return {
        f"{prefix}-key": key,
        f"{prefix}-position": "1",
        f"{prefix}-title": "Opening",
        **{f"{prefix}-{name}": value for name, value in fields.items()},
    }


def outcome(prefix="i1-o1", key=OTHER_KEY, kind="information", **fields):
    return {
        f"{prefix}-key": key,
        f"{prefix}-kind": kind,
        **{f"{prefix}-{name}": value for name, value in fields.items()},
    }


def page(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def saved(client, meeting, data, **files):
    return client.post(address(meeting), {**data, **files}, follow=True)


def as_json(client, meeting, data):
    return client.post(address(meeting), data, headers={"accept": "application/json"})


def test_what_is_not_changed_is_not_written(client, meeting, secretary):
    make_outcome(make_item(meeting), "Welcome", OutcomeKind.ACTION, due=date(2024, 6, 1), responsible=secretary)
    before = meeting.changed_at
    answer = saved(client, meeting, opened(client, meeting))
    meeting.refresh_from_db()
    assert ("Everything is saved." in answer.content.decode(), meeting.changed_at) == (True, before)


def test_a_whole_meeting_is_recorded_in_one_sitting(client, group, meeting, secretary):
    other = join(group)
    data = opened(client, meeting) | {
        "people-present": [str(secretary.pk)],
        "people-excused": [str(other.pk)],
        "people-guests": "Sample guest; adviser, Ministry",
        **item(start_time="09:00", end_time="10:30", presenter=str(other.pk), text="It was long."),
        **outcome(kind="information", text="Programmes were shown."),
        **outcome("i1-o2", THIRD_KEY, "decision", text="Agencies work together."),
        **outcome(
            "i1-o3", "d" * 16, "action", text="Draft it", responsible=str(other.pk), due="2024-06-01", status="open"
        ),
        "out1-key": "e" * 16,
        "out1-title": "Outline",
        "out1-kind": "outline_programme",
        "out1-summary": "What a programme holds.",
        "do": "submit",
    }
    answer = saved(client, meeting, data)
    meeting.refresh_from_db()
    stored = meeting.items.get()
    assert answer.redirect_chain[-1][0] == f"/en/meetings/{meeting.pk}/"
    assert (meeting.state, meeting.submitted_by, meeting.guest_list) == (
        MeetingState.SUBMITTED,
        secretary.user,
        [("Sample guest", "adviser, Ministry")],
    )
    assert list(meeting.attendances.values_list("member", "is_excused")) == [(secretary.pk, False), (other.pk, True)]
    assert (stored.title_en, stored.start_time, stored.end_time, stored.presenter) == (
        "Opening",
        time(9),
        time(10, 30),
        other,
    )
    assert list(stored.outcomes.values_list("kind", "text_en", "due")) == [
        ("information", "Programmes were shown.", None),
        ("decision", "Agencies work together.", None),
        ("action", "Draft it", date(2024, 6, 1)),
    ]
    output = GroupOutputPage.objects.get()
    assert (output.headline_en, output.live, output.get_parent().pk) == ("Outline", False, group.pk)


def test_sent_twice_it_is_stored_once(client, meeting, secretary):
    data = opened(client, meeting) | item() | outcome(text="Yes.")
    saved(client, meeting, data)
    saved(client, meeting, data)
    assert (AgendaItem.objects.count(), Outcome.objects.count()) == (1, 1)


def test_a_part_that_needs_mending_keeps_nothing_else_from_being_saved(client, meeting, secretary):
    data = opened(client, meeting) | item(title="Kept") | outcome(text="Told.")
    data |= item("i2", THIRD_KEY, title="Too early", start_time="10:00", end_time="09:00")
    answer = client.post(address(meeting), data)
    found = page(answer)
    assert [one.title_en for one in meeting.items.all()] == ["Kept"]
    assert found.select_one("[role=alert] li").text == "It would end before it begins."
    assert found.select_one("[name=i2-title]")["value"] == "Too early"
    assert "Not all of it is saved" in found.select_one("[data-state]").text


def test_an_action_point_is_due_after_the_meeting(client, meeting, secretary):
    data = opened(client, meeting) | item() | outcome(kind="action", text="Draft it", due="2024-01-01")
    found = page(client.post(address(meeting), data))
    assert found.select_one("[role=alert] li").text == "Enter a day after the meeting of 6 May 2024."
    assert found.select_one("[name=i1-o1-due]")["value"] == "2024-01-01"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"facts-end": "2024-05-01"}, "The last day is before the first."),
        (
            {"facts-start": "2024-03-31", "facts-end": "2024-03-31", "facts-start_time": "02:30"},
            "This time does not exist on that day: clocks are put forward.",
        ),
        ({"facts-number": "7"}, "The meeting of 6 May 2024 has this number. The next free one is 8."),
        ({"facts-start": "20024-05-06"}, "Enter a valid date."),
        ({"facts-start": "1024-05-06"}, "Look at the year once more."),
    ],
)
def test_facts_that_cannot_be(client, group, meeting, secretary, fields, reason):
    make_meeting(group, number=7)
    found = page(client.post(address(meeting), opened(client, meeting) | fields))
    assert reason in [one.text for one in found.select("[role=alert] li")]


def test_what_comes_from_a_word_processor_is_kept_as_words(client, meeting, secretary):
    head = "<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><style>" + "p.MsoNormal{margin:0}" * 6000
    line = '<p class=MsoNormal style="mso-list:l0">%s &amp; <b>more</b><o:p></o:p></p><script>alert(1)</script>'
    markup = (
        head + "</style>" + line % "First" + '<span style="mso-bidi-font-weight:bold"></span>' * 2000 + line % "Last"
    )
    assert len(markup) > 200_000
    saved(client, meeting, opened(client, meeting) | item(text=markup))
    assert meeting.items.get().text_en == "First & more\nLast & more"


def test_a_whole_record_full_of_markup_is_taken(client, meeting, secretary):
    markup = "<p class=MsoNormal>Words</p>" + '<span style="mso-bidi-font-weight:bold"></span>' * 4500
    data = opened(client, meeting)
    for number in range(1, 15):
        data |= item(f"i{number}", f"{number:016x}", title=f"Item {number}", text=markup)
    saved(client, meeting, data)
    assert list(meeting.items.values_list("text_en", flat=True)) == ["Words"] * 14


def test_a_text_that_is_too_long_is_refused_and_kept(client, meeting, secretary):
    found = page(client.post(address(meeting), opened(client, meeting) | item(text="x" * 20_001)))
    assert (meeting.items.count(), len(found.select_one("[name=i1-text]").text.strip())) == (0, 20_001)


def test_two_secretaries_lose_nothing(client, group, meeting, secretary, django_user_model):
    stored = make_item(meeting, "Opening")
    mine = opened(client, meeting)
    prefix = next(name for name, value in mine.items() if value == [stored.key]).removesuffix("-key")
    other = join(group)
    client.force_login(other.user)
    saved(client, meeting, opened(client, meeting) | {f"{prefix}-text": "Theirs"})
    client.force_login(secretary.user)
    answer = client.post(address(meeting), mine | {f"{prefix}-text": "Mine", "people-guests": "Guest; adviser"})
    found = page(answer)
    stored.refresh_from_db()
    meeting.refresh_from_db()
    # Stored is theirs, both are shown; the part that only I changed is saved.
    assert (stored.text_en, meeting.guests) == ("Theirs", "Guest; adviser")
    box = found.select_one(f"#part-{prefix} [data-theirs]")
    assert ("hidden" in box.attrs, "Theirs" in box.text) == (False, True)
    assert found.select_one(f"[name={prefix}-text]").text.strip() == "Mine"
    keep = box.select_one("[name=keep]")["value"]
    saved(client, meeting, sent(answer.content.decode()) | {"keep": keep})
    stored.refresh_from_db()
    assert stored.text_en == "Mine"


def test_the_other_text_can_be_taken(client, group, meeting, secretary):
    stored = make_item(meeting, "Opening")
    mine = opened(client, meeting)
    AgendaItem.objects.update(text_en="Theirs")
    answer = client.post(address(meeting), mine | {"i1-text": "Mine", "take": "i1"})
    stored.refresh_from_db()
    assert (stored.text_en, page(answer).select_one("[name=i1-text]").text.strip()) == ("Theirs", "Theirs")


def test_what_one_did_not_touch_shows_what_another_wrote(client, meeting, secretary):
    make_item(meeting, "Opening")
    mine = opened(client, meeting)
    AgendaItem.objects.update(text_en="Theirs")
    client.post(address(meeting), mine)
    assert meeting.items.get().text_en == "Theirs"


def test_an_item_that_another_took_away_is_kept_by_who_changed_it(client, meeting, secretary):
    make_item(meeting, "Opening")
    mine = opened(client, meeting)
    AgendaItem.objects.all().delete()
    saved(client, meeting, mine)
    assert meeting.items.count() == 0
    saved(client, meeting, mine | {"i1-text": "Mine"})
    assert meeting.items.get().text_en == "Mine"


def test_an_item_is_taken_away_with_its_outcomes(client, meeting, secretary):
    make_outcome(make_item(meeting))
    saved(client, meeting, opened(client, meeting) | {"i1-remove": "on"})
    assert (meeting.items.count(), Outcome.objects.count()) == (0, 0)


def test_rows_are_added_by_a_button_and_nothing_is_lost(client, meeting, secretary):
    answer = client.post(address(meeting), opened(client, meeting) | item() | {"add": "item"})
    assert len(page(answer).select("form [data-part^=i]")) == 2
    answer = client.post(address(meeting), sent(answer.content.decode()) | {"add": "i1"})
    assert len(page(answer).select("#part-i1 [data-outcome]")) == 2
    answer = client.post(address(meeting), sent(answer.content.decode()) | {"add": "output"})
    assert len(page(answer).select("form [data-part^=out]")) == 2
    assert meeting.items.get().title_en == "Opening"


def test_saving_as_one_goes_says_what_is_saved(client, meeting, secretary):
    data = opened(client, meeting) | item() | item("i2", THIRD_KEY, title="Second", start_time="25:00")
    told = json.loads(as_json(client, meeting, data).content)
    assert (told["saved"], told["parts"]["i1"]["saved"], told["parts"]["i2"]["saved"]) == (False, True, False)
    assert list(told["parts"]["i2"]["errors"]) == ["id_i2-start_time"]
    # With the new state of the first part it is not taken for a change of somebody else.
    data |= {"i1-base": told["parts"]["i1"]["base"], "i1-text": "More", "i2-start_time": "10:00"}
    assert json.loads(as_json(client, meeting, data).content)["saved"] is True


def test_whose_membership_ended_is_refused_and_keeps_the_text(client, meeting, secretary):
    make_item(meeting, "Secret of the group")
    data = opened(client, meeting)
    GroupMembership.objects.update(until=date.today())
    secretary.user.groups.clear()
    answer = client.post(address(meeting), {**data, "i1-text": "All that I wrote", "i1-title": "Mine"})
    assert answer.status_code == 403
    assert "All that I wrote" in answer.content.decode()
    assert "Secret of the group" not in answer.content.decode()
    assert meeting.items.get().text_en is None
    assert as_json(client, meeting, data).status_code == 403


def test_whose_session_ended_has_the_text_again_after_signing_in(client, meeting, secretary):
    data = opened(client, meeting) | item(text="All that I wrote")
    client.logout()
    assert as_json(client, meeting, data).status_code == 401
    answer = client.post(address(meeting), data)
    assert answer.headers["Location"] == f"/en/account/login/?next={address(meeting)}"
    client.post("/en/account/login/", {"login": secretary.user.email, "password": PASSWORD})
    found = page(client.get(address(meeting)))
    assert found.select_one("[name=i1-text]").text.strip() == "All that I wrote"
    assert "hidden" not in found.select_one("[data-brought-back]").attrs
    # Given back once.
    assert "All that I wrote" not in client.get(address(meeting)).content.decode()


def test_it_is_given_back_to_nobody_else(client, group, meeting, secretary):
    data = opened(client, meeting) | item(text="All that I wrote")
    client.logout()
    client.post(address(meeting), data)
    client.force_login(join(group).user)
    assert "All that I wrote" not in client.get(address(meeting)).content.decode()


@pytest.mark.parametrize("role", [GroupRole.OBSERVER, None])
def test_others_do_not_find_the_form(client, group, meeting, role):
    user = join(group, role=role).user if role else make_member().user
    client.force_login(user)
    assert client.get(address(meeting)).status_code == 404
    assert client.post(address(meeting), item()).status_code == (403 if role else 404)
    assert meeting.items.count() == 0


def test_an_approved_record_is_not_written(client, meeting, secretary):
    data = opened(client, meeting) | item(title="Late")
    Meeting.objects.update(state=MeetingState.APPROVED)
    answer = client.post(address(meeting), data)
    assert (answer.status_code, meeting.items.count()) == (403, 0)
    assert "Late" in answer.content.decode()


def test_files_go_to_the_collection_of_the_group(client, group, meeting, secretary):
    data = opened(client, meeting)
    saved(
        client,
        meeting,
        data | {"out1-key": KEY, "out1-summary": "About it"},
        **{
            "document-file": SimpleUploadedFile("agenda.txt", b"Agenda"),
            "out1-file": SimpleUploadedFile("our_outline.txt", b"Outline"),
        },
    )
    output = GroupOutputPage.objects.get()
    assert {one.title: one.collection_id for one in PortalDocument.objects.all()} == {
        "agenda": group.collection_id,
        "our outline": group.collection_id,
    }
    assert ([one.title for one in meeting.documents.all()], output.headline_en) == (["agenda"], "our outline")


def test_a_file_that_is_not_what_its_name_says(client, meeting, secretary):
    found = page(
        client.post(
            address(meeting),
            {**opened(client, meeting), "document-file": SimpleUploadedFile("agenda.pdf", b"MZ not a PDF")},
        )
    )
    assert "is not a real PDF file" in found.select_one("[role=alert] li").text
    assert PortalDocument.objects.count() == 0


def test_hostile_input_breaks_nothing(client, meeting, secretary):
    data = opened(client, meeting) | {
        "i1-key": "../../etc",
        "i1-title": "<script>alert(1)</script>Title",
        "i1-position": "999999999999999999999",
        "i9999-key": "\x00",
        "i1-o1-kind": "nothing",
        "people-present": ["0", "abc"],
        "facts-number": "-1",
        "keep": ":::",
        "take": "i99",
        "add": "x" * 500,
        "facts-time_zone": "Mars/Olympus",
    }
    assert client.post(address(meeting), data).status_code == 200


def test_members_of_another_group_cannot_be_named(client, meeting, secretary):
    stranger = join(make_working_group())
    client.post(address(meeting), opened(client, meeting) | item(presenter=str(stranger.pk)))
    assert (meeting.items.count(), Attendance.objects.count()) == (0, 0)


def test_the_number_of_queries_does_not_grow(client, meeting, secretary, django_assert_num_queries):
    for number in range(2):
        for title in ("One", "Two"):
            make_outcome(make_item(meeting, f"{title} {number}"), kind=OutcomeKind.DECISION)
            make_outcome(meeting.items.last(), kind=OutcomeKind.ACTION, responsible=join(meeting.group))
        client.get(address(meeting))
        with django_assert_num_queries(20):
            client.get(address(meeting))

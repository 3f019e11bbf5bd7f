"""A new meeting: its facts, with which the record begins."""

from datetime import UTC, time

import pytest
import vobject
from bs4 import BeautifulSoup

from network.calendar_entries import entry_of_meeting
from network.models import GroupRole, Meeting
from portal.core.calendar_files.writing import calendar_file
from portal.core.languages.catalogue import get_language
from tests.factories.meetings import make_meeting
from tests.factories.members import join
from tests.factories.people import make_superuser, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def secretary(group, client):
    member = join(group, role=GroupRole.SECRETARY)
    client.force_login(member.user)
    return member


def test_a_new_meeting(client, group, secretary):
    make_meeting(group, number=3)
    new = f"/en/groups/{group.slug}/meetings/new/"
    found = BeautifulSoup(client.get(new).content.decode(), "html.parser")
    assert found.select_one("[name=facts-number]")["value"] == "4"
    fields = {"title": "Fourth", "number": "4", "start": "2024-06-03", "end": "2024-06-03", "language": "mk"}
    data = {f"facts-{name}": value for name, value in fields.items()} | {"facts-time_zone": "Europe/Skopje"}
    answer = client.post(new, data)
    made = Meeting.objects.get(number=4)
    assert answer.headers["Location"] == f"/en/meetings/{made.pk}/record/"
    assert (made.title_mk, made.title_en, made.language) == ("Fourth", None, "mk")
    assert "has this number" in client.post(new, data).content.decode()


def test_only_the_group_starts_a_meeting(client, group):
    client.force_login(make_user())
    assert client.get(f"/en/groups/{group.slug}/meetings/new/").status_code == 404
    client.force_login(make_superuser())
    assert client.get(f"/en/groups/{group.slug}/meetings/new/").status_code == 200


def test_the_doubled_hour_in_autumn_is_its_first(client, group, secretary):
    times = {"start": "2026-10-25", "end": "2026-10-25", "start_time": "02:30", "end_time": "03:00"}
    facts = {"title": "Night shift", "number": "3", "language": "en", "time_zone": "Europe/Belgrade", **times}
    client.post(f"/en/groups/{group.slug}/meetings/new/", {f"facts-{name}": value for name, value in facts.items()})
    meeting = Meeting.objects.get()
    moments = [moment.astimezone(UTC).time() for moment in (meeting.starts_at, meeting.ends_at)]
    assert moments == [time(0, 30), time(2)]
    entry = vobject.readOne(calendar_file([entry_of_meeting(meeting, get_language("en"))]).decode()).vevent
    assert [part.value.astimezone(UTC).time() for part in (entry.dtstart, entry.dtend)] == moments


def test_the_hour_that_is_left_out_in_spring_is_refused_and_what_was_typed_stays(client, group, secretary):
    times = {"start": "2027-03-28", "end": "2027-03-28", "start_time": "02:30"}
    facts = {"title": "Night shift", "number": "3", "language": "en", "time_zone": "Europe/Belgrade", **times}
    answer = client.post(f"/en/groups/{group.slug}/meetings/new/", {f"facts-{one}": facts[one] for one in facts})
    found = BeautifulSoup(answer.content.decode(), "html.parser")
    assert "This time does not exist on that day" in found.select_one("[role=alert]").text
    assert found.select_one("[name=facts-title]")["value"] == "Night shift"
    assert Meeting.objects.count() == 0

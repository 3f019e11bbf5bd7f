"""Who sees the participants of a training, and what they can do with them."""

import io
from datetime import timedelta

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from portal.accounts.models import User
from portal.accounts.roles import ADMINISTRATORS, focal_points
from portal.members.models import Member
from tests.factories.members import make_member
from tests.factories.people import make_user
from tests.factories.trainings import make_enrolment, make_session, make_training
from trainings.models import Admission, Attendance, Enrolment

pytestmark = pytest.mark.django_db

FILES = ("participants/", "participants.csv", "participants.xlsx")


def person(first, last, **fields):
    return make_member(user=make_user(first_name=first, last_name=last), **fields)


@pytest.fixture(scope="module")
def training_key(shared_rows):
    """Given by Ana Trainer; one person of Albania and one of Serbia take part."""
    day = timezone.localdate() + timedelta(days=30)
    sessions = [make_session(day), make_session(day, 14, 16)]
    trainer = person("Ana", "Trainer")
    training = make_training(start=day, end=day, sessions=sessions, trainers=[trainer], capacity=2)
    make_enrolment(training, person("Besa", "Albanian", beneficiary="AL"))
    make_enrolment(training, person("=1+1", "Serbian", beneficiary="RS"))
    return training.pk


@pytest.fixture
def trainer(client, training):
    client.force_login(training.trainers.get().user)
    return client


@pytest.fixture
def focal_point(client, training):
    client.force_login(make_user(Group.objects.get(name=focal_points("AL"))))
    return client


def url(training, below="participants/"):
    return f"/en/trainings/{training.pk}/{below}"


def text(answer):
    return BeautifulSoup(answer.content.decode(), "html.parser").main.get_text(" ", strip=True)


def states():
    return list(Enrolment.objects.order_by("pk").values_list("state", flat=True))


def test_only_those_who_run_it_and_administrators_see_all(client, training):
    outsiders = [make_user(), make_member().user, make_member(state="suspended").user]
    other = make_training(trainers=[make_member()])
    outsiders.append(other.trainers.get().user)
    gone = training.trainers.get()
    for user in outsiders:
        client.force_login(user)
        assert [client.get(url(training, name)).status_code for name in FILES] == [404] * 3
    for user in (gone.user, make_user(Group.objects.get(name=ADMINISTRATORS))):
        client.force_login(user)
        shown = text(client.get(url(training)))
        assert ("Besa Albanian" in shown, "=1+1 Serbian" in shown) == (True, True)
    gone.state = "suspended"
    gone.save()
    client.force_login(gone.user)
    assert client.get(url(training)).status_code == 404


def test_a_focal_point_sees_its_own_people_and_no_trace_of_others(focal_point, training):
    for name in FILES[:2]:
        answer = focal_point.get(url(training, name)).content.decode()
        assert ("Albanian" in answer, "Serbian" in answer) == (True, False)
    page = text(focal_point.get(url(training)))
    assert "1 Confirmed" in page
    book = openpyxl.load_workbook(io.BytesIO(focal_point.get(url(training, "participants.xlsx")).content))
    assert [row[0].value for row in book.active.iter_rows(min_row=2)] == ["Albanian"]


def test_a_focal_point_decides_nothing(focal_point, training):
    keys = list(Enrolment.objects.values_list("pk", flat=True))
    assert focal_point.post(url(training), {"do": "declined", "enrolment": keys}).status_code == 404
    for name in ("participants/write/", "attendance/", "sheet/"):
        assert focal_point.get(url(training, name)).status_code == 404
    assert states() == ["confirmed", "confirmed"]


def test_a_focal_point_nominates_its_own_people_only(client, site_root):
    training = make_training(admission=Admission.NOMINATION)
    own, other = person("Drita", "Own", beneficiary="AL"), person("Dragan", "Other", beneficiary="RS")
    client.force_login(make_user(Group.objects.get(name=focal_points("AL"))))
    found = text(client.get(url(training, "participants/add/?q=dr")))
    assert ("Drita Own" in found, "Dragan Other" in found) == (True, False)
    assert client.post(url(training, "participants/add/"), {"member": other.pk}).status_code == 404
    client.post(url(training, "participants/add/"), {"member": own.pk})
    assert list(Enrolment.objects.filter(training=training).values_list("state", flat=True)) == ["nominated"]


@pytest.mark.parametrize("asked", ["Đorđe", "djordje petrov", "Ђорђе", "ПЕТРОВИЋ"])
def test_a_trainer_finds_members_in_both_scripts_and_enrols_them(trainer, training, asked):
    member = person("Ђорђе", "Петровић", beneficiary="RS")
    page = trainer.get(url(training, f"participants/add/?q={asked}"))
    assert "Ђорђе Петровић" in text(page)
    trainer.post(url(training, "participants/add/"), {"member": member.pk})
    assert states() == ["confirmed", "confirmed", "waiting"]


def test_a_trainer_declines_several_and_says_why(trainer, training):
    keys = list(Enrolment.objects.values_list("pk", flat=True))
    answer = trainer.post(
        url(training), {"do": "declined", "enrolment": [*keys, "x", "9" * 30], "reason": "Full"}, follow=True
    )
    assert "2 enrolments changed." in text(answer)
    assert [one.changes.last().reason for one in Enrolment.objects.all()] == ["Full", "Full"]
    assert "Nobody is ticked." in text(trainer.post(url(training), {"do": "declined"}, follow=True))


def test_enrolments_of_another_training_are_left_alone(trainer, training):
    other = make_enrolment(make_training())
    trainer.post(url(training), {"do": "declined", "enrolment": [other.pk]})
    other.refresh_from_db()
    assert other.state == "confirmed"


def test_attendance_is_ticked_and_counted(trainer, training):
    first, _second = Enrolment.objects.order_by("pk")
    address = trainer.get(url(training, "attendance/")).headers["Location"]
    assert "Besa Albanian" in text(trainer.get(address))
    for was_there, there, percent in ((0, [first.pk], "50 %"), (1, [], "0 %")):
        trainer.post(address, {"asked": [f"{first.pk}:{was_there}:0"], "there": there})
        assert percent in text(trainer.get(url(training)))
    assert "Besa Albanian" in text(trainer.get(url(training, "sheet/")))


def test_what_somebody_wrote_is_no_formula_in_a_spreadsheet(trainer, training):
    rows = trainer.get(url(training, "participants.csv")).content.decode("utf-8-sig").splitlines()
    assert [row.split(";")[1] for row in rows] == ["First name", "Besa", "'=1+1"]
    book = openpyxl.load_workbook(io.BytesIO(trainer.get(url(training, "participants.xlsx")).content))
    assert book.active["B3"].value == "'=1+1"


def test_a_message_that_lacks_its_text_is_not_lost(trainer, training):
    page = trainer.post(url(training, "participants/write/"), {"subject": "Bring a pen", "text": "", "to": "waiting"})
    html = BeautifulSoup(page.content.decode(), "html.parser")
    assert html.select_one("[name=subject]")["value"] == "Bring a pen"
    assert html.select_one("[name=to] [selected]")["value"] == "waiting"


def test_the_list_asks_as_often_for_five_as_for_two(trainer, training):
    def count(name):
        trainer.get(url(training, name))
        with CaptureQueriesContext(connection) as found:
            trainer.get(url(training, name))
        return len(found)

    names = (*FILES, "sheet/", "participants/add/?q=a")
    before = [count(name) for name in names]
    training.capacity = 9
    training.save()
    for number in range(3):
        make_enrolment(training, person(f"A{number}", "Albanian", beneficiary="AL"))
    assert [count(name) for name in names] == before


def crowd(training, count, state="requested"):
    """So many people in one state, written at once."""
    users = User.objects.bulk_create(
        User(email=f"p{number}@example.org", first_name="Person", last_name=f"N{number:03}") for number in range(count)
    )
    members = Member.objects.bulk_create(Member(user=user) for user in users)
    Enrolment.objects.bulk_create(Enrolment(training=training, member=member, state=state) for member in members)


def names(answer):
    return [
        row.get_text(" ", strip=True)
        for row in BeautifulSoup(answer.content.decode(), "html.parser").select("tbody th")
    ]


def test_a_long_list_has_pages_that_keep_what_was_asked(trainer, training):
    crowd(training, 101)
    first, second, beyond = (
        trainer.get(url(training, f"participants/{query}")) for query in ("", "?page=2", "?page=9")
    )
    assert [len(names(one)) for one in (first, second, beyond)] == [50, 50, 3]
    assert "103 people" in text(first)
    links = BeautifulSoup(trainer.get(url(training, "participants/?state=requested")).content, "html.parser")
    assert links.select_one("[rel=next]")["href"] == "?state=requested&page=2"


@pytest.mark.parametrize("asked", ["djordje pet", "Ђорђе", "Petrović", "PETROVIC"])
def test_somebody_is_found_on_the_list_however_the_name_is_written(trainer, training, asked):
    make_enrolment(training, person("Ђорђе", "Петровић"))
    page = trainer.get(url(training, "participants/"), {"name": asked})
    assert names(page) == ["Ђорђе Петровић"]
    assert names(trainer.get(url(training, "participants/"), {"name": asked, "state": "confirmed"})) == []


def test_a_focal_point_finds_nobody_else_s_people(focal_point, training):
    assert names(focal_point.get(url(training, "participants/?name=s"))) == []
    assert names(focal_point.get(url(training, "participants/?name=alb"))) == ["Besa Albanian"]


def test_all_of_one_state_are_decided_at_once(trainer, training):
    crowd(training, 51)
    address = url(training, "participants/?state=requested")
    box = BeautifulSoup(trainer.get(address).content, "html.parser").select_one("[name=all]")
    assert box["value"] == "51"
    answer = trainer.post(address, {"do": "declined", "all": "51"}, follow=True)
    assert "51 enrolments changed." in text(answer)
    assert states() == ["confirmed"] * 2 + ["declined"] * 51
    assert BeautifulSoup(trainer.get(url(training)).content, "html.parser").select_one("[name=all]") is None


def test_who_came_to_the_list_meanwhile_is_not_decided_unseen(trainer, training):
    crowd(training, 3)
    answer = trainer.post(url(training, "participants/?state=requested"), {"do": "declined", "all": "2"}, follow=True)
    assert "The list has changed meanwhile." in text(answer)
    assert states() == ["confirmed"] * 2 + ["requested"] * 3


def test_three_hundred_are_ticked_in_one_list(trainer, training):
    crowd(training, 300, "completed")
    address = trainer.get(url(training, "attendance/")).headers["Location"]
    form = BeautifulSoup(trainer.get(address).content, "html.parser")
    sent = {name: [one["value"] for one in form.select(f"[name={name}]")] for name in ("asked", "there")}
    assert [len(values) for values in sent.values()] == [302, 302]
    trainer.post(address, sent)
    assert Attendance.objects.count() == 302

"""Attendance from a spreadsheet: what will become of each row, and that nothing is written before somebody says so."""

import io

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from portal.core.languages.catalogue import LANGUAGES
from tests.factories.attendance import changes, make_training_now
from tests.factories.members import make_member
from tests.factories.people import make_user
from tests.factories.spreadsheets import csv_upload, xlsx_upload
from tests.factories.trainings import make_enrolment
from trainings.models import Attendance, AttendanceSource
from trainings.services.attending import Mark, close_attendance, mark_attendance

pytestmark = pytest.mark.django_db


def person(first, last, email):
    return make_member(user=make_user(first_name=first, last_name=last, email=email))


@pytest.fixture(scope="module")
def training_key(shared_rows):
    return make_training_now(trainers=[person("Ana", "Trainer", "ana@example.org")]).pk


@pytest.fixture
def people(training):
    named = (
        ("Besa", "Hoxha", "besa@example.org"),
        ("Ђорђе", "Петровић", "djordje@example.org"),
        ("=1+1", "Formula", "formula@example.org"),
    )
    return [make_enrolment(training, person(*one)) for one in named]


@pytest.fixture
def session(training):
    return training.sessions.get()


@pytest.fixture
def trainer(client, training):
    client.force_login(training.trainers.get().user)
    return client


@pytest.fixture
def address(session):
    return f"/en/trainings/{session.training_id}/attendance/{session.pk}/list/"


def upload(client, address, *rows, header=("E-mail", "Name", "Present"), make=csv_upload):
    return client.post(address, {"file": make([header, *rows])})


def html(answer):
    return BeautifulSoup(answer.content.decode(), "html.parser")


def fates(answer):
    rows = html(answer).select("tbody tr")
    return {int(row.td.get_text(strip=True)): row.select_one(".badge").get_text(strip=True) for row in rows}


def confirm(client, address, looked_at, **more):
    return client.post(address, {"lines": html(looked_at).select_one("[name=lines]")["value"], "do": "write", **more})


def present():
    return sorted(Attendance.objects.values_list("enrolment", flat=True))


def test_each_row_says_what_will_become_of_it(trainer, session, people, address):
    mark_attendance(
        session=session,
        marks=[Mark(people[0].pk, True, timezone.now())],
        by=people[0].member.user,
        source=AttendanceSource.SELF,
    )
    looked_at = upload(
        trainer,
        address,
        ("besa@example.org", "", "no"),
        ("", "Djordje Petrovic", "x"),
        ("formula@example.org", "", "perhaps"),
        ("stranger@example.org", "Nobody Known", "yes"),
        ("other@example.org", "Besa Hoxa", "yes"),
        ("BESA@example.org", "", "no"),
        ("besa@example.org", "", "yes"),
        ("no address", "", "yes"),
    )
    assert fates(looked_at) == {
        2: "Will be marked as absent",
        3: "Will be marked as present",
        4: "Error",
        5: "Not a participant",
        6: "Likely the same person",
        7: "Twice in the file",
        8: "Error",
        9: "Error",
    }
    said = html(looked_at).main.get_text()
    assert "“perhaps” is neither yes nor no." in said
    assert "Row 2 says otherwise of the same person." in said
    assert len(changes()) == 1


def test_what_is_confirmed_is_written_once(trainer, training, people, address):
    looked_at = upload(trainer, address, ("besa@example.org", "", "yes"), ("", "Ђорђе Петровић", ""))
    assert fates(looked_at) == {2: "Will be marked as present", 3: "Nothing is said"}
    for label in ("Marked as present", "Already so"):
        assert fates(confirm(trainer, address, looked_at)) == {2: label, 3: "Nothing is said"}
    again = upload(trainer, address, ("besa@example.org", "", "yes"))
    assert fates(again) == {2: "Already so"}
    assert changes() == [(people[0].pk, True, "list", training.trainers.get().user_id)]


def test_who_is_likely_somebody_waits_for_a_choice(trainer, people, address):
    looked_at = upload(trainer, address, ("other@example.org", "Besa Hoxa", "yes"))
    confirm(trainer, address, looked_at)
    assert present() == []
    chosen = confirm(trainer, address, looked_at, **{"do": "look", "choice-2": "same"})
    assert (fates(chosen), present()) == ({2: "Will be marked as present"}, [])
    confirm(trainer, address, chosen, **{"choice-2": "same"})
    assert present() == [people[0].pk]


def test_two_of_one_name_are_told_apart_by_their_address(trainer, training, people, address):
    make_enrolment(training, person("Hoxha", "Besa", "second@example.org"))
    looked_at = upload(trainer, address, ("", "Besa Hoxha", "yes"), ("second@example.org", "Besa Hoxha", "yes"))
    assert fates(looked_at) == {2: "Error", 3: "Will be marked as present"}


@pytest.mark.parametrize(
    ("header", "yes", "no"),
    [
        (("E-mail", "Name", "Present"), "yes", "no"),
        (("Posta elektronike", "Emri dhe mbiemri", "I pranishëm"), "po", "jo"),
        (("E-pošta", "Ime i prezime", "Prisustvo"), "da", "ne"),
        (("Е-пошта", "Име и презиме", "Присутност"), "да", "не"),
        (("Е-пошта", "Име и презиме", "ПРИСУТАН"), "ДА", "одсутан"),
        (("mejl", "ime", "prisutan/na"), "✓", "✗"),
    ],
)
def test_columns_and_words_are_known_in_all_languages(trainer, people, address, header, yes, no):
    rows = (("besa@example.org", "", yes), ("djordje@example.org", "", no))
    looked_at = upload(trainer, address, *rows, header=header, make=xlsx_upload)
    assert fates(looked_at) == {2: "Will be marked as present", 3: "Already so"}


def go_on(client, address, before, do, **data):
    return client.post(address, {"lines": html(before).select_one("[name=lines]")["value"], "do": do, **data})


@pytest.mark.parametrize(
    ("header", "understood"),
    [(("Who", "Where to write", "Colour"), {}), (("Who", "E-mail", "Colour"), {"email": "1"})],
)
def test_columns_that_are_not_understood_are_asked_for(trainer, people, address, header, understood):
    asked = upload(trainer, address, ("Besa Hoxha", "besa@example.org", "yes"), header=header)
    selects = {one["name"]: one.select_one("option[selected]")["value"] for one in html(asked).main("select")}
    assert {name: place for name, place in selects.items() if place} == understood
    assert "Colour (yes)" in [one.get_text() for one in html(asked).select("[name=attendance] option")]
    looked_at = go_on(trainer, address, asked, "places", email="1", attendance="2")
    assert fates(looked_at) == {2: "Will be marked as present"}
    confirm(trainer, address, looked_at)
    assert present() == [people[0].pk]


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ({"email": "0"}, "This field is required."),
        ({"attendance": "0"}, "Say where the e-mail address or the name stands."),
        ({"attendance": "0", "email": "0"}, "This column is chosen twice."),
        (
            {"attendance": "2", "full_name": "0", "last_name": "1"},
            "The name stands in one column, or in two, but not in both ways.",
        ),
    ],
)
def test_places_that_make_no_sense_are_named_and_nothing_is_lost(trainer, people, address, places, said):
    asked = upload(trainer, address, ("a", "b", "c"), header=("One", "Two", "Three"))
    again = go_on(trainer, address, asked, "places", **places)
    assert said in [one.get_text() for one in html(again).select(".errorlist li")]
    assert {
        one["name"]: one.select_one("option[selected]")["value"]
        for one in html(again).main("select")
        if one["name"] in places
    } == places


def test_columns_that_were_understood_can_be_told_otherwise(trainer, people, address):
    looked_at = upload(
        trainer, address, ("besa@example.org", "no", "yes"), header=("E-mail", "Present", "There on day two")
    )
    assert fates(looked_at) == {2: "Already so"}
    asked = go_on(trainer, address, looked_at, "columns")
    assert fates(go_on(trainer, address, asked, "places", email="0", attendance="2")) == {
        2: "Will be marked as present"
    }


def test_the_report_is_a_file_of_what_became_of_each_row(trainer, training, people, address, client):
    rows = (("besa@example.org", "", "yes"), ("", "=Nobody", "yes"), ("formula@example.org", "", "maybe"))
    written = confirm(trainer, address, upload(trainer, address, *rows))
    report = html(written).select_one("[name=report]")["value"]
    answer = trainer.post(address, {"report": report})
    assert answer.headers["Content-Disposition"] == 'attachment; filename="attendance-report.xlsx"'
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)] == [
        ["Row", "Name", "E-mail", "Attendance", "Result", "Reason"],
        ["2", "Besa Hoxha", "besa@example.org", "yes", "Marked as present", ""],
        ["3", "'=Nobody", "", "yes", "Not a participant", ""],
        ["4", "'=1+1 Formula", "formula@example.org", "maybe", "Error", "“maybe” is neither yes nor no."],
    ]
    other = person("Bora", "Trainer", "bora@example.org")
    training.trainers.add(other)
    training.save()
    client.force_login(other.user)
    assert "These rows are too old." in html(client.post(address, {"report": report})).get_text()


def test_a_file_that_cannot_be_read_says_so(trainer, people, address):
    answer = trainer.post(address, {"file": SimpleUploadedFile("list.xls", b"x")})
    assert "old or the binary format of Excel" in html(answer).main.get_text()


@pytest.mark.parametrize("language", [language.code for language in LANGUAGES])
def test_the_list_to_fill_in_comes_back_understood(trainer, session, people, address, language):
    mark_attendance(
        session=session,
        marks=[Mark(people[0].pk, True, timezone.now())],
        by=people[0].member.user,
        source=AttendanceSource.SELF,
    )
    answer = trainer.get(f"{address.replace('/en/', f'/{language}/')[:-1]}.xlsx")
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.values)
    assert [row[2] for row in rows[1:]] == ["formula@example.org", "besa@example.org", "djordje@example.org"]
    assert rows[1][1] == "'=1+1"
    back = trainer.post(address, {"file": SimpleUploadedFile("back.xlsx", answer.content)})
    assert fates(back) == {2: "Nothing is said", 3: "Already so", 4: "Nothing is said"}


def test_rows_of_somebody_else_or_made_up_are_not_taken(trainer, training, people, address):
    looked_at = upload(trainer, address, ("besa@example.org", "", "yes"))
    other = person("Bora", "Trainer", "bora@example.org")
    training.trainers.add(other)
    training.save()
    trainer.force_login(other.user)
    for answer in (
        confirm(trainer, address, looked_at),
        trainer.post(address, {"lines": "made:up", "do": "write"}),
    ):
        assert "These rows are too old." in html(answer).main.get_text()
    assert changes() == []


def test_once_closed_nothing_is_taken(trainer, session, people, address):
    looked_at = upload(trainer, address, ("besa@example.org", "", "yes"))
    close_attendance(session=session, by=None)
    assert "The attendance of this session is closed." in html(confirm(trainer, address, looked_at)).main.get_text()
    assert changes() == []


def test_others_get_nothing(client, people, address):
    for user in (make_user(), people[0].member.user):
        client.force_login(user)
        assert client.get(address).status_code == 404
        assert client.get(f"{address[:-1]}.xlsx").status_code == 404
        assert upload(client, address, ("besa@example.org", "", "yes")).status_code == 404


def test_a_list_asks_as_often_for_three_rows_as_for_one(trainer, people, address, django_assert_num_queries):
    rows = [(one.member.user.email, "", "yes") for one in people]
    trainer.get(address)
    for count in (1, 3):
        with django_assert_num_queries(QUERIES):
            upload(trainer, address, *rows[:count])


#: Of the page, with its frame.
QUERIES = 24

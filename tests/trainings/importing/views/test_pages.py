"""From the file to the result, as a trainer goes through it."""

import io
from datetime import timedelta

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.utils import timezone

from portal.accounts.roles import ADMINISTRATORS, focal_points
from tests.factories.members import make_member
from tests.factories.participant_lists import make_list
from tests.factories.people import make_user
from tests.factories.spreadsheets import csv_upload, xlsx_upload
from tests.factories.trainings import make_enrolment, make_training
from trainings.models import Enrolment, ExpectedParticipant, ParticipantImport

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def training_key(shared_rows):
    trainer = make_member(user=make_user(first_name="Ana", last_name="Trainer"))
    return make_training(trainers=[trainer], capacity=2).pk


@pytest.fixture
def trainer(training):
    return training.trainers.get().user


@pytest.fixture
def signed_in(client, trainer):
    client.force_login(trainer)
    return client


def url(training, source=None, below=""):
    return f"/en/trainings/{training.pk}/participants/import/" + (f"{source.pk}/{below}" if source else "")


def text(answer):
    return BeautifulSoup(answer.content.decode(), "html.parser").main.get_text(" ", strip=True)


def fates(answer):
    soup = BeautifulSoup(answer.content.decode(), "html.parser")
    return [badge.get_text(strip=True) for badge in soup.select("tbody .badge")]


def test_only_the_owner_sees_a_list_and_only_as_long_as_they_run_the_training(client, training, trainer):
    source = make_list(training, ["Drita Secret", "drita@example.org"], user=trainer, chosen=[2])
    pages = [url(training, source, below) for below in ("", "columns/", "result/", "report.xlsx")]
    focal_point = make_user(Group.objects.get(name=focal_points("AL")))
    for user in (make_user(Group.objects.get(name=ADMINISTRATORS)), focal_point, make_member().user):
        client.force_login(user)
        assert [client.get(page).status_code for page in pages] == [404] * 4
        assert "people.xlsx" not in client.get(url(training)).content.decode()
    client.force_login(trainer)
    other = make_training(trainers=[training.trainers.get()])
    assert client.get(url(other, source)).status_code == 404
    assert [client.get(page).status_code for page in pages] == [200, 302, 200, 200]
    ParticipantImport.objects.update(created_at=timezone.now() - timedelta(days=1))
    assert [client.get(page).status_code for page in pages] == [404] * 4


def test_focal_points_see_their_people_and_enrol_nobody_by_a_list(client, training):
    """They nominate by name: a list decides about places, which is the trainer's."""
    make_enrolment(training, make_member(beneficiary="AL"))
    client.force_login(make_user(Group.objects.get(name=focal_points("AL"))))
    listed = client.get(f"/en/trainings/{training.pk}/participants/")
    assert (listed.status_code, "Enrol from a spreadsheet" in listed.content.decode()) == (200, False)
    upload = xlsx_upload([["Name", "E-mail"], ["Drita Sample", "drita@example.org"]])
    for answer in (client.get(url(training)), client.post(url(training), {"file": upload})):
        assert answer.status_code == 404
    assert not ParticipantImport.objects.exists()


def test_from_the_file_to_the_report(signed_in, training):
    known = make_member(user=make_user(first_name="Ђорђе", last_name="Петровић", email="djordje@example.org"))
    make_enrolment(training, make_member(user=make_user(email="besa@example.org")))
    upload = xlsx_upload(
        [
            ["Ime i prezime", "E-mail", "Telefon", "Ustanova"],
            ["Đorđe Petrović", "djordje@example.org", "12", "@work"],
            ["Besa", "besa@example.org", "", ""],
            ["Nova Novakova", "nova@example.org", "", ""],
            ["Loša Adresa", "losa@example", "", ""],
        ]
    )
    page = signed_in.post(url(training), {"file": upload}, follow=True)
    assert fates(page) == ["Member", "Already enrolled", "New", "Error"]
    shown = text(page)
    assert "4 persons read from people.xlsx. Nothing is written yet. 1 place left" in shown
    assert "Columns that are not used: Telefon" in shown
    assert "The e-mail address has no ending, such as .org: losa@example" in shown
    assert (Enrolment.objects.count(), ExpectedParticipant.objects.count()) == (1, 0)
    source = ParticipantImport.objects.get()
    done = signed_in.post(url(training, source), {"do": "all"}, follow=True)
    assert Enrolment.objects.get(member=known).state == "confirmed"
    assert "1 Enrolled 1 Invited 2 Left out" in text(done)
    book = openpyxl.load_workbook(io.BytesIO(signed_in.get(url(training, source, "report.xlsx")).content))
    assert [[cell or "" for cell in row] for row in book.active.iter_rows(min_row=2, values_only=True)] == [
        ["2", "Đorđe Petrović", "djordje@example.org", "'@work", "Enrolled", ""],
        ["3", "Besa", "besa@example.org", "", "Left out", "Already enrolled"],
        ["4", "Nova Novakova", "nova@example.org", "", "Invited", ""],
        [
            "5",
            "Loša Adresa",
            "losa@example",
            "",
            "Left out",
            "The e-mail address has no ending, such as .org: losa@example",
        ],
    ]
    assert "Nova Novakova, nova@example.org" in text(signed_in.get(url(training)))


def test_only_those_ticked(signed_in, training, trainer):
    rows = [["Ana One", "one@example.org"], ["Ana Two", "two@example.org"], ["", "bad"]]
    source = make_list(training, *rows, user=trainer)
    empty = signed_in.post(url(training, source), {"do": "ticked", "row": ["4", "x"]}, follow=True)
    assert "None of these rows can be carried out: nobody is enrolled or invited." in text(empty)
    signed_in.post(url(training, source), {"do": "ticked", "row": ["3", "4"]})
    assert list(ExpectedParticipant.objects.values_list("email", flat=True)) == ["two@example.org"]
    signed_in.post(url(training, source), {"do": "all"})
    assert ExpectedParticipant.objects.count() == 2


def test_somebody_decides_who_is_the_same_person(signed_in, training, trainer):
    member = make_member(user=make_user(first_name="Ana", last_name="Sample"))
    source = make_list(training, ["Ana Sample", "new@example.org"], user=trainer)
    page = signed_in.get(url(training, source))
    assert "Compare with Ana Sample" in text(page)
    assert member.user.email not in page.content.decode()
    kept = signed_in.post(url(training, source), {"do": "keep", "choice-2": "same", "choice-9": "same"}, follow=True)
    assert ("Your choices are kept." in text(kept), Enrolment.objects.count()) == (True, 0)
    assert ParticipantImport.objects.get().choices == {"2": "same"}
    signed_in.post(url(training, source), {"do": "all"})
    assert Enrolment.objects.get().member == member


def test_rows_of_one_fate_and_those_that_were_mended(signed_in, training, trainer):
    # The first letter of the address is Cyrillic.
    source = make_list(training, ["Ana", "аna@example.org"], ["", "x"], ["Besa", "besa@example.org"], user=trainer)
    assert fates(signed_in.get(url(training, source) + "?fate=error")) == ["Error"]
    mended = signed_in.get(url(training, source) + "?fate=mended")
    assert fates(mended) == ["New"]
    assert "There were Cyrillic letters in the e-mail address: а. It is read as ana@example.org." in text(mended)
    assert len(fates(signed_in.get(url(training, source) + "?fate=nonsense"))) == 3


def test_columns_that_are_not_understood_are_chosen(signed_in, training):
    upload = csv_upload([["Wer", "Wohin", "Was"], ["Ana One", "one@example.org", "x"]])
    page = signed_in.post(url(training), {"file": upload}, follow=True)
    source = ParticipantImport.objects.get()
    assert page.redirect_chain[-1][0] == url(training, source, "columns/")
    assert "Wer (Ana One)" in text(page)
    wrong = signed_in.post(url(training, source, "columns/"), {"email": "1", "position": "1"})
    assert "Say where the name stands: in one column, or first name and surname." in text(wrong)
    assert "This column is chosen twice." in text(wrong)
    right = signed_in.post(url(training, source, "columns/"), {"email": "1", "full_name": "0"}, follow=True)
    assert fates(right) == ["New"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("list.xls", "This is the old or the binary format of Excel. Open it, and save it as XLSX."),
        ("list.xlsm", "The file has macros in it, which are small programs. Save it as XLSX, without macros."),
        ("list.doc", "Files of this kind are not read. Save the list as XLSX or CSV."),
    ],
)
def test_other_files_are_refused_with_advice(signed_in, training, name, message):
    answer = signed_in.post(url(training), {"file": SimpleUploadedFile(name, b"content")})
    assert message in text(answer)
    assert not ParticipantImport.objects.exists()


def test_a_file_with_only_a_header_and_none_at_all(signed_in, training):
    answer = signed_in.post(url(training), {"file": csv_upload([["Name", "E-mail"]])})
    assert "There is nothing in the file." in text(answer)
    assert "Choose a file." in text(signed_in.post(url(training), {}))


def test_a_cancelled_training_takes_nobody(signed_in, training, trainer):
    source = make_list(training, ["Ana", "ana@example.org"], user=trainer)
    training.is_cancelled = True
    training.save()
    assert "This training is cancelled." in text(signed_in.post(url(training), {"file": csv_upload([["a"]])}))
    assert "This training is cancelled." in text(signed_in.post(url(training, source), {"do": "all"}, follow=True))
    assert (ExpectedParticipant.objects.count(), ParticipantImport.objects.get().chosen) == (0, [])


def test_what_broke_off_can_be_gone_on_with(signed_in, training, trainer):
    rows = [["Ana", "ana@example.org"], ["Besa", "besa@example.org"]]
    source = make_list(training, *rows, user=trainer, chosen=[2, 3], language="en", state="making")
    going_on = signed_in.get(url(training, source, "result/"))
    assert (going_on.headers["Refresh"], "0 of 2 rows are done." in text(going_on)) == ("4", True)
    ParticipantImport.objects.update(touched_at=timezone.now() - timedelta(minutes=5))
    silent = signed_in.get(url(training, source, "result/"))
    assert ("Refresh" in silent.headers, "It has stopped before the end." in text(silent)) == (False, True)
    assert "2 Invited" in text(signed_in.post(url(training, source, "result/"), follow=True))


def test_lists_are_deleted_after_a_day_and_nobody_is_expected_in_what_is_over(training, trainer, capsys):
    make_list(training, ["Ana", "ana@example.org"], user=trainer)
    old = make_list(training, ["Ana", "ana@example.org"], user=trainer)
    ParticipantImport.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=2))
    for one in (training, make_training(days=-30)):
        ExpectedParticipant.objects.create(training=one, email="ana@example.org", name="Ana")
    call_command("delete_participant_lists")
    assert (ParticipantImport.objects.count(), ExpectedParticipant.objects.count()) == (1, 1)
    assert capsys.readouterr().out.startswith("Lists of people: 1 deleted;")


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(signed_in, training, trainer, django_assert_num_queries, count):
    for number in range(count):
        make_member(user=make_user(first_name="Ana", last_name=f"Sample{number}"))
    rows = [[f"Ana Sample{number}", f"o{number}@example.org"] for number in range(count)]
    source = make_list(training, *rows, user=trainer)
    signed_in.get(url(training, source))
    with django_assert_num_queries(22):
        signed_in.get(url(training, source))

"""What a trainer sees of lists as they come: with what people do to spreadsheets, and with what harms on purpose."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.members import make_member
from tests.factories.people import make_user
from tests.factories.spreadsheets import csv_upload, with_part, xlsx_upload
from tests.factories.trainings import make_training
from trainings.models import ParticipantImport

pytestmark = pytest.mark.django_db

INVITED = "Will be invited to the network, and is enrolled on joining"
ROWS = [["Name", "E-mail"], ["Ana One", "ana@example.org"]]


@pytest.fixture
def upload(client, site_root):
    trainer = make_member(user=make_user(first_name="Ana", last_name="Trainer"))
    training = make_training(trainers=[trainer], capacity=20)
    client.force_login(trainer.user)

    def answer_to(file):
        answer = client.post(f"/en/trainings/{training.pk}/participants/import/", {"file": file}, follow=True)
        return BeautifulSoup(answer.content.decode(), "html.parser").main

    return answer_to


def texts(page, selector):
    return [found.get_text(" ", strip=True) for found in page.select(selector)]


def rows(page):
    """Number, person, workplace, fate, what happens."""
    return [texts(row, ":scope > td, :scope > th") for row in page.select("tbody tr")]


def test_two_header_rows_merged_cells_a_hidden_row_and_days(upload):
    def change(book, sheet):
        sheet.merge_cells("A1:B1")
        sheet.merge_cells("D3:D4")
        sheet.row_dimensions[5].hidden = True

    page = upload(
        xlsx_upload(
            [
                ["Person", None, "Reached by", "Work"],
                ["First name", "Surname", "E-mail", "Institution"],
                ["Ana", "One", "ana@example.org", "Prison"],
                ["Besa", "Two", "besa@example.org"],
                ["Cana", "Three", "cana@example.org", date(2026, 5, 1)],
                ["Dana", "Four", "dana@example.org", "1.5.2026."],
            ],
            change,
        )
    )
    assert texts(page, ".notice") == ["1 row is hidden in the file. It was read too."]
    assert rows(page) == [
        ["3", "Ana One ana@example.org", "Prison", "New", INVITED],
        ["4", "Besa Two besa@example.org", "Prison", "New", INVITED],
        ["5", "Cana Three cana@example.org", "2026-05-01", "New", INVITED],
        ["6", "Dana Four dana@example.org", "1.5.2026.", "New", INVITED],
    ]


def test_addresses_with_spaces_and_with_letters_that_look_alike(upload):
    page = upload(
        csv_upload(
            [
                ["Name", "E-mail"],
                ["Ana One", "ana one@example.org"],
                # The second letter is Cyrillic; then all of the first part.
                ["Besa Two", "bеsa@example.org"],
                ["Cana Three", "цана@example.org"],
            ]
        )
    )
    mended = "There were Cyrillic letters in the e-mail address: е. It is read as besa@example.org."
    cyrillic = "There are Cyrillic letters in the e-mail address цана@example.org: ц, а, н"
    assert rows(page) == [
        [
            "2",
            "Ana One ana one@example.org",
            "–",
            "Error",
            "There is a space in the e-mail address: ana one@example.org",
        ],
        ["3", "Besa Two besa@example.org", "–", "New", f"{mended} {INVITED}"],
        ["4", "Cana Three цана@example.org", "–", "Error", cyrillic],
    ]


def test_one_person_twice_in_two_scripts(upload):
    page = upload(
        csv_upload(
            [
                ["Name", "E-mail"],
                ["Đorđe Petrović", "djordje@example.org"],
                ["Ђорђе Петровић", "djordje@example.org"],
                ["Петровић Ђорђе", "other@example.org"],
            ]
        )
    )
    assert rows(page) == [
        ["2", "Đorđe Petrović djordje@example.org", "–", "New", INVITED],
        ["3", "Ђорђе Петровић djordje@example.org", "–", "Twice in the file", "The same person as in row 2."],
        [
            "4",
            "Петровић Ђорђе other@example.org",
            "–",
            "Likely the same person",
            "Compare with row 2 Same person Two persons",
        ],
    ]


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 "
XLS = "This is the old or the binary format of Excel. Open it, and save it as XLSX."
MACROS = "The file has macros in it, which are small programs. Save it as XLSX, without macros."
LARGE = "What is in the file is too large when it is unpacked. Copy the list into a new file."


@pytest.mark.parametrize(
    ("file", "advice"),
    [
        (
            lambda: SimpleUploadedFile("a.csv", b"ana;a@example.org\n" * 50_000),
            "The file has more than 5000 rows. Split it, and upload the parts one after the other.",
        ),
        (lambda: with_part(xlsx_upload(ROWS), "xl/media/bomb.bin", bytes(40 * 1024 * 1024)), LARGE),
        (lambda: with_part(xlsx_upload(ROWS), "xl/vbaProject.bin", b"macros"), MACROS),
        (lambda: xlsx_upload(ROWS, name="people.xlsm"), MACROS),
        (lambda: SimpleUploadedFile("people.xls", OLD), XLS),
        (lambda: SimpleUploadedFile("people.xlsx", OLD + "Workbook".encode("utf-16-le")), XLS),
        (
            lambda: SimpleUploadedFile("people.xlsx", OLD + "EncryptedPackage".encode("utf-16-le")),
            "The file has a password. Save it without one.",
        ),
    ],
    ids=["long", "bomb", "macros inside", "xlsm", "xls", "disguised xls", "password"],
)
def test_a_file_that_is_not_read_is_refused_with_advice(upload, file, advice):
    page = upload(file())
    assert texts(page, ".notice li") == [f"File: {advice}"]
    assert not ParticipantImport.objects.exists()

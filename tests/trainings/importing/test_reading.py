"""Which files are read, and what in them; each in the process of its own that reads it."""

import csv
from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.spreadsheets import csv_upload, with_part, xlsx_upload
from trainings.importing import limits
from trainings.importing.reader.text import decoded, read_text
from trainings.importing.reading import read_table
from trainings.importing.refusal import FileRefused

ROWS = [["Ime", "Adresa"], ["Đorđe, Ćiro", "a@example.org"]]
CYRILLIC = "Име;Презиме;Место\nЂорђе;Пример;Њиве\nЌиро;Џепов;Ѓаково"
LATIN = "Ime;Prezime\nĐorđe;Šarčević\nŽeljko;Ćošić\nBesë;Çela"


def read(upload):
    return read_table(upload, upload.name, upload.size)


def refusal(upload):
    with pytest.raises(FileRefused) as refused:
        read(upload)
    return refused.value.key


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"])
def test_cyrillic_in_every_encoding(encoding):
    assert decoded(CYRILLIC.encode(encoding)) == CYRILLIC


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1250"])
def test_latin_with_marks_in_every_encoding(encoding):
    assert decoded(LATIN.encode(encoding)) == LATIN


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_every_common_separator(separator):
    assert read_text(csv_upload(ROWS, separator).read())["rows"] == [(1, ROWS[0]), (2, ROWS[1])]


def test_a_comma_within_quotes_divides_nothing():
    data = b'Ime,Adresa\n"Primjer, Ana",a@example.org\n\n,\n"Primjer, Besa",b@example.org\n'
    assert [cells for _number, cells in read_text(data)["rows"]] == [
        ["Ime", "Adresa"],
        ["Primjer, Ana", "a@example.org"],
        ["Primjer, Besa", "b@example.org"],
    ]


def test_a_file_that_says_its_separator():
    assert read_text(b"sep=|\nIme|Adresa\nA;B|c")["rows"] == [(2, ["Ime", "Adresa"]), (3, ["A;B", "c"])]


def test_a_long_cell_is_read_and_a_short_file_leaves_room_for_what_is_read_after_it():
    longest = csv.field_size_limit()
    long = "a" * (longest + 1)
    assert read_text(f"Ime;Napomena\nA;{long}".encode())["rows"][1] == (2, ["A", long[: limits.CELL]])
    read_text(b"Ime;Adresa\nA;B")
    assert csv.field_size_limit() > longest


def test_a_file_is_read_in_a_process_of_its_own():
    assert read(csv_upload(ROWS)).rows == [(1, ROWS[0]), (2, ROWS[1])]


def test_a_workbook_with_empty_rows_merged_cells_hidden_rows_and_another_sheet():
    def change(book, sheet):
        sheet.merge_cells("C2:C4")
        sheet.row_dimensions[4].hidden = True
        book.create_sheet("Notes").append(["x"])

    rows = [["Name", "E-mail", "Institution"], ["Ana", "a@x.org", "Prison"], [], ["Besa", "b@x.org"], [None, "c@x.org"]]
    table = read(xlsx_upload(rows, change))
    assert table.rows == [
        (1, ["Name", "E-mail", "Institution"]),
        (2, ["Ana", "a@x.org", "Prison"]),
        (4, ["Besa", "b@x.org", "Prison"]),
        (5, ["", "c@x.org", ""]),
    ]
    assert (table.hidden, table.sheet) == ({4}, "Sheet")


def test_dates_numbers_and_formulas_are_texts():
    def change(book, sheet):
        sheet["A1"].data_type = "s"

    cells = ["=1+1", 12, "1.2.2026.", date(2026, 2, 1), datetime(2026, 2, 1, 9, 30)]
    assert read(xlsx_upload([cells], change)).rows == [
        (1, ["=1+1", "12", "1.2.2026.", "2026-02-01", "2026-02-01 09:30:00"])
    ]


@pytest.mark.parametrize(
    ("name", "key"),
    [("a.xls", "xls"), ("a.xlsm", "macros"), ("a.ods", "ods"), ("a.pdf", "kind"), ("a", "kind"), ("a.xlsx", "damaged")],
)
def test_other_files_are_refused_with_advice(name, key):
    assert refusal(SimpleUploadedFile(name, b"anything")) == key


def test_empty_locked_and_disguised_files_are_refused():
    assert refusal(SimpleUploadedFile("a.csv", b" \n;;\n")) == "empty"
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 "
    assert refusal(SimpleUploadedFile("a.xlsx", old + "EncryptedPackage".encode("utf-16-le"))) == "protected"
    assert refusal(SimpleUploadedFile("a.xlsx", old + "Workbook".encode("utf-16-le"))) == "xls"
    assert refusal(SimpleUploadedFile("a.csv", xlsx_upload(ROWS).read())) == "damaged"
    assert refusal(SimpleUploadedFile("a.csv", b"\xff\xfe\x00")) == "damaged"
    assert refusal(with_part(xlsx_upload(ROWS), "xl/vbaProject.bin", b"macros")) == "macros"


def test_a_bomb_is_refused_before_it_is_unpacked():
    assert refusal(with_part(xlsx_upload(ROWS), "xl/media/bomb.bin", bytes(40 * 1024 * 1024))) == "large"


def test_too_many_parts_are_refused(monkeypatch):
    from trainings.importing.reader.workbook import read_workbook

    monkeypatch.setattr(limits, "PARTS", 3)
    with pytest.raises(FileRefused, match="large"):
        read_workbook(xlsx_upload(ROWS).read())


def test_fifty_thousand_rows_are_too_many():
    upload = SimpleUploadedFile("a.csv", b"ana;a@example.org\n" * 50_000)
    assert refusal(upload) == "many"
    upload = SimpleUploadedFile("a.csv", b"ana;a@example.org\n" * limits.ROWS)
    assert len(read(upload).rows) == limits.ROWS


def test_a_file_that_is_too_large_is_not_opened():
    upload = SimpleUploadedFile("a.csv", b"x")
    upload.size = limits.MEGABYTES * 1024 * 1024 + 1
    assert refusal(upload) == "size"

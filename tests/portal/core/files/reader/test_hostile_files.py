"""Files made to do harm: each is known for what it is within its limits, and what could be read of it is kept."""

import hashlib
import resource
import zlib

import pytest

from portal.core.files import limits
from portal.core.files.facts import read_facts
from portal.core.files.reading_state import ReadingState
from tests.portal.core.files import hostile_pdf
from tests.portal.core.files.office_files import docx_of, open_document_of, with_members, xlsx_of, zip_of

LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)) + "]>"
)


@pytest.fixture
def state_of(store):
    def read(name, content):
        return read_facts(store(name, content)).state

    return read


@pytest.fixture
def memory():
    """How much more memory this process has taken, at its most, since the test began; in bytes."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return lambda: (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024


def test_a_text_of_200_megabytes_is_read_at_its_beginning(tmp_path, memory):
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.write(b"The beginning\n")
        for _ in range(200):
            file.write(b"more words " * (1024 * 1024 // 11 + 1))
    facts = read_facts(path)
    beginning = "The beginning\n" + "more words " * (limits.TEXT_CHARACTERS // 11)
    assert (facts.state, facts.text) == (ReadingState.CUT, beginning[: limits.TEXT_CHARACTERS].rstrip())
    with path.open("rb") as file:
        assert facts.checksum == hashlib.file_digest(file, "sha256").hexdigest()
    assert memory() < 100 * 1024 * 1024


def test_a_small_archive_of_a_very_large_thing_is_not_unpacked(state_of):
    zeros = b"\0" * (limits.UNPACKED_BYTES // 4)
    content = zip_of({f"media/{number}.bin": zeros for number in range(5)})
    assert len(content) < 1024 * 1024
    names = ("bomb.docx", "bomb.pptx", "bomb.xlsx", "bomb.odt")
    assert [state_of(name, content) for name in names] == [ReadingState.LARGE] * 4


def test_one_part_of_a_great_size_is_not_parsed(state_of):
    content = with_members(docx_of(["Words"]), {"word/document.xml": b" " * (limits.XML_BYTES + 1)})
    assert state_of("bomb.docx", content) == ReadingState.LARGE


def test_too_many_parts_are_not_looked_at(state_of):
    content = zip_of({f"{number}.bin": b"" for number in range(limits.MEMBERS + 1)})
    assert state_of("many.odt", content) == ReadingState.LARGE


def test_an_archive_that_lies_about_sizes_is_not_believed(state_of):
    honest = open_document_of(f"<text:p>{'words ' * 1000}</text:p>")
    size = honest.index(b"content.xml", honest.index(b"PK\x01\x02")) - 46 + 24
    assert state_of("liar.odt", honest[:size] + (10).to_bytes(4, "little") + honest[size + 4 :]) == ReadingState.DAMAGED


def test_laughs_are_not_counted(state_of):
    assert state_of("laughs.odt", open_document_of("<text:p>&a9;</text:p>", prolog=LAUGHS)) == ReadingState.DAMAGED
    xml = (
        f'<?xml version="1.0"?>{LAUGHS}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>Before &a9;</w:t></w:r></w:p></w:body></w:document>"
    )
    facts_state = state_of("laughs.docx", with_members(docx_of(["Words"]), {"word/document.xml": xml}))
    assert facts_state in {ReadingState.READ, ReadingState.DAMAGED}


def test_a_file_of_the_machine_is_not_fetched(store, tmp_path):
    (tmp_path / "secret").write_text("the secret")
    prolog = f'<!DOCTYPE x [<!ENTITY secret SYSTEM "file://{tmp_path}/secret">]>'
    facts = read_facts(store("fetch.odt", open_document_of("<text:p>a &secret; b</text:p>", prolog=prolog)))
    assert (facts.state, facts.text) == (ReadingState.DAMAGED, "")
    xml = (
        f'<?xml version="1.0"?>{prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>a &secret; b</w:t></w:r></w:p></w:body></w:document>"
    )
    facts = read_facts(store("fetch.docx", with_members(docx_of(["Words"]), {"word/document.xml": xml})))
    assert "secret" not in facts.text


def test_a_sheet_that_says_it_has_a_million_rows_and_all_columns(store):
    content = xlsx_of({"Staff": [["first"], ["last"]]})
    sheet = (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<dimension ref="A1:XFD1048576"/><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>first</t></is></c></row>'
        '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>last</t></is></c></row></sheetData></worksheet>'
    )
    facts = read_facts(store("wide.xlsx", with_members(content, {"xl/worksheets/sheet1.xml": sheet})))
    assert (facts.state, facts.text) == (ReadingState.READ, "Staff\nfirst\nlast")


def test_a_pdf_that_unpacks_without_end_is_ended_and_harms_nothing(store, make_pdf, memory, monkeypatch):
    """A stream of 300 MB of drawing, in a few kilobytes: packed twice."""
    monkeypatch.setattr(limits, "SECONDS", 4)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"0 0 m 9 9 l S " * 75_000) for _ in range(300)) + packer.flush()
    packed = zlib.compress(packed, 9)
    head = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n" % len(packed)
    plain = make_pdf(["One"])
    begin = plain.index(b"<< /Length")
    end = plain.index(b"\nendstream", begin)
    content = plain[:begin] + head + packed + plain[end:]
    facts = read_facts(store("endless.pdf", content))
    assert (facts.page_count, facts.text) == (1, "")
    assert memory() < 100 * 1024 * 1024


@pytest.mark.parametrize(
    ("make", "state", "pages"),
    [
        (hostile_pdf.nested_arrays, ReadingState.NO_TEXT, 1),
        (hostile_pdf.nested_states, ReadingState.NO_TEXT, 1),
        (hostile_pdf.deep_tree, ReadingState.DAMAGED, 1),
        (hostile_pdf.billions_of_pages, ReadingState.NO_TEXT, 1),
        # Only so many pages are looked at, and nobody believes such a number.
        (hostile_pdf.a_million_pages, ReadingState.CUT, None),
        (hostile_pdf.giant_page, ReadingState.NO_TEXT, 1),
        (hostile_pdf.giant_picture, ReadingState.NO_TEXT, 1),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_pdf_made_to_be_expensive(store, memory, make, state, pages):
    facts = read_facts(store("expensive.pdf", make()))
    assert (facts.state, facts.page_count, facts.text) == (state, pages, "")
    assert memory() < 100 * 1024 * 1024
    # Of all processes that have ended; the limit is that of one.
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < limits.MEMORY_BYTES


def test_a_pdf_that_takes_too_long_is_ended(store, monkeypatch):
    monkeypatch.setattr(limits, "SECONDS", 0.05)
    facts = read_facts(store("slow.pdf", hostile_pdf.nested_states()))
    assert (facts.state, facts.text) == (ReadingState.SLOW, "")


def test_a_pdf_whose_pages_go_in_circles(store, make_pdf):
    content = make_pdf(["One", "Two"]).replace(b"/Kids [4 0 R 6 0 R]", b"/Kids [2 0 R 2 0 R]")
    assert read_facts(store("circle.pdf", content)).text == ""


def test_deep_nesting_ends_in_a_state_not_in_an_error(state_of):
    body = "<text:p>" + "<text:span>" * 100_000 + "deep" + "</text:span>" * 100_000 + "</text:p>"
    assert state_of("deep.odt", open_document_of(body)) in {ReadingState.READ, ReadingState.DAMAGED}
    assert state_of("deep.html", b"<div>" * 500_000 + b"deep") == ReadingState.READ


@pytest.mark.parametrize("extension", ["docx", "pptx", "xlsx", "odt", "ods", "odp"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\x00\xff" * 500, zip_of({"a": "b"})])
def test_what_is_no_office_file_is_damaged(state_of, extension, content):
    assert state_of(f"broken.{extension}", content) == ReadingState.DAMAGED


def test_what_is_protected_by_a_password_says_so(state_of):
    manifest = "<manifest><encryption-data/></manifest>"
    assert state_of("closed.odt", open_document_of("", manifest=manifest)) == ReadingState.PROTECTED
    assert state_of("closed.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512) == ReadingState.PROTECTED

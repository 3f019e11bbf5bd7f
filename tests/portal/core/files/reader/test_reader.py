"""What each kind of file gives, page by page."""

import pytest

from portal.core.files import limits
from portal.core.files.facts import read_facts
from portal.core.files.reading_state import ReadingState
from tests.portal.core.files.office_files import docx_of, open_document_of, pptx_of, xlsx_of


@pytest.fixture
def read(store):
    """The state and the pages of a file with this name and content."""

    def read_file(name, content):
        facts = read_facts(store(name, content))
        return facts.state, facts.text.split("\f")

    return read_file


def test_word_gives_paragraphs_and_cells_on_the_pages_that_word_saw(read):
    content = docx_of(["Plan otpusta", "", "Условен отпуст"], cells=("Korak", "Tko"))
    assert read("plan.docx", content) == (ReadingState.READ, ["Plan otpusta", "", "Условен отпуст\nKorak\nTko"])


def test_slides_are_pages_with_tables_and_notes(read):
    content = pptx_of(["First", "Second"], notes="Say it slowly")
    state, pages = read("talk.pptx", content)
    assert (state, [page.split("\n")[:2] for page in pages]) == (
        ReadingState.READ,
        [["First", "cell of First"], ["Second", "cell of Second"]],
    )
    assert "Say it slowly" in pages[1]


def test_sheets_are_pages_with_their_names(read):
    content = xlsx_of({"Staff": [["Role", "Number"], [None, 12]], "Empty": [], "Costs": [["Оброци", 3.5]]})
    assert read("list.xlsx", content) == (ReadingState.READ, ["Staff\nRole\tNumber\n12", "Empty", "Costs\nОброци\t3.5"])


def test_a_text_document_is_read_without_what_was_deleted_in_it(read):
    body = (
        "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
        "<text:h>Shërbimi i <text:span>provës</text:span></text:h>"
        "<text:p>one<text:s/>two<text:tab/>three<text:line-break/>four</text:p><text:soft-page-break/>"
        "<table:table><table:table-row><table:table-cell><text:p>cell</text:p></table:table-cell></table:table-row>"
        "</table:table>"
    )
    assert read("plan.odt", open_document_of(body)) == (
        ReadingState.READ,
        ["Shërbimi i provës\none two\tthree\nfour", "cell"],
    )


def test_sheets_of_a_spreadsheet(read):
    def sheet(name, text):
        cell = f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"
        return f'<table:table table:name="{name}"><table:table-row>{cell}</table:table-row></table:table>'

    content = open_document_of(sheet("One", "first") + sheet("Two", "second"), "spreadsheet")
    assert read("list.ods", content) == (ReadingState.READ, ["One\nfirst", "Two\nsecond"])


def test_slides_of_a_presentation(read):
    slides = "".join(f"<draw:page><draw:frame><text:p>{text}</text:p></draw:frame></draw:page>" for text in "ab")
    assert read("talk.odp", open_document_of(slides, "presentation")) == (ReadingState.READ, ["a", "b"])


def test_form_feeds_are_pages_of_a_text(read):
    assert read("plan.txt", "Прва\r\nстрана\fДруга".encode("cp1251")) == (
        ReadingState.READ,
        ["Прва\nстрана", "Друга"],
    )


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1250", "cp1250"), ("utf-8", "utf-8"), ("no-such-thing", "utf-8"), ("base64", "utf-8")],
)
def test_a_web_page_is_read_as_a_browser_shows_it(read, declared, encoding):
    content = (
        f'<html><head><meta charset="{declared}"><title>Žrtve</title><style>p {{}}</style></head><body>'
        "<script>var hidden = '<p>x</p>';</script><p>Prva &amp; <b>dru</b>ga<br>treća</p></body></html>"
    ).encode(encoding)
    assert read("page.html", content) == (ReadingState.READ, ["Žrtve\n\nPrva & druga\ntreća"])


def test_a_file_without_text_says_so(read, make_pdf):
    assert read("scan.pdf", make_pdf([""])) == (ReadingState.NO_TEXT, [""])
    assert read("nothing.txt", b"\n \n") == (ReadingState.NO_TEXT, [""])


def test_pages_without_text_keep_their_number(read, make_pdf):
    assert read("plan.pdf", make_pdf(["", "Second", "", "Fourth"])) == (
        ReadingState.READ,
        ["", "Second", "", "Fourth"],
    )


def test_only_so_much_is_kept(read):
    word = "ш" * 999 + "\n"
    state, pages = read("long.txt", (word * (limits.TEXT_CHARACTERS // 1000 + 1)).encode())
    assert (state, len(pages), len(pages[0])) == (ReadingState.CUT, 1, limits.TEXT_CHARACTERS - 1)


def test_only_so_many_pages_are_read(read):
    state, pages = read("long.txt", "\f".join(str(n) for n in range(limits.TEXT_PAGES + 5)).encode())
    assert (state, pages[-1], len(pages)) == (ReadingState.CUT, str(limits.TEXT_PAGES - 1), limits.TEXT_PAGES)

"""The certificate as a file: accessible, in both scripts, the same bytes, with the footnote where it is due."""

import re
import zipfile
from io import BytesIO

import pypdfium2
import pytest

from portal.core.status_note.notes import note_for
from portal.core.status_note.text import bare_mentions
from tests.factories.certificates import make_certificate, make_ended_training
from tests.factories.members import make_member
from tests.factories.people import make_user
from trainings.certificates.archive import zipped
from trainings.certificates.codes import shown_code
from trainings.certificates.document import make_certificate as pdf_of
from trainings.models import Certificate

pytestmark = pytest.mark.usefixtures("site_root")

BOTH = {
    "ready": ("en", "sr"),
    "headline_en": "Release planning",
    "headline_sr": "Планирање отпуста",
    "competences_en": "<p>Able to:</p><ul><li>plan a release</li></ul>",
    "competences_sr": "<ul><li>планира џеп и отпуст</li></ul>",
}


def read(data):
    document = pypdfium2.PdfDocument(data)
    try:
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
        return " ".join(text.split()), document.get_metadata_value("Title"), len(document)
    finally:
        document.close()


def issued(language, course=None, name=("Ђорђе", "Петровић"), **fields):
    person = make_user(first_name=name[0], last_name=name[1], language=language)
    return make_certificate(make_ended_training(course=course or BOTH, **fields), make_member(user=person))


def test_it_is_tagged_and_says_its_language_and_title():
    certificate = issued("sr")
    data = pdf_of(certificate)
    assert b"/MarkInfo" in data and b"/StructTreeRoot" in data and b"pdfuaid" in data
    assert re.search(rb"/Lang ?\(sr\)", data) and re.search(rb"/Lang ?\(en\)", data)
    assert read(data)[1].endswith(f"{certificate.number}: Ђорђе Петровић")


@pytest.mark.parametrize(
    ("language", "course", "competence"),
    [
        ("sr", "Планирање отпуста", "планира џеп и отпуст"),
        ("sr-latn", "Planiranje otpusta", "planira džep i otpust"),
    ],
)
def test_it_says_all_in_the_holders_language_and_in_english(language, course, competence):
    certificate = issued(language)
    text, _title, pages = read(pdf_of(certificate))
    # Names are not put into another script.
    said = ("Ђорђе Петровић", course, competence, "Release planning", "plan a release", certificate.number, "12")
    assert ([words for words in said if words not in text], pages) == ([], 1)
    assert shown_code(certificate.code) in text
    assert f"/{language}/trainings/certificates/{certificate.code}/" in text


def test_for_a_reader_of_english_it_is_in_english_alone():
    text, _title, _pages = read(pdf_of(issued("en")))
    assert (text.count("Release planning"), "отпуста" in text) == (1, False)


def test_the_same_bytes_whenever_it_is_made(settings):
    certificate = issued("sr")
    first = pdf_of(certificate)
    assert pdf_of(Certificate.objects.get(pk=certificate.pk)) == first
    settings.WAGTAIL_SITE_NAME = "Another"
    assert pdf_of(certificate) != first


def test_a_mention_in_the_place_alone_is_marked_and_explained_in_both_languages():
    text = read(
        pdf_of(issued("sr-latn", ready=("en", "sr"), place_en="Pristina, Kosovo", place_sr="Приштина, Косово"))
    )[0]
    assert ("Kosovo*" in text, bare_mentions(text)) == (True, [])
    assert [text.count(note_for(code)) for code in ("sr-latn", "en")] == [1, 1]


def test_without_a_mention_there_is_no_footnote():
    text = read(pdf_of(issued("sr")))[0]
    assert [note_for(code) in text for code in ("sr", "en")] == [False, False]


def test_a_mention_in_the_name_is_one_too():
    assert note_for("en") in read(pdf_of(issued("en", name=("Ana", "Kosovo"))))[0]


def test_a_character_that_cannot_be_set_does_no_harm_nor_does_markup():
    course = {"headline_en": "#panic() *bold* 😀", "competences_en": "<p>" + "Long. " * 600 + "</p>"}
    text, _title, pages = read(pdf_of(issued("en", course, name=("#eval(1)", "<b>"))))
    assert ("#panic() *bold* \ufffd" in text, "#eval(1) <b>" in text, pages > 1) == (True, True, True)


def test_of_a_made_up_training_it_says_so():
    assert "Sample: this training is made up." in read(pdf_of(issued("en", is_sample=True)))[0]


def test_the_zip_has_a_file_for_each_called_by_its_number():
    training = make_ended_training()
    certificates = [make_certificate(training) for _number in range(3)]
    archive = zipfile.ZipFile(BytesIO(b"".join(zipped(certificates))))
    assert archive.testzip() is None
    assert archive.namelist() == [f"{one.number}.pdf" for one in certificates]
    assert archive.read(f"{certificates[1].number}.pdf") == pdf_of(certificates[1])

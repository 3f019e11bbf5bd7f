"""Pages as PDF: what the page says, in its rendering, for those who may see it."""

import re
from io import BytesIO

import pypdfium2
import pytest
from django.core.files.base import ContentFile
from PIL import Image

from portal.core.languages.catalogue import LANGUAGES
from portal.core.models import PortalImage
from portal.core.status_note.notes import note_for
from portal.core.status_note.text import bare_mentions
from tests.factories.pages import LOGIN, make_news, make_plain, make_practice
from tests.factories.people import make_user

pytestmark = pytest.mark.usefixtures("site_root")

ALL = ("en", "sq", "bs", "cnr", "mk", "sr")


def read(data):
    """The words of a PDF, white space folded."""
    document = pypdfium2.PdfDocument(data)
    try:
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()
    return " ".join(text.split())


def pdf(client, page, language="en"):
    response = client.get(f"/{language}{page.url.removeprefix('/en')}pdf/")
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    return response


@pytest.mark.parametrize("language", [language.code for language in LANGUAGES])
def test_a_practice_in_each_rendering(client, language):
    page = make_practice(
        slug="plan",
        ready=ALL,
        headline_sr="План отпуста",
        context_sr="<p>Затвор и џемат.</p>",
        headline_sq="Plani i lirimit",
        context_sq="<p>Në çdo burg.</p>",
    )
    response = pdf(client, page, language)
    assert response["Content-Disposition"] == f'inline; filename="plan-{language}.pdf"'
    assert response["Link"] == f'<http://127.0.0.1:8000/{language}/practices/plan/>; rel="canonical"'
    said = {
        "sr": ("План отпуста", "Затвор и џемат."),
        "sr-latn": ("Plan otpusta", "Zatvor i džemat."),
        "sq": ("Plani i lirimit", "Në çdo burg."),
    }
    for words in said.get(language, ()):
        assert words in read(response.content)


def test_it_is_tagged_and_says_its_language_and_title(client):
    data = pdf(client, make_practice(slug="plan", ready=("mk",), headline_mk="План"), "mk").content
    assert b"/MarkInfo" in data and b"/StructTreeRoot" in data
    assert re.search(rb"/Lang ?\(mk\)", data)
    document = pypdfium2.PdfDocument(data)
    try:
        assert document.get_metadata_value("Title") == "План"
    finally:
        document.close()


def test_the_same_page_makes_the_same_bytes(client):
    page = make_practice(slug="plan")
    first = pdf(client, page)
    assert pdf(client, page).content == first.content
    assert client.get(f"{page.url}pdf/", headers={"if-none-match": first["ETag"]}).status_code == 304


@pytest.mark.parametrize("language", ["en", "sq", "mk", "sr", "sr-latn"])
def test_mentions_are_marked_and_explained_once(client, language):
    page = make_plain(
        slug="about",
        ready=ALL,
        headline_en="In Kosovo",
        headline_sr="На Косову",
        headline_mk="Во Косово",
        headline_sq="Në Kosovë",
    )
    text = read(pdf(client, page, language).content)
    assert bare_mentions(text) == []
    assert text.count(note_for(language)) == 1


def test_a_page_without_a_mention_has_no_footnote(client):
    """The site's own footer names all beneficiaries, and is not part of it."""
    assert note_for("en") not in read(pdf(client, make_plain(slug="about")).content)


def test_sample_content_says_so(client):
    assert "It is fictional" in read(pdf(client, make_practice(slug="plan", is_sample=True)).content)


def test_a_page_in_another_language_says_so(client):
    page = make_practice(slug="plan", ready=("sq",), headline_sq="Plani")
    text = read(pdf(client, page).content)
    assert "This page is not yet available in your language" in text
    assert "Plani" in text


def test_nothing_of_a_text_is_markup_of_the_typesetter(client):
    hostile = (
        "#panic() $x$ *b* _i_ `c` @ref &lt;label&gt; [x] \\ // /* */ &quot;) #read(&quot;/etc/passwd&quot;) ~ -- ..."
    )
    page = make_practice(slug="plan", headline_en="#panic(1) $", context_en=f"<p>{hostile}</p>")
    text = read(pdf(client, page).content)
    assert '#panic() $x$ *b* _i_ `c` @ref <label> [x] \\ // /* */ ") #read("/etc/passwd") ~ -- ...' in text


def test_long_and_odd_texts_are_set(client):
    odd = "<p>" + "x" * 3000 + "</p><ul><li></li><li><ul><li>deep</li></ul></li></ul><p>\u200f\ud7ff a😀b</p><br/>"
    text = read(pdf(client, make_practice(slug="plan", headline_en="Plan 😀", context_en=odd)).content)
    assert "deep" in text
    # What no font can show leaves a sign that something is missing.
    assert "a\N{REPLACEMENT CHARACTER}b" in text


@pytest.fixture
def picture(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    drawing = BytesIO()
    Image.new("RGB", (40, 30)).save(drawing, "PNG")
    return PortalImage.objects.create(
        title="A gate", alternative_text_en="An open gate", file=ContentFile(drawing.getvalue(), "gate.png")
    )


def test_pictures_are_in_it_with_their_alternative_text(client, picture):
    page = make_news(slug="gate", image=picture)
    data = pdf(client, page).content
    assert b"/Subtype /Image" in data.replace(b"/Subtype/Image", b"/Subtype /Image")


def test_a_closed_page_is_stored_by_nobody(client):
    page = make_practice(slug="closed", restricted_to=LOGIN)
    assert client.get(f"{page.url}pdf/").status_code == 404
    client.force_login(make_user())
    assert "no-store" in pdf(client, page)["Cache-Control"]
    assert pdf(client, make_practice(slug="open"))["Cache-Control"].count("public") == 0


def test_the_page_leads_to_it(client):
    page = make_practice(slug="plan")
    assert 'href="/en/practices/plan/pdf/"' in client.get(page.url).text

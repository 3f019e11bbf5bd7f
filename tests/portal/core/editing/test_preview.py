"""Preview in each rendering, ready or not."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from portal.core.languages.catalogue import LANGUAGES
from portal.website.models import PlainPage
from tests.factories.pages import make_plain

pytestmark = pytest.mark.django_db

HEADLINES = {
    "en": "Release plan",
    "sq": "Plani i lirimit",
    "bs": "Plan otpusta",
    "cnr": "Plan otpusta",
    "mk": "План за отпуст",
    "sr": "Џуниор и план",
}


@pytest.fixture
def preview(edit, editor):
    """Shows the form of a page, as it is open in the browser, in one rendering."""

    def show(page, code):
        form = edit(editor, page)
        address = f"/admin/pages/{page.pk}/edit/preview/"
        assert form.client.post(address, form.data).json()["is_valid"]
        return form.client.get(address, {"mode": code})

    return show


def test_there_is_a_preview_for_each_rendering():
    page = PlainPage(source_language="mk")
    assert [code for code, _name in page.preview_modes] == [language.code for language in LANGUAGES]
    assert page.default_preview_mode == "mk"


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_preview_is_in_the_language_and_script_of_its_rendering(preview, language):
    page = make_plain(ready=(), live=False, **{f"headline_{code}": text for code, text in HEADLINES.items()})
    response = preview(page, language.code)
    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.html["lang"] == language.html_lang
    expected = "Džunior i plan" if language.code == "sr-latn" else HEADLINES[language.content_code]
    assert soup.h1.get_text(strip=True) == expected


def test_a_language_without_text_can_be_previewed_too(preview, site_root):
    soup = BeautifulSoup(preview(make_plain(ready=(), live=False, headline_en="Begun"), "sq").content, "html.parser")
    assert (soup.html["lang"], soup.h1.get_text(strip=True)) == ("sq", "")


def test_links_in_a_preview_lead_where_the_editor_may_go(preview, editor, site_root):
    closed = make_plain(slug="closed", restricted_to=editor.groups.get())
    draft = make_plain(slug="draft", live=False)
    text = f'<p><a linktype="page" id="{closed.pk}">closed</a>, <a linktype="page" id="{draft.pk}">draft</a></p>'
    page = make_plain(body_en=[("paragraph", text)], body_mk=[("paragraph", text)])
    assert '<p><a href="/mk/closed/">closed</a>, draft</p>' in preview(page, "mk").content.decode()
    assert "<p>closed, draft</p>" in Client().get(page.url).content.decode()


def test_a_published_revision_can_be_viewed_in_the_admin(client, editor):
    page = make_plain(headline_en="Release plan")
    revision = page.save_revision()
    client.force_login(editor)
    response = client.get(f"/admin/pages/{page.pk}/revisions/{revision.pk}/view/")
    assert response.status_code == 200

"""Exporting and importing, as editors and translators do it in the administration."""

import io
import zipfile

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from portal.desk.exchange.files import document
from portal.desk.exchange.sheet import sheet_of
from portal.desk.exchange.xliff import Version
from tests.factories.pages import make_plain
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db

EXPORT = "/admin/translation/export/"
IMPORT = "/admin/translation/import/"


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def choices(response):
    return [option["value"] for option in BeautifulSoup(response.content, "html.parser").select("#id_language option")]


def test_the_page_offers_the_languages_that_one_translates_into(editor, albanian):
    page = make_plain(source_language="mk", ready=("mk",))
    assert choices(signed_in(editor).get(EXPORT, {"id": page.pk})) == ["en", "sq", "bs", "cnr", "sr"]
    assert choices(signed_in(albanian).get(EXPORT, {"id": page.pk})) == ["sq"]


def test_one_page_is_one_file(editor):
    page = make_plain(slug="leave-planning")
    answer = signed_in(editor).get(EXPORT, {"id": page.pk, "language": "sq", "version": "2.0"})
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{page.pk}-leave-planning.sq.xlf"'
    assert answer.headers["Content-Type"] == "application/xliff+xml"
    assert answer.content == document(sheet_of(page, "sq"), Version.V2_0)


def test_several_are_a_zip(editor):
    pages = [make_plain(slug="one"), make_plain(slug="two")]
    answer = signed_in(editor).get(EXPORT, {"id": [page.pk for page in pages], "language": "mk", "version": "1.2"})
    with zipfile.ZipFile(io.BytesIO(answer.content)) as zipped:
        assert {name: zipped.read(name) for name in zipped.namelist()} == {
            f"{page.pk}-{page.slug}.mk.xlf": document(sheet_of(page, "mk"), Version.V1_2) for page in pages
        }


def test_pages_in_different_languages_have_no_common_one_for_a_translator(albanian):
    pages = [make_plain(), make_plain(source_language="sq", ready=("sq",))]
    client = signed_in(albanian)
    assert client.get(EXPORT, {"id": [page.pk for page in pages]}).status_code == 404
    assert (
        client.get(EXPORT, {"id": pages[0].pk, "language": "mk", "version": "1.2"}).headers.get("Content-Disposition")
        is None
    )


@pytest.mark.parametrize("numbers", [[], ["x"], ["999999"], ["²"], ["9" * 30]])
def test_no_such_page(editor, numbers):
    assert signed_in(editor).get(EXPORT, {"id": numbers}).status_code == 404


def test_who_works_on_no_page_finds_nothing(site_root):
    page = make_plain()
    member = signed_in(make_user())
    assert [member.get(address, {"id": page.pk}).status_code for address in (EXPORT, IMPORT)] == [302, 302]


def test_a_ticked_page_leads_there(editor, site_root):
    page, other = make_plain(), make_plain()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "export_for_translation"])
    answer = signed_in(editor).get(address, {"id": [page.pk, other.pk], "next": "/admin/"})
    assert answer.url == f"{EXPORT}?id={page.pk}&id={other.pk}"


def test_the_edit_page_has_a_way_to_it_and_the_menu_a_way_back(albanian):
    page = make_plain()
    html = signed_in(albanian).get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert f'href="{EXPORT}?id={page.pk}"' in html
    assert IMPORT in html


def test_what_came_back_is_told_and_can_be_opened(editor):
    page = make_plain(headline_en="Plan")
    file = document(sheet_of(page, "sq"), Version.V1_2).decode()
    file = file.replace("</source>", "</source><target>Plani</target>", 1)
    upload = SimpleUploadedFile("back.xlf", file.encode())
    answer = signed_in(editor).post(IMPORT, {"file": upload}, follow=True)
    message = BeautifulSoup(answer.content, "html.parser").select_one(".messages .success")
    assert " ".join(message.get_text().split()).startswith(
        "“Plan” (Shqip): 1 text was taken over into a draft. 1 text is not translated in the file."
    )
    assert message.select_one("a")["href"] == f"/admin/pages/{page.pk}/edit/"


def test_what_is_wrong_is_listed_at_the_field_in_the_user_s_language(editor):
    upload = SimpleUploadedFile("a.xlf", b"nothing")
    answer = signed_in(editor).post(IMPORT, {"file": upload}, headers={"accept-language": "sq"})
    errors = BeautifulSoup(answer.content, "html.parser").select_one(".error-message").get_text()
    assert " ".join(errors.split()) == "“a.xlf” nuk është skedar XLIFF 1.2 ose 2.0, ose është i dëmtuar."

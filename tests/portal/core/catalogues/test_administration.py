"""The administration is in the language of who works in it."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from wagtail.users.models import UserProfile

from tests.factories.pages import make_plain
from tests.factories.people import make_superuser

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client, site_root):
    """Signs in somebody who has chosen a language."""

    def sign_in(code):
        user = make_superuser()
        UserProfile.objects.create(user=user, preferred_language=code)
        client.force_login(user)
        return client

    return sign_in


@pytest.mark.parametrize(
    ("code", "save", "publish", "history"),
    [
        ("en", "Save draft", "Publish", "History"),
        ("sq", "Ruaj skicën", "Publiko", "Historiku"),
        ("bs", "Sačuvaj nacrt", "Objavi", "Historija"),
        ("cnr", "Sačuvaj nacrt", "Objavi", "Istorija"),
        ("mk", "Зачувај нацрт", "Објави", "Историја"),
        ("sr", "Сачувај нацрт", "Објави", "Историја"),
        ("sr-latn", "Sačuvaj nacrt", "Objavi", "Istorija"),
    ],
)
def test_the_edit_page(administrator, site_root, code, save, publish, history):
    page = make_plain(site_root)
    response = administrator(code).get(f"/admin/pages/{page.pk}/edit/")
    buttons = [" ".join(button.get_text().split()) for button in soup(response).select("footer button")]
    assert [text for text in buttons if text in {save, publish}] == [save, publish]
    link = soup(response).select_one(f"a[href='/admin/pages/{page.pk}/history/']")
    assert link.get_text(strip=True) == history


@pytest.mark.parametrize(
    ("code", "counted", "live"),
    [
        ("sq", "1-1 nga 1 (faqe)", "e publikuar"),
        ("cnr", "1-1 od 1 (stranica)", "objavljeno"),
        ("mk", "1-1 од 1 (страница)", "објавено"),
        ("sr", "1-1 од 1 (страница)", "објављено"),
    ],
)
def test_a_list_of_pages(administrator, site_root, code, counted, live):
    make_plain(site_root)
    table = soup(administrator(code).get(f"/admin/pages/{site_root.pk}/")).select_one("table.listing")
    said = " ".join(table.get_text(" ").split())
    assert [text for text in (counted, live) if text in said] == [counted, live]


@pytest.mark.parametrize(
    ("code", "pin", "errors"),
    [
        ("sq", "Mbaj shiritin të fiksuar", ["%(num)s gabim", "%(num)s gabime"]),
        ("cnr", "Zakači traku alata", ["%(num)s greška", "%(num)s greške", "%(num)s grešaka"]),
        ("sr", "Закачи траку алата", ["%(num)s грешка", "%(num)s грешке", "%(num)s грешака"]),
        ("sr-latn", "Zakači traku alata", ["%(num)s greška", "%(num)s greške", "%(num)s grešaka"]),
    ],
)
def test_scripts(administrator, code, pin, errors):
    script = administrator(code).get("/admin/jsi18n/").content.decode()
    texts = json.loads(re.search(r"newcatalog = ({.*?});", script, re.DOTALL)[1])
    assert texts["Pin toolbar"] == pin
    assert texts["%(num)s error"] == errors


@pytest.mark.parametrize(
    ("address", "labels"),
    [
        ("choose-external-link", ["Adresa (URL)", "Tekst veze"]),
        ("choose-email-link", ["Adresa e-pošte", "Tekst veze", "Predmet", "Tekst poruke"]),
        ("choose-phone-link", ["Broj telefona", "Tekst veze"]),
        ("choose-anchor-link", ["#", "Tekst veze"]),
    ],
)
def test_dialogs_for_links(administrator, address, labels):
    dialog = BeautifulSoup(administrator("cnr").get(f"/admin/{address}/").json()["html"], "html.parser")
    assert [label.find(string=True).strip() for label in dialog.find_all("label")] == labels


def test_the_tab_for_searching_of_a_chooser(administrator):
    dialog = BeautifulSoup(administrator("cnr").get("/admin/images/chooser/").json()["html"], "html.parser")
    assert dialog.select_one("#tab-label-search").find(string=True).strip() == "Pretraga"


def test_the_page_for_signing_in(client, site_root):
    client.cookies["language"] = "sq"
    labels = soup(client.get("/admin/login/")).select("label[for=id_username], label[for=id_password]")
    assert [label.find(string=True).strip() for label in labels] == ["Adresa e postës elektronike", "Fjalëkalimi"]


def soup(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser")

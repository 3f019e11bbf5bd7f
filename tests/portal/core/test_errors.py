"""Error pages in the reader's language, that nothing can break."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.utils import translation
from django.views.defaults import permission_denied

from portal.core.errors import server_error
from portal.core.languages.catalogue import LANGUAGES


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_not_found_is_said_in_the_readers_language(client, site_root, language):
    response = client.get(f"/{language.code}/nothing/here/")
    assert response.status_code == 404
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.html["lang"] == language.html_lang
    assert soup.find("a", href=f"/{language.code}/") is not None
    assert len(soup.find_all("h1")) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_dead_end_offers_to_search(rf, site_root, language):
    with translation.override(language.code):
        request = rf.get(f"/{language.code}/closed/")
        request.user = AnonymousUser()
        refused = permission_denied(request, PermissionDenied())
    soup = BeautifulSoup(refused.content, "html.parser")
    assert (refused.status_code, soup.html["lang"]) == (403, language.html_lang)
    assert soup.select_one("main form[role=search]")["action"] == f"/{language.code}/library/"


def test_what_cannot_be_read_is_answered_without_asking_for_anything():
    response = Client().get("/en/", headers={"host": "not a host"})
    soup = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 400
    assert [text["lang"] for text in soup.select("main p[lang]")] == [
        language.html_lang for language in LANGUAGES if language.code != "en"
    ]


@pytest.mark.django_db
def test_not_found_before_there_is_any_site(client):
    assert client.get("/en/nothing/").status_code == 404


def test_a_failure_is_said_without_the_database():
    response = server_error(RequestFactory().get("/en/x/"))
    assert response.status_code == 500
    assert len(BeautifulSoup(response.content, "html.parser").find_all("h1")) == 1

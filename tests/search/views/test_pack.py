"""Asking for an offline pack: where it is offered, the form, the progress, limits, the end."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.utils import timezone

from portal.core.models import PortalDocument
from portal.vocabulary.models.taxonomy import FacetCode
from search.offline_pack import archive, starting
from search.offline_pack.pack import OfflinePack, State
from search.offline_pack.tasks import make_pack
from tests.factories.files import make_document
from tests.factories.pages import make_practice
from tests.factories.vocabulary import make_term
from tests.search.offline_pack.packs import FORM, address, ask, form_of, packed

#: Of the form, for a visitor.
QUERIES = 9

pytestmark = pytest.mark.usefixtures("site_root")


@pytest.fixture
def practice():
    return make_practice(slug="plan", headline_en="Release plan")


@pytest.fixture
def own(client, practice):
    """A finished pack of the visitor."""
    return ask(client, practice)


def parsed(response):
    return BeautifulSoup(response.text, "html.parser")


def state_at(client, pack):
    return parsed(client.get(address(pack))).select_one("[data-pack-state]").get_text(strip=True)


def change(pack, **values):
    OfflinePack.objects.filter(pk=pack.pk).update(**values)


def offered(client, page):
    link = parsed(client.get(page)).select_one('a[href*="/library/pack/"]')
    return link and link["href"]


def test_it_is_offered_on_lists_that_have_something(client, practice, build_index):
    make_term(FacetCode.RESOURCE_TYPE, "good_practice")
    build_index()
    assert offered(client, "/en/library/") == "/en/library/pack/"
    assert offered(client, "/en/library/?stage=custody&page=1") == "/en/library/pack/?stage=custody"
    assert offered(client, "/en/library/?q=nothing+has+this") is None
    assert offered(client, "/en/library/list/") is None
    client.post("/en/library/list/change/", {"r": f"practices.goodpractice:{practice.pk}", "do": "add"})
    assert offered(client, "/en/library/list/") == form_of(practice)
    assert offered(client, "/en/continuum/custody/") == "/en/library/pack/?stage=custody"


def test_the_form_says_what_would_come_along(client, practice):
    file = make_document(title="Form", pages=("x" * 2048,))
    page = make_practice(slug="first", attachments=[("file", file)])
    PortalDocument.objects.filter(pk=file.pk).update(file_size=2048)
    shown = parsed(client.get(form_of(page, practice, language="sq")))
    ticked = [box["value"] for box in shown.select('input[name="languages"][checked]')]
    assert ticked == ["sq"]
    text = " ".join(parsed(client.get(form_of(page, practice))).get_text().split())
    assert "2 resources" in text and "1 file, about 2.0\N{NO-BREAK SPACE}KB" in text.replace("2.0 KB", "2.0\xa0KB")
    assert parsed(client.get(form_of(practice))).select('input[name="with_files"]') == []


def test_the_number_of_queries_of_the_form_is_the_same_for_one_and_three(client, django_assert_num_queries):
    pages = [make_practice(attachments=[("file", make_document())]) for _ in range(3)]
    client.get(form_of(pages[0]))
    for some in (pages[:1], pages):
        with django_assert_num_queries(QUERIES):
            client.get(form_of(*some))


def test_languages_are_called_by_their_own_names_in_their_own_script(client, practice):
    text = parsed(client.get(form_of(practice, language="sr-latn"))).get_text()
    assert "Српски" in text and "Македонски" in text


def test_bad_input_gets_a_message_and_loses_nothing(client, practice):
    for languages in ([], ["xx"], ["en", "\x00"]):
        response = client.post(form_of(practice), {"languages": languages})
        assert response.status_code == 200
        assert parsed(response).select_one("[role=alert]") is not None
    assert OfflinePack.objects.count() == 0


@pytest.mark.parametrize("query", ["r=", "r=x", "r=accounts.user:1", "r=practices.goodpractice:999", "q=zzz%00"])
def test_what_is_nothing_is_said(client, practice, query):
    response = client.get(f"{FORM}?{query}")
    assert response.status_code == 200
    assert "There is nothing to take along" in response.text


def test_a_long_list_is_cut_and_says_so(client, monkeypatch, build_index):
    pages = [make_practice(slug=f"page-{number}") for number in range(3)]
    build_index()
    monkeypatch.setattr("search.views.pack_selection.MOST_RESOURCES", 2)
    response = client.get(FORM)
    assert "1 resource of this list is left out" in response.text
    client.post(FORM, {"languages": "en"})
    assert len(OfflinePack.objects.get().documents) == 2 < len(pages)


def test_a_finished_pack_can_be_downloaded_for_a_day(client, own):
    shown = parsed(client.get(address(own)))
    assert state_at(client, own) == "The pack is ready."
    assert shown.select_one('a[type="application/zip"]')["href"] == address(own, "file/")
    assert shown.select("[data-going-on]") == []
    assert own.path.is_file()
    change(own, expires_at=timezone.now() - timedelta(minutes=1))
    assert client.get(address(own)).status_code == 404
    assert client.get(address(own, "file/")).status_code == 404
    call_command("delete_offline_packs")
    assert (OfflinePack.objects.count(), own.path.exists()) == (0, False)


def test_what_is_over_goes_with_the_next_that_is_made(client, own, practice):
    change(own, expires_at=timezone.now())
    ask(client, practice)
    assert (OfflinePack.objects.filter(pk=own.pk).exists(), own.path.exists()) == (False, False)


def test_progress_is_shown_without_script_too(client, own):
    change(own, state=State.MAKING, done=12, total=40)
    shown = parsed(client.get(address(own)))
    assert "12 of 40 pages" in shown.get_text()
    assert shown.select_one("head noscript meta")["content"] == "5"
    assert (shown.progress["max"], shown.progress["value"]) == ("40", "12")
    assert shown.select("[data-going-on]") != []
    # Nothing is handed out before it is finished.
    assert client.get(address(own, "file/"))["Location"] == address(own)


def test_a_making_that_died_is_told_and_begun_again(client, own):
    change(own, state=State.MAKING, touched_at=timezone.now() - timedelta(minutes=4))
    assert state_at(client, own) == "The making was interrupted."
    assert parsed(client.get(address(own))).select("noscript meta, [data-going-on]") == []
    client.post(address(own, "again/"))
    assert state_at(client, own) == "The pack is ready."
    assert OfflinePack.objects.get().attempt == 2


def test_an_attempt_that_comes_late_changes_nothing(client, own):
    change(own, state=State.WAITING, attempt=2)
    make_pack.enqueue(own.pk, 1)
    assert OfflinePack.objects.get().state == State.WAITING
    make_pack.enqueue(own.pk, 2)
    make_pack.enqueue(own.pk, 2)
    assert OfflinePack.objects.get().state == State.READY


def test_one_that_is_going_on_is_not_begun_again(client, own):
    change(own, state=State.MAKING)
    client.post(address(own, "again/"))
    assert OfflinePack.objects.get().attempt == 1


def test_a_pack_that_is_deleted_while_it_is_made_leaves_nothing(client, own, monkeypatch):
    change(own, state=State.WAITING)

    def deleted(pack, path, step):
        path.write_bytes(b"half")
        pack.delete()
        step(1, 2)

    monkeypatch.setattr("search.offline_pack.tasks.make", deleted)
    make_pack.enqueue(own.pk, 1)
    assert OfflinePack.objects.count() == 0
    assert not [path for path in own.path.parent.iterdir() if own.key in path.name]


def test_a_failure_is_told_and_can_be_begun_again(client, own, monkeypatch, caplog):
    change(own, state=State.WAITING)
    with monkeypatch.context() as broken:
        broken.setattr("search.offline_pack.making.page_file", lambda *more: 1 / 0)
        make_pack.enqueue(own.pk, 1)
    assert state_at(client, own) == "The pack could not be made."
    assert "ZeroDivisionError" in caplog.text
    client.post(address(own, "again/"))
    assert state_at(client, own) == "The pack is ready."


def test_a_pack_that_becomes_too_large_is_not_made(client, own, monkeypatch):
    change(own, state=State.WAITING)
    monkeypatch.setattr(archive, "MOST_BYTES", 1000)
    make_pack.enqueue(own.pk, 1)
    assert state_at(client, own) == "The pack became too large."
    assert [path for path in own.path.parent.glob("*.part") if own.key in path.name] == []


def test_files_that_are_too_large_are_refused_at_once(client):
    file = make_document(title="Film")
    PortalDocument.objects.filter(pk=file.pk).update(file_size=400 * 1024 * 1024)
    page = make_practice(attachments=[("file", file)])
    response = client.post(form_of(page), {"languages": "en", "with_files": "on"})
    assert "The files are too large for a pack" in response.text
    assert OfflinePack.objects.count() == 0
    ask(client, page, with_files=False)


def test_nobody_keeps_more_than_a_few(client, practice):
    for _ in range(starting.MOST_PACKS):
        own = ask(client, practice)
    response = client.post(form_of(practice), {"languages": "en"})
    assert response.status_code == 409
    assert "You have 3 packs, and more cannot be kept." in response.text
    assert len(parsed(response).select(".packs li")) == 3
    assert client.post(address(own, "delete/"))["Location"] == form_of(practice)
    assert not own.path.exists()
    ask(client, practice)


def test_one_at_a_time(client, own, practice):
    change(own, state=State.MAKING)
    response = client.post(form_of(practice), {"languages": "en"})
    assert "A pack of yours is being made." in response.text
    change(own, touched_at=timezone.now() - timedelta(hours=1))
    ask(client, practice)


def test_another_that_goes_on_is_waited_for_before_one_is_begun_again(client, own, practice):
    change(own, state=State.FAILED)
    other = ask(client, practice)
    change(other, state=State.MAKING)
    response = client.post(address(own, "again/"), follow=True)
    assert "A pack of yours is being made." in response.text
    assert OfflinePack.objects.get(pk=own.pk).state == State.FAILED


def test_all_together_have_an_end(client, practice, settings):
    settings.OFFLINE_PACKS_MEGABYTES = 0
    response = client.post(form_of(practice), {"languages": "en"})
    assert (response.status_code, OfflinePack.objects.count()) == (409, 0)
    assert "there is no room for another" in response.text


def test_nobody_asks_without_end(client, practice, settings):
    settings.ACCOUNT_RATE_LIMITS = {"offline_pack": "1/h/key"}
    own = ask(client, practice)
    response = client.post(form_of(practice), {"languages": ["sq", "mk"]})
    assert (response.status_code, OfflinePack.objects.count()) == (429, 1)
    ticked = [box["value"] for box in parsed(response).select('input[name="languages"][checked]')]
    assert ticked == ["sq", "mk"]
    change(own, state=State.FAILED)
    client.post(address(own, "again/"))
    assert OfflinePack.objects.get().attempt == 1


def test_the_database_answers_when_the_engine_is_away(client, practice, break_engine):
    break_engine()
    client.post(f"{FORM}?stage=custody", {"languages": "en"})
    assert OfflinePack.objects.get().documents == [f"practices.goodpractice:{practice.pk}"]


def test_a_member_gets_the_same_pages_as_on_the_site(client, practice):
    assert f"en/plan-{practice.pk}.html" in packed(client, practice)

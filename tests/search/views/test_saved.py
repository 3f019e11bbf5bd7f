"""A person's saved searches, as they see and change them."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from portal.vocabulary.models import Term
from portal.vocabulary.models.taxonomy import FacetCode
from search.following.saved_search import Frequency, SavedSearch
from search.following.saving import MOST_SAVED
from tests.factories.pages import make_practice
from tests.factories.people import make_superuser, make_user
from tests.factories.searches import make_saved_search
from tests.factories.vocabulary import make_beneficiary, make_term

LIST = "/en/library/saved/"
FORM = "/en/library/saved/new/?q=release+plans&stage=release"
QUERIES = 13
FILLED_IN = {"name": "Plans", "frequency": "weekly", "language": "en"}


@pytest.fixture
def words(site_root):
    make_term(FacetCode.STAGE, "release", label_en="Release", label_sr="Отпуст")
    make_beneficiary("XK")


@pytest.fixture
def reader(words, client, search_folder):
    """Somebody who is signed in. There is no index: what a search finds is not looked at."""
    user = make_user(email="reader@example.org")
    client.force_login(user)
    return user


def soup(response, status=200):
    assert response.status_code == status
    return BeautifulSoup(response.content.decode(), "html.parser")


def quiet(user, address="q=plan", **values):
    return make_saved_search(user, address, **{"frequency": Frequency.NONE, **values})


# The way there ---------------------------------------------------------------------------------------------------


def follow_links(response):
    page = soup(response)
    return {link.get_text(strip=True): link["href"] for link in page.select("main a[href*=feed], main a[href*=saved]")}


def test_a_list_can_be_followed_and_by_those_who_are_signed_in_saved(client, words):
    address = "/en/library/?q=plan&stage=release&sort=oldest&page=4"
    feed = {"Follow this search (Atom feed)": "/en/library/feed/?q=plan&stage=release"}
    assert follow_links(client.get(address)) == feed
    client.force_login(make_user())
    save = {"Save this search": "/en/library/saved/new/?q=plan&stage=release&sort=oldest"}
    assert follow_links(client.get(address)) == save | feed
    assert follow_links(client.get("/en/library/")) == {"Follow this search (Atom feed)": "/en/library/feed/"}


def test_programs_find_the_feed_by_themselves(client, words):
    link = soup(client.get("/en/library/?stage=release")).select_one("link[type='application/atom+xml']")
    assert link.attrs == {
        "rel": ["alternate"],
        "type": "application/atom+xml",
        "title": "Library: Release – Continuum",
        "href": "/en/library/feed/?stage=release",
    }


def test_the_account_menu_leads_to_ones_searches(client, reader):
    assert soup(client.get("/en/")).select_one(f".account a[href='{LIST}']").get_text() == "My searches"


# Saving ----------------------------------------------------------------------------------------------------------


def test_the_form_says_what_is_saved_and_where_emails_go(client, reader):
    page = soup(client.get(f"/sr-latn{FORM.removeprefix('/en')}"))
    assert page.select_one("[name=name]")["value"] == "release plans, Otpust"
    assert page.select_one("[name=frequency][checked]")["value"] == "none"
    assert page.select_one("[name=language] [selected]")["value"] == "sr-latn"
    assert "reader@example.org" in page.select_one("#id_frequency_helptext").get_text()


def test_saving(client, reader):
    response = client.post(FORM, FILLED_IN)
    assert (response.status_code, response["Location"]) == (302, LIST)
    saved = SavedSearch.objects.get()
    assert (saved.user, saved.name, saved.frequency, saved.language, saved.parameters) == (
        reader,
        "Plans",
        "weekly",
        "en",
        "q=release+plans&stage=release",
    )
    page = soup(client.get(LIST))
    assert page.select_one("[role=status]").get_text(strip=True) == "The search is saved."


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"name": " \x01 "}, "name"), ({"frequency": "hourly"}, "frequency"), ({"language": "xx"}, "language")],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client, reader, wrong, field):
    page = soup(client.post(FORM, {"name": "My plans", **FILLED_IN, **wrong}))
    assert page.select_one("[role=alert]") is not None
    assert page.select_one(f".field--error [name={field}]") is not None
    if field != "name":
        assert page.select_one("[name=name]")["value"] == "Plans"
    assert not SavedSearch.objects.exists()


def test_a_name_is_one_line(client, reader):
    client.post(FORM, {**FILLED_IN, "name": "Plans\r\nBcc: x@example.org"})
    assert SavedSearch.objects.get().name == "Plans Bcc: x@example.org"


def test_the_same_search_is_not_saved_twice(client, reader):
    client.post(FORM, FILLED_IN)
    page = soup(client.get(f"{FORM}&page=2"))
    assert "You have saved this search already: “Plans”." in page.select_one(".notice--accent").get_text()
    assert page.select_one("main form") is None
    again = soup(client.post(FORM, {**FILLED_IN, "name": "Again"}))
    assert "You have saved this search already" in again.select_one("[role=alert]").get_text()
    assert again.select_one("[name=name]")["value"] == "Again"
    assert SavedSearch.objects.count() == 1


def test_there_is_a_most_of_them_and_the_form_says_so(client, reader):
    SavedSearch.objects.bulk_create(
        SavedSearch(user=reader, name=str(number), parameters=f"q={number}") for number in range(MOST_SAVED)
    )
    message = "You have saved 50 searches, and more cannot be kept. Delete one that you do not need."
    assert soup(client.get(FORM)).select_one(".notice").get_text(strip=True) == message
    assert message in soup(client.post(FORM, FILLED_IN)).select_one("[role=alert]").get_text()


def test_the_whole_library_is_not_saved(client, reader):
    response = client.get("/en/library/saved/new/?sort=oldest&stage=nothing")
    assert (response.status_code, response["Location"]) == (302, "/en/library/")


@pytest.mark.parametrize("value", ["%00", "%FF%ED%A0%80", "a" * 5000, "'\"><script>alert(1)</script>", "((%22*"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_bad_input_breaks_nothing(client, reader, value, method):
    answer = getattr(client, method)(f"/en/library/saved/new/?q=x{value}&stage={value}", {"name": value})
    assert answer.status_code in (200, 302)
    assert "<script>alert" not in answer.content.decode()


# The list --------------------------------------------------------------------------------------------------------


def test_without_any_the_list_says_how_one_is_saved(client, reader):
    page = soup(client.get(LIST))
    assert page.select_one(".empty h2").get_text() == "You have no saved searches"
    assert page.select_one(".empty a")["href"] == "/en/library/"


def test_a_saved_search_is_opened_from_the_list(client, reader):
    saved = quiet(reader, "beneficiary=XK&q=plan&sort=newest", name="Plans", frequency=Frequency.NONE)
    SavedSearch.objects.update(
        frequency=Frequency.WEEKLY, last_sent_at=timezone.make_aware(timezone.datetime(2026, 6, 3))
    )
    (item,) = soup(client.get(LIST)).select("main li.card")
    assert item.h2.a["href"] == "/en/library/?q=plan&beneficiary=XK&sort=newest"
    assert [part.get_text() for part in item.select("p")][:2] == [
        "plan, Kosovo*",
        "Once a week at most Last e-mail: 3 June 2026",
    ]
    assert [link["href"] for link in item.select(".row a")] == [f"{LIST}{saved.pk}/", f"{LIST}{saved.pk}/delete/"]
    assert client.get(item.h2.a["href"]).status_code == 200


def test_a_filter_that_is_gone_is_told(client, reader):
    make_practice()
    saved = quiet(reader, "stage=release&q=plan", name="Plans")
    Term.objects.filter(code="release").delete()
    for address in (LIST, f"{LIST}{saved.pk}/"):
        page = soup(client.get(address))
        assert "A filter of this search does not exist any more" in page.select_one(".notice").get_text()
    assert soup(client.get(LIST)).select_one("li.card h2 a") is None


def test_one_search_takes_as_many_queries_as_three(client, reader):
    numbers = []
    client.get(LIST)
    for addresses in (["q=1"], ["q=2", "q=3"]):
        for address in addresses:
            quiet(reader, address)
        with CaptureQueriesContext(connection) as context:
            client.get(LIST)
        numbers.append(len(context))
    assert numbers == [QUERIES, QUERIES]


# Changing and deleting -------------------------------------------------------------------------------------------


def test_name_frequency_and_language_can_be_changed(client, reader):
    saved = quiet(reader, "q=plan", name="Plans")
    address = f"{LIST}{saved.pk}/"
    assert soup(client.get(address)).select_one("[name=name]")["value"] == "Plans"
    response = client.post(address, {"name": "Better", "frequency": "daily", "language": "mk"})
    assert (response.status_code, response["Location"]) == (302, LIST)
    saved.refresh_from_db()
    assert (saved.name, saved.frequency, saved.language, saved.parameters) == ("Better", "daily", "mk", "q=plan")


def test_what_is_wrong_with_a_change_changes_nothing(client, reader):
    saved = quiet(reader, "q=plan", name="Plans")
    page = soup(client.post(f"{LIST}{saved.pk}/", {"name": "", "frequency": "daily", "language": "mk"}))
    assert page.select_one(".field--error [name=name]") is not None
    assert page.select_one("[name=frequency][checked]")["value"] == "daily"
    saved.refresh_from_db()
    assert (saved.name, saved.frequency) == ("Plans", "none")


def test_deleting_asks_first(client, reader):
    saved = quiet(reader, "q=plan", name="Plans")
    address = f"{LIST}{saved.pk}/delete/"
    assert "“Plans”" in soup(client.get(address)).select_one("main").get_text()
    assert SavedSearch.objects.exists()
    response = client.post(address)
    assert (response.status_code, response["Location"]) == (302, LIST)
    assert [str(message) for message in get_messages(response.wsgi_request)] == ["The search is deleted."]
    assert not SavedSearch.objects.exists()


# Whose they are --------------------------------------------------------------------------------------------------


def test_nobody_sees_or_changes_anybody_elses(client, reader):
    saved = quiet(make_user(), "q=plan", name="Zanzibarian")
    before = SavedSearch.objects.values().get()
    for visitor in (reader, make_superuser()):
        client.force_login(visitor)
        assert "Zanzibarian" not in client.get(LIST).content.decode()
        for address in (f"{LIST}{saved.pk}/", f"{LIST}{saved.pk}/delete/"):
            for method in ("get", "post"):
                response = getattr(client, method)(address, {"name": "Stolen", "frequency": "daily", "language": "en"})
                assert response.status_code == 404
                assert "Zanzibarian" not in response.content.decode()
    assert SavedSearch.objects.values().get() == before


def test_the_admin_shows_nobodys_searches(client, words):
    user = make_user(email="follower@example.org")
    quiet(user, "q=plan", name="Zanzibarian")
    client.force_login(make_superuser())
    for address in (
        "/admin/",
        f"/admin/users/edit/{user.pk}/",
        f"/admin/users/delete/{user.pk}/",
        f"/admin/users/usage/{user.pk}/",
        "/admin/reports/site-history/",
    ):
        assert "Zanzibarian" not in client.get(address).content.decode()


@pytest.mark.parametrize("address", [LIST, FORM, f"{LIST}1/", f"{LIST}1/delete/"])
def test_who_is_not_signed_in_is_asked_to(client, words, address):
    response = client.get(address)
    assert response.status_code == 302
    assert response["Location"].startswith("/en/account/login/?next=/en/library/saved/")


def test_what_is_ones_own_is_kept_by_nobody_on_the_way(client, reader):
    assert "no-store" in client.get(LIST)["Cache-Control"]

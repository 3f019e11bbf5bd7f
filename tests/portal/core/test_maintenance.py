"""While the portal is worked on everybody is told so, whatever else is away, and administrators look at it."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.core.management import CommandError, call_command
from django.utils import timezone

from portal.accounts.roles import ADMINISTRATORS, EDITORS
from portal.core.languages.catalogue import LANGUAGES
from portal.core.maintenance import Maintenance, begin_maintenance, end_maintenance, maintenance
from tests.factories.people import make_user


@pytest.fixture
def worked_on():
    begin_maintenance(None)
    yield
    end_maintenance()


def asked(*arguments):
    said = StringIO()
    call_command("maintenance", *arguments, stdout=said)
    return said.getvalue().strip()


# None of these may reach a database: the test runner refuses it.


@pytest.mark.usefixtures("worked_on")
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_it_is_said_in_the_readers_language_without_the_database(client, language):
    response = client.get(f"/{language.code}/library/?q=x")
    soup = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 503
    assert soup.html["lang"] == language.html_lang
    assert len(soup.find_all("h1")) == 1
    assert [link["href"] for link in soup.select("#languages a")] == [f"/{one.code}/library/?q=x" for one in LANGUAGES]


@pytest.mark.usefixtures("worked_on")
def test_the_browser_says_the_language_where_the_address_does_not(client):
    response = client.get("/", headers={"accept-language": "sq"})
    assert (response.status_code, response["Content-Language"]) == (503, "sq")


@pytest.mark.usefixtures("worked_on")
def test_nobody_keeps_the_answer(client):
    response = client.get("/en/")
    assert "no-store" in response["Cache-Control"]
    assert response["Retry-After"] == "600"
    assert "Content-Security-Policy" in response


@pytest.mark.usefixtures("worked_on")
def test_who_sends_a_form_learns_that_it_was_not_saved(client):
    sentence = "What you have just sent was not saved."
    assert sentence in client.post("/en/library/ask/", {"question": "x"}).text
    assert sentence not in client.get("/en/library/").text


@pytest.mark.usefixtures("worked_on")
def test_programs_get_a_problem(client):
    response = client.get("/api/v1/search?q=x")
    assert (response.status_code, response.json()["title"]) == (503, "The portal is being worked on")
    assert response["Retry-After"] == "600"


@pytest.mark.usefixtures("worked_on")
def test_the_load_balancer_still_sends_readers(client):
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "maintenance"})


def test_the_command_begins_changes_and_ends_it():
    later = timezone.localtime() + timedelta(days=1)
    try:
        assert asked("status") == "The portal is open."
        assert asked("on") == "Maintenance: no end is given."
        assert asked("on", "--until", f"{later:%Y-%m-%d} 22:00") == f"Maintenance: until {later:%Y-%m-%d} 22:00."
        assert maintenance() == Maintenance(timezone.make_aware(datetime(later.year, later.month, later.day, 22)))
        assert asked("off") == "The portal is open."
        assert asked("off") == "The portal is open."
    finally:
        end_maintenance()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["on", "--until", "tomorrow"], "“tomorrow” is no time. Write it as in 2026-03-01 22:00."),
        (["on", "--until", "2026-13-01 22:00"], "“2026-13-01 22:00” is no time. Write it as in 2026-03-01 22:00."),
        (["on", "--until", "2001-01-01 10:00"], "“2001-01-01 10:00” is over."),
        (["off", "--until", "2101-01-01 10:00"], "--until goes with “on” only."),
    ],
)
def test_a_wrong_time_begins_nothing(arguments, complaint):
    with pytest.raises(CommandError, match=complaint):
        asked(*arguments)
    assert maintenance() is None


def test_the_page_says_until_when(client):
    begin_maintenance(datetime(2101, 3, 1, 21, tzinfo=UTC))
    try:
        response = client.get("/mk/")
    finally:
        end_maintenance()
    assert "1 март 2101, 22:00" in response.text
    assert int(response["Retry-After"]) > 600


def test_when_it_takes_longer_nobody_comes_at_once():
    past, soon = timezone.now() - timedelta(hours=1), timezone.now() + timedelta(seconds=5)
    assert (Maintenance(past).seconds_left(), Maintenance(soon).seconds_left()) == (600, 60)


@pytest.mark.django_db
@pytest.mark.usefixtures("worked_on")
def test_administrators_go_on_and_editors_wait(client, site_root):
    signing_in = [client.get(address).status_code for address in ("/en/account/login/", "/admin/login/")]
    assert signing_in == [200, 200]
    found = {}
    for role in (ADMINISTRATORS, EDITORS):
        client.force_login(make_user(role))
        found[role] = [client.get(address).status_code for address in ("/en/", "/admin/")]
    assert found == {ADMINISTRATORS: [200, 200], EDITORS: [503, 503]}

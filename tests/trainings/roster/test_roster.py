"""Which trainers are found, and what of them, by whom."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.vocabulary.models.taxonomy import FacetCode
from tests.factories.members import make_member
from tests.factories.people import make_group
from tests.factories.profiles import OPEN, make_listed
from tests.factories.trainings import make_training
from tests.factories.vocabulary import make_beneficiary, make_term

pytestmark = pytest.mark.django_db

URL = "/en/trainings/trainers/"
DAY = date(2025, 5, 6)


def make_trainer(first, last="Trainer", **fields):
    member = {"languages": "mk sq", "position": "Psychologist", **fields.pop("member", {})}
    return make_listed(first, last, member=member, **{"is_trainer": True, **OPEN, **fields})


def names(client, query=""):
    page = BeautifulSoup(client.get(URL + query).content.decode(), "html.parser")
    return [heading.get_text(strip=True) for heading in page.select("main .card h2")]


def text(client):
    return BeautifulSoup(client.get(URL).content.decode(), "html.parser").main.get_text(" ", strip=True)


def test_everybody_finds_those_who_agreed_with_what_they_gave(client, site_root):
    trainer = make_trainer("Ana")
    trainer.topics.add(make_term(FacetCode.PRIORITY_AREA, "risk"))
    make_training(start=DAY, end=DAY, headline_en="Given in May", trainers=[trainer])
    make_training(headline_en="Still to come", trainers=[trainer])
    make_training(start=DAY, end=DAY, headline_en="Called off", is_cancelled=True, trainers=[trainer])
    make_listed("Besa", "Mentor", is_mentor=True, **OPEN)
    assert names(client) == ["Ana Trainer"]
    shown = text(client)
    assert [part in shown for part in ("Psychologist", "North Macedonia", "risk", "Shqip", "Given in May")] == [
        True
    ] * 5
    assert [part in shown for part in ("Still to come", "Called off")] == [False] * 2


def test_taking_it_back_holds_at_once(client, site_root):
    trainer = make_trainer("Ana")
    profile = trainer.profile
    for change in (
        {"is_trainer": False},
        {"listed_since": None},
        {"availability_for": "network"},
        {"name_for": "nobody"},
    ):
        before = {name: getattr(profile, name) for name in change}
        for values, found in ((change, []), (before, ["Ana Trainer"])):
            for name, value in values.items():
                setattr(profile, name, value)
            profile.save()
            assert names(client) == found
    trainer.state = "suspended"
    trainer.save()
    assert "Ana" not in text(client)


def test_each_part_is_for_whom_it_was_chosen(client, site_root):
    """Who may not read a part does not find anybody by it either."""
    closed = {f"{name}_for": "network" for name in ("workplace", "position", "expertise", "languages", "experience")}
    make_beneficiary("AL")
    trainer = make_trainer("Ana", **closed)
    trainer.topics.add(make_term(FacetCode.PRIORITY_AREA, "risk"))
    make_training(start=DAY, end=DAY, headline_en="Given in May", trainers=[trainer])
    queries = ("?beneficiary=MK", "?topic=risk", "?language=sq")
    parts = ("Psychologist", "Given in May")
    assert [names(client, query) for query in ("", *queries)] == [["Ana Trainer"], [], [], []]
    assert [part in text(client) for part in parts] == [False, False]
    client.force_login(make_member().user)
    assert [names(client, query) for query in ("", *queries)] == [["Ana Trainer"]] * 4
    assert [names(client, query) for query in ("?beneficiary=AL", "?language=sr")] == [[], []]
    assert [part in text(client) for part in parts] == [True, True]


def test_a_closed_training_is_not_named(client, site_root):
    trainer = make_trainer("Ana")
    group = make_group("A closed group")
    make_training(start=DAY, end=DAY, headline_en="Secret training", restricted_to=group, trainers=[trainer])
    assert "Secret training" not in client.get(URL).content.decode()
    member = make_member()
    member.user.groups.add(group)
    client.force_login(member.user)
    assert "Secret training" in client.get(URL).content.decode()


def test_the_number_of_queries_does_not_grow(client, site_root):
    counts = []
    for number in (1, 2):
        for _ in range(number):
            trainer = make_trainer("Ana")
            trainer.topics.add(make_term(FacetCode.PRIORITY_AREA, "risk"))
            make_training(start=DAY, end=DAY, trainers=[trainer])
        client.get(URL)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(URL).status_code == 200
        counts.append(len(captured))
    assert counts == [12, 12]

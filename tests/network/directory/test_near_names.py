"""Names with one typing error are found, below those that are exactly so, among those whom one may find at all."""

import pytest
from django.test import Client

from tests.factories.members import make_member
from tests.factories.profiles import make_listed
from tests.network.directory.test_listing import counts, names

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(site_root):
    client = Client()
    client.force_login(make_member().user)
    return client


@pytest.mark.parametrize("written", ["Đorđe", "Ђорђе", "Djordje"])
@pytest.mark.parametrize(
    "typed",
    ["Đorbe", "Borđe", "Đođe", "orđe", "Đordđe", "Xđorđe", "Đrođe", "Ођрђе", "Ђорђи", "Ђоође", "Djorje", "Djorđr"],
)
def test_one_letter_wrong_missing_too_many_or_two_changed_round(reader, written, typed):
    make_listed(written, "Sample")
    make_listed("Marija", "Sample")
    assert names(reader, f"/en/directory/?q={typed}") == [f"{written} Sample"]


def test_two_errors_and_short_words_are_not_forgiven(reader):
    make_listed("Marija", "Sample")
    make_listed("Iva", "Sample")
    assert [names(reader, f"/en/directory/?q={typed}") for typed in ("Merijo", "Ivo", "Ariaj")] == [[], [], []]


def test_exact_names_come_first_and_so_does_whoever_has_the_word_in_their_text(reader):
    make_listed("Aco", "Petković")
    make_listed("Zoran", "Petrović")
    make_listed("Vera", "Sample", bio="Petrović method")
    assert names(reader, "/en/directory/?q=Petrovic") == ["Zoran Petrović", "Vera Sample", "Aco Petković"]


def test_both_names_may_have_an_error(reader):
    make_listed("Blerina", "Hoxhaj")
    make_listed("Blerina", "Sample")
    assert names(reader, "/en/directory/?q=Blerna Hoxaj") == ["Blerina Hoxhaj"]


def test_only_names_are_forgiven(reader):
    make_listed("Ana", "Sample", bio="Mentoring of youngsters", member={"position": "Warden"})
    assert names(reader, "/en/directory/?q=Wardem") == []


@pytest.mark.parametrize("fields", [{"name_for": "nobody"}, {"name_for": "groups"}, {"listed_since": None}])
def test_whom_one_may_not_see_is_neither_found_nor_counted_nor_changes_what_is(reader, fields):
    make_listed("Marija", "Sample", member={"beneficiary": "AL"})
    before = names(reader, "/en/directory/?q=Marja"), counts(reader, "/en/directory/?q=Marja")
    make_listed("Marjan", "Hidden", member={"beneficiary": "RS"}, **fields)
    make_listed("Marja", "Hidden", member={"beneficiary": "RS"}, **fields)
    answer = reader.get("/en/directory/?q=Marja").content.decode()
    assert (names(reader, "/en/directory/?q=Marja"), counts(reader, "/en/directory/?q=Marja")) == before
    assert "Hidden" not in answer and "Marjan" not in answer


def test_visitors_find_nobody_who_is_for_members_by_a_near_name(client, site_root):
    make_listed("Marija", "Sample")
    assert names(client, "/en/directory/?q=Marja") == []

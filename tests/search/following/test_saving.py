"""Saving a search: how many, which twice, and what its e-mails begin with."""

import pytest
from django.http import QueryDict

from search.following.follower import Follower
from search.following.saved_search import Frequency, SavedSearch
from search.following.saving import MOST_SAVED, NotSaved, change_search, end_all, query_of
from search.queries.choices import Choices
from search.queries.parameters import parse
from tests.factories.people import make_user
from tests.factories.searches import make_saved_search
from tests.factories.vocabulary import make_beneficiary

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiet():
    """Without e-mails nothing is asked of an engine."""
    return {"frequency": Frequency.NONE}


def test_what_an_address_asks_for_is_kept_as_it_was_understood(quiet):
    make_beneficiary("AL")
    saved = make_saved_search(
        make_user(), "q=+a++b%00&beneficiary=AL&beneficiary=ZZ&sort=oldest&page=7&also=off", **quiet
    )
    assert saved.parameters == "q=a+b&beneficiary=AL&sort=oldest&also=off"
    choices = Choices.load()
    assert query_of(saved, choices) == parse(QueryDict(saved.parameters), choices)


def test_the_same_search_is_saved_once_by_a_person(quiet):
    user = make_user()
    make_saved_search(user, "q=plan", name="Mine", **quiet)
    make_saved_search(make_user(), "q=plan", **quiet)
    with pytest.raises(NotSaved, match="You have saved this search already: “Mine”"):
        make_saved_search(user, "q=plan&page=2", **quiet)


def test_there_is_a_most_of_them(quiet):
    user = make_user()
    SavedSearch.objects.bulk_create(
        SavedSearch(user=user, name=str(number), parameters=f"q={number}") for number in range(MOST_SAVED - 1)
    )
    make_saved_search(user, "q=last", **quiet)
    with pytest.raises(NotSaved, match="You have saved 50 searches"):
        make_saved_search(user, "q=more", **quiet)
    make_saved_search(make_user(), "q=more", **quiet)


def test_whoever_goes_takes_their_searches_along(quiet):
    user = make_user()
    make_saved_search(user, **quiet)
    Follower.objects.create(user=user)
    kept = make_saved_search(make_user(), **quiet)
    user.delete()
    assert list(SavedSearch.objects.all()) == [kept]
    assert not Follower.objects.exists()


def test_links_of_earlier_emails_are_revoked_when_emails_begin_anew(site_root, search_folder):
    user = make_user()
    saved = make_saved_search(user, "q=plan")
    first = Follower.objects.get().token
    # A second search, or another frequency, is no new beginning.
    make_saved_search(user, "q=rules")
    change_search(saved, name="Plans", frequency=Frequency.WEEKLY, language="en")
    end_all(Follower.objects.of_token(first))
    # Who presses twice is not told that the link is wrong.
    assert Follower.objects.of_token(first) is not None
    saved.refresh_from_db()
    change_search(saved, name="Plans", frequency=Frequency.DAILY, language="en")
    assert Follower.objects.of_token(first) is None
    assert Follower.objects.of_token(Follower.objects.get().token).user == user


@pytest.mark.parametrize("token", ["", "x", ".", "a.b", "\x00", "ф" * 500, "{key}", "{key}.", "{key}.{key}"])
def test_a_token_that_was_never_given_out_is_nobodys(token):
    follower = Follower.objects.create(user=make_user())
    assert Follower.objects.of_token(token.format(key=follower.key)) is None

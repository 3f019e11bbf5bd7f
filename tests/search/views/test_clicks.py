"""What a browser tells of the results that were opened."""

from urllib.parse import urlencode

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from practices.models import GoodPractice
from search.statistics.counts import ClickCount, SearchCount
from tests.factories.pages import make_news, make_practice
from tests.factories.people import make_group, make_user

pytestmark = pytest.mark.django_db

ADDRESS = "/sq/library/clicks/"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def page(site_root):
    return make_practice()


@pytest.fixture
def search():
    """A search for "release" that was counted today."""
    return SearchCount.objects.create(day=timezone.localdate(), rendering="sq", text="release", searches=1)


def tell(client, posted):
    """As a browser sends it."""
    return client.post(ADDRESS, urlencode(posted), content_type=FORM)


def id_of(page):
    return f"{page._meta.label_lower}:{page.pk}"


def told(page, **other):
    return {"q": "Release", "document": id_of(page), "rank": "3", **other}


def counted():
    return sorted(ClickCount.objects.values_list("rendering", "page", "clicks", "ranks"))


def test_a_click_counts_for_the_resource_and_for_the_words(client, page, search):
    for rank in ("3", "4"):
        response = tell(client, told(page, rank=rank))
        assert (response.status_code, response.content) == (204, b"")
    assert counted() == [("sq", page.pk, 2, 7)]
    search.refresh_from_db()
    assert (search.searches, search.clicks, search.ranks) == (1, 2, 7)


def test_clicks_bring_in_no_texts(client, page, search):
    tell(client, told(page, q="never searched for"))
    assert list(SearchCount.objects.values_list("text", "clicks")) == [("release", 0)]


def test_no_token_is_needed(page, search):
    client = Client(enforce_csrf_checks=True)
    assert tell(client, told(page)).status_code == 204


@pytest.mark.parametrize(
    "wrong",
    [
        {"q": ""},
        {"q": "release\0"},
        {"q": "\x01"},
        {"q": "r" * 201},
        {"document": ""},
        {"document": "practices.goodpractice:\0"},
        {"document": "practices.goodpractice:999999"},
        {"document": "practices.goodpractice:" + "9" * 400},
        {"document": "practices.goodpractice:9223372036854775808"},
        {"document": "accounts.user:1"},
        {"document": "x" * 500},
        {"rank": "0"},
        {"rank": "-1"},
        {"rank": "1001"},
        {"rank": "9" * 400},
        {"rank": "٢"},
        {"rank": "x"},
    ],
    ids=lambda wrong: "".join(f"{name} {value}"[:40] for name, value in wrong.items()).replace("\0", "NUL"),
)
def test_what_makes_no_sense_is_not_counted(client, page, search, wrong):
    assert tell(client, told(page, **wrong)).status_code == 204
    search.refresh_from_db()
    assert (counted(), search.clicks) == ([], 0)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", FORM),
        (b"\xff\xfe&&==%ff%00", FORM),
        (b"q=" + b"x" * 3_000_000, FORM),
        (b"q=release", f"{FORM}; charset=utf-16"),
        (b"--x", "multipart/form-data; boundary=x"),
        (b"--x", "multipart/form-data"),
        (b'{"q": "release"}', "application/json"),
        (b"q=release", "text/plain"),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else f"{len(value)} bytes",
)
def test_whatever_is_sent_is_answered(client, page, search, body, kind):
    assert client.post(ADDRESS, body, content_type=kind).status_code == 204
    assert counted() == []


@pytest.mark.parametrize("length", ["", "x", "-1", "9" * 400])
def test_a_length_that_is_none_is_answered(client, page, length):
    sent = urlencode(told(page))
    assert client.post(ADDRESS, sent, content_type=FORM, CONTENT_LENGTH=length).status_code == 204
    assert counted() == []


def test_what_somebody_may_not_see_is_not_counted(client, site_root, search):
    closed = make_practice(restricted_to=make_group("Members"))
    unready = make_practice()
    GoodPractice.objects.filter(pk=unready.pk).update(readiness_en="overview")
    for page in (closed, make_practice(live=False), unready, make_news()):
        assert tell(client, told(page)).status_code == 204
    assert counted() == []
    client.force_login(make_user("Members"))
    tell(client, told(closed))
    assert counted() == [("sq", closed.pk, 1, 3)]


def test_personal_data_are_not_kept(client, page):
    withheld = SearchCount.objects.create(day=timezone.localdate(), rendering="sq", searches=1)
    tell(client, told(page, q="someone@example.org"))
    withheld.refresh_from_db()
    assert (withheld.text, withheld.clicks) == ("", 1)


@override_settings(SEARCH_API_REQUESTS_PER_MINUTE=2)
def test_whoever_sends_too_much_is_not_counted(client, page):
    assert [tell(client, told(page)).status_code for _ in range(4)] == [204] * 4
    assert counted() == [("sq", page.pk, 2, 6)]
    # The interface for programs is counted apart.
    assert client.get("/api/v1/suggestions").status_code == 200


def test_it_is_only_told_never_asked(client, site_root):
    assert client.get(ADDRESS).status_code == 405
